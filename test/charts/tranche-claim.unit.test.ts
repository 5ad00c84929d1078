import { describe, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { CASH_IN, CLAIM, CLAIM_DOCUMENTS, CLEAR, FIRST, checked, opened } from './support/lives-tranche.js';
import { applicant, approver, asks, finance, officer, system } from './support/moves.js';

const PROJECT = 'project/2026/structured/0001';
const paysIn = (amount: string, more: object = {}) => officer('CONFIRM_CASH_SHARE', { amount, ...more });
const tells = (state: string, cashShare = '20000000') =>
  orders('tellProject', {
    event: 'TRANCHE_CHANGED',
    data: {
      ...{ no: 1, state, amount: '200000000', partnerAmount: '20000000' },
      ...{ released: '0', partnerReleased: '0', cashShare },
    },
  });

describe('A tranche that is scheduled', () => {
  test('cannot be claimed before its stage has begun', () => {
    given('tranche').when(CLAIM).then(isNotOffered);
    given('tranche').when(paysIn('20000000')).then(isNotOffered);
  });

  test('is opened by its project alone, with the stage and the firm’s cash that it asks for', () => {
    given('tranche')
      .when(opened)
      .then(
        leadsTo('claimable'),
        knows({ stage: 1, cashShareDue: '20000000', cashShareReceived: '0' }),
        tells('claimable', '0'),
        notices('company-0001: trancheClaimable'),
      );
    given('tranche')
      .when(officer('OPEN_TRANCHE', { stage: 1, cashShareDue: '0' }))
      .then(isRefused('isSystem', { role: 'officer' }));
  });
});

describe('A tranche that can be claimed', () => {
  const claimable = inState('tranche', 'claimable');

  test('waits for the firm’s cash share, to the last won', () => {
    claimable.when(CLAIM).then(isRefused('isCashShareReceived', { due: '20000000', received: '0' }));
    claimable
      .and(paysIn('19999999'))
      .when(CLAIM)
      .then(isRefused('isCashShareReceived', { due: '20000000', received: '19999999' }));
    claimable.and(paysIn('19999999'), paysIn('1')).when(CLAIM).then(leadsTo('checking'));
  });

  test('adds up what comes in, posts it as the firm’s own, and an officer confirms it', () => {
    const debit = `cash/${PROJECT}`;
    const credit = `own/company-0001/${PROJECT}`;
    claimable
      .and(paysIn('12000000'))
      .when(paysIn('8000000'))
      .then(
        stays,
        knows({ cashShareReceived: '20000000' }),
        orders('postShare', { kind: 'share', lines: [{ debit, credit, amount: '8000000' }] }),
        tells('claimable'),
      );
    claimable.when(applicant('CONFIRM_CASH_SHARE', { amount: '20000000' })).then(isRefused('isOfficer'));
  });

  test('counts a deposit of the bank’s once', () => {
    const once = claimable.and(paysIn('12000000', { reference: 'bank-7' }));
    once
      .when(paysIn('12000000', { reference: 'bank-7' }))
      .then(isRefused('isNewDeposit', { reference: 'bank-7' }));
    once.when(paysIn('12000000', { reference: 'bank-8' })).then(knows({ cashShareReceived: '24000000' }));
  });

  test('no longer counts a deposit that was reversed', () => {
    const REVERSED = system('CASH_SHARE_CORRECTED', { amount: '20000000' });
    claimable
      .and(CASH_IN)
      .when(REVERSED)
      .then(stays, knows({ cashShareReceived: '0' }));
    claimable.and(CASH_IN, REVERSED).when(CLAIM).then(isRefused('isCashShareReceived'));
    claimable
      .and(CASH_IN)
      .when(finance('CASH_SHARE_CORRECTED', { amount: '1' }))
      .then(isRefused('isSystem'));
  });

  test('takes a deposit anew that was reversed, by the same reference and in its right amount', () => {
    const wrong = claimable.and(
      paysIn('1000', { reference: 'bank-6' }),
      paysIn('2000000', { reference: 'bank-7' }),
      system('CASH_SHARE_CORRECTED', { amount: '2000000' }),
    );
    wrong
      .when(paysIn('20000000', { reference: 'bank-7' }))
      .then(knows({ cashShareReceived: '20001000', deposits: [{ amount: '1000' }, { amount: '20000000' }] }));
  });

  test('that asks for no cash can be claimed at once', () => {
    given('tranche')
      .and(system('OPEN_TRANCHE', { stage: 1, cashShareDue: '0' }))
      .when(CLAIM)
      .then(leadsTo('checking'));
  });

  test('is claimed by its own company, with the documents behind it', () => {
    const paidIn = claimable.and(CASH_IN);
    paidIn
      .when(CLAIM)
      .then(
        leadsTo('checking'),
        knows({ claim: { by: ['person-applicant-1'], documents: CLAIM_DOCUMENTS, amendedBy: [] } }),
        orders('checkClaim', { amount: '200000000', year: '2026', agreement: PROJECT }),
        tells('checking'),
      );
    paidIn.when(CLAIM.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
    paidIn
      .when(officer('CLAIM', { documents: CLAIM_DOCUMENTS }))
      .then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('says what is missing before anything is filled in', () => {
    claimable.when(asks('applicant', 'CLAIM')).then(isRefused('isCashShareReceived'));
    claimable.and(CASH_IN).when(asks('applicant', 'CLAIM')).then(isOffered);
  });

  test('is opened once', () => {
    claimable.when(opened).then(isNotOffered);
  });
});

describe('The documents of a claim', () => {
  const claimable = inState('tranche', 'claimable').and(CASH_IN);
  const [form, clearance] = CLAIM_DOCUMENTS;
  const claims = (...documents: readonly (object | undefined)[]) => applicant('CLAIM', { documents });

  test('are those that the edition asks for, and no others', () => {
    claimable.when(claims(form)).then(isRefused('hasNeededDocuments', { missing: 'tax-clearance' }));
    claimable
      .when(claims(form, clearance, { kind: 'love-letter', sha256: 'b' }))
      .then(isRefused('hasNeededDocuments', { unlisted: 'love-letter' }));
    claimable.when(claims(form, clearance, { kind: 'spending-plan', sha256: 'b' })).then(leadsTo('checking'));
  });

  test('say until when they are valid, where they are not for ever', () => {
    claimable
      .when(claims(form, { kind: 'tax-clearance', sha256: 'b' }))
      .then(isRefused('hasNeededDocuments', { undated: 'tax-clearance' }));
  });

  test('are named by their kinds: hashes alone are those of a tranche of the first version', () => {
    claimable
      .when(applicant('CLAIM', { documentSha256s: ['b'] }))
      .then(isRefused('hasNeededDocuments', { missing: 'claim-form, tax-clearance' }));
  });

  test('are valid on the Korean day of their receipt, its last moment included', () => {
    const until = claims(form, { ...clearance, expiresOn: '2026-06-10' });
    claimable.when(until.at('2026-06-10T14:59:59.999Z')).then(leadsTo('checking'));
    claimable.when(until.at('2026-06-10T15:00:00.000Z')).then(
      isRefused('hasNoExpiredDocument', {
        ...{ expired: 'tax-clearance 2026-06-10', receivedOn: '2026-06-11' },
      }),
    );
  });
});

describe('A claim is held back', () => {
  const claimable = inState('tranche', 'claimable').and(CASH_IN);

  test.each([
    ['the agreement is not in force', 'agreement', 'notInForce', 'isAgreementInForce'],
    ['the report of the stage before is missing', 'report', 'missing', 'isStageReportAccepted'],
    ['that report is only handed in', 'report', 'submitted', 'isStageReportAccepted'],
    ['the gate is still to be passed', 'gate', 'open', 'isGatePassed'],
    ['the firm is frozen', 'frozen', 'company-0001', 'isInstitutionNotFrozen'],
    ['it is frozen with another', 'frozen', 'partner-tno, company-0001', 'isInstitutionNotFrozen'],
    ['the company has a recovery open', 'openRecoveries', '1', 'hasNoOpenRecovery'],
  ])('while %s', (_, book, says, code) => {
    const books = { ...CLEAR, [book]: says };
    claimable.when(CLAIM.booked(books)).then(isRefused(code, { [book]: says }));
    inState('tranche', 'claimed')
      .when(FIRST.booked(books))
      .then(isRefused(code, { [book]: says }));
  });

  test.each([
    ['the report is accepted', 'report', 'accepted'],
    ['the gate is passed', 'gate', 'passed'],
    ['only its partner is frozen', 'frozen', 'partner-tno'],
  ])('no longer, once %s', (_, book, says) => {
    claimable.when(CLAIM.booked({ ...CLEAR, [book]: says })).then(leadsTo('checking'));
  });

  test('by each of them at once, and each is named', () => {
    claimable
      .when(CLAIM.booked({ ...CLEAR, agreement: 'ended', frozen: 'company-0001' }))
      .then(isRefused('isAgreementInForce', { agreement: 'ended' }, 'isInstitutionNotFrozen'));
  });
});

describe('A claim that is being checked', () => {
  const checking = inState('tranche', 'checking');
  const SUMS = { companySum: '300000000', yearSum: '40000000000', agreementSum: '100000000' };

  test('goes to the approver with the sums that the ledger knows', () => {
    checking.when(checked(SUMS)).then(leadsTo('claimed'), knows({ sums: SUMS }), tells('claimed'));
  });

  test('fixes exactly what is to be approved, by its SHA-256', () => {
    checking.when(checked(SUMS)).then(
      knows({
        approval: {
          document: {
            ...{ trancheId: `${PROJECT}/tranche/1`, payee: 'company-0001', amount: '200000000' },
            ...{ partnerAmount: '20000000', documents: CLAIM_DOCUMENTS, sums: SUMS, year: '2026' },
            ...{ cashShareDue: '20000000', cashShareReceived: '20000000', editionId: '2026' },
          },
        },
      }),
    );
  });

  test('is answered for by the ledger alone, and by nobody approved meanwhile', () => {
    checking
      .when(finance('CLAIM_CHECKED', { companySum: '0', yearSum: '0', agreementSum: '0' }))
      .then(isRefused('isSystem', { role: 'finance' }));
    checking.when(approver('APPROVE_FIRST')).then(isNotOffered);
  });
});

describe('A claim that is returned', () => {
  const RETURN = { reason: '영수증이 빠졌습니다.' };

  test('can be made again, with everything about it done anew', () => {
    for (const claim of [inState('tranche', 'claimed'), inState('tranche', 'firstApproved')])
      claim.when(finance('RETURN_CLAIM', RETURN)).then(
        leadsTo('claimable'),
        knows({
          ...{ claim: null, sums: null, approval: null, firstApprover: [] },
          ...{ ground: RETURN.reason, cashShareReceived: '20000000' },
        }),
        notices('company-0001: claimReturned', 'company-0001: trancheClaimable'),
      );
  });

  test('is returned by the approver or by finance', () => {
    inState('tranche', 'claimed').when(approver('RETURN_CLAIM', RETURN)).then(leadsTo('claimable'));
    inState('tranche', 'claimed')
      .when(officer('RETURN_CLAIM', RETURN))
      .then(isRefused('isApproverOrFinance', { role: 'officer' }));
  });
});

describe('A claim that is refused', () => {
  test('ends the tranche, binds no money any more, and the project is told', () => {
    const REFUSE = approver('REFUSE_CLAIM', { ground: 'not-eligible-cost' });
    for (const claim of [inState('tranche', 'claimed'), inState('tranche', 'firstApproved')])
      claim.when(REFUSE).then(
        leadsTo('refused'),
        knows({ ground: 'not-eligible-cost' }),
        notices('company-0001: claimRefused'),
        tells('refused'),
        orders('freeFunds'),
        orders('postDecommit', {
          kind: 'decommit',
          lines: [
            { debit: 'year/2026/all', credit: `company/company-0001/${PROJECT}`, amount: '180000000' },
            { debit: 'year/2026/all', credit: `partner/partner-tno/${PROJECT}`, amount: '20000000' },
          ],
        }),
      );
    inState('tranche', 'claimed')
      .when(officer('REFUSE_CLAIM', { ground: 'not-eligible-cost' }))
      .then(isRefused('isApproverOrFinance', { role: 'officer' }));
  });
});
