import { describe, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { SHA256, agreed, document } from './support/lives.js';
import { applicant, committee, officer, passes, told } from './support/moves.js';

const [SIGN, COUNTERSIGN] = agreed;
const REVISE = officer('REQUEST_PLAN_REVISION', { reason: '예산표를 고쳐 주십시오.' });
const REVISED = applicant('SUBMIT_PLAN_REVISION', document);
const CANCEL = officer('CANCEL_SELECTION', { ground: 'not-signed' });
const LAST = '2026-07-01T14:59:59.999Z';

const open = inState('autonomousProject', 'agreementPending.open');

const PROJECT = 'project/2026/structured/0001';
const whose = { partnerId: 'partner-tno', grant: '1000000000' };

describe('An agreement to be signed', () => {
  test('is signed by the firm first, and then by the agency', () => {
    open.when(SIGN).then(leadsTo('agreementPending.signed'), waitsFor({}));
    open.when(COUNTERSIGN).then(isNotOffered);
  });

  test('brings the disclosure of benefits from abroad with it', () => {
    open
      .when(applicant('SIGN_AGREEMENT', { ...document, foreignBenefitsDisclosed: false }))
      .then(isRefused('hasDisclosedForeignBenefits', {}));
  });

  test('is not signed for another firm', () => {
    open.when(SIGN.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
    open
      .when(officer('SIGN_AGREEMENT', {}))
      .then(isRefused('isApplicant', { role: 'officer' }, 'hasDisclosedForeignBenefits'));
  });

  test('that is late is warned about, and the grace begins with the warning', () => {
    open
      .when(passes('agreement'))
      .then(
        leadsTo('agreementPending.overdue'),
        notices('company-0001: agreementOverdue'),
        knows({ clocks: { 'agreement-grace': { due: '2026-07-13T14:59:59.999Z' } } }),
        waitsFor({}),
      );
  });
});

describe('An agreement that is overdue', () => {
  const overdue = open.and(passes('agreement'));

  test('can still be signed', () => {
    overdue.when(SIGN).then(leadsTo('agreementPending.signed'));
  });

  test('can be cancelled once the grace is over, and not before', () => {
    const last = '2026-07-13T14:59:59.999Z';
    overdue.when(CANCEL.at(last)).then(isRefused('isGraceOver', { receivedAt: last, due: last }));
    overdue
      .when(CANCEL.at('2026-07-13T15:00:00.000Z'))
      .then(
        endsAs('lapsed'),
        knows({ refusedFor: { ground: 'not-signed', opinion: null } }),
        notices('company-0001: selectionCancelled'),
      );
  });

  test('is cancelled by the agency alone', () => {
    overdue
      .when(committee('CANCEL_SELECTION', { ground: 'not-signed' }).at('2026-07-14T01:00:00.000Z'))
      .then(isRefused('isOfficer', { role: 'committee' }));
  });

  test('that is not overdue cannot be cancelled', () => {
    open.when(CANCEL).then(isNotOffered);
  });
});

describe('A revision of the plan', () => {
  const revising = open.and(REVISE);

  test('is asked for by the agency, and takes at most twenty days', () => {
    open
      .when(REVISE)
      .then(
        leadsTo('agreementPending.planRevision'),
        notices('company-0001: planRevisionRequested'),
        waitsFor({ 'plan-revision': '2026-06-22T14:59:59.999Z' }),
      );
    open.when(applicant('REQUEST_PLAN_REVISION', { reason: '고치겠습니다.' })).then(isRefused('isOfficer'));
  });

  test('leads back to the agreement, whose thirty days are neither stopped nor begun anew', () => {
    revising
      .when(REVISED.at('2026-06-15T01:00:00.000Z'))
      .then(
        leadsTo('agreementPending.open'),
        knows({ planRevisionSha256: SHA256 }),
        waitsFor({ agreement: LAST }),
      );
  });

  test('in time at the last millisecond, and late one later', () => {
    revising.when(REVISED.onTheLast('plan-revision')).then(leadsTo('agreementPending.open'));
    revising.when(REVISED.onTheLast('plan-revision', 1)).then(
      isRefused('isWithinPlanRevisionWindow', {
        receivedAt: '2026-06-22T15:00:00.000Z',
        due: '2026-06-22T14:59:59.999Z',
      }),
    );
  });

  test('that never comes lets the procedure go on without it', () => {
    revising
      .when(passes('plan-revision'))
      .then(
        leadsTo('agreementPending.open'),
        knows({ planRevisionSha256: null }),
        waitsFor({ agreement: LAST }),
      );
  });

  test('that outlasts the thirty days still leaves the firm a warning and its grace', () => {
    const late = open.and(REVISE.at('2026-06-30T01:00:00.000Z'), REVISED.at('2026-07-10T01:00:00.000Z'));
    late.when(passes('agreement')).then(leadsTo('agreementPending.overdue'));
    late.and(passes('agreement')).when(SIGN).then(leadsTo('agreementPending.signed'));
  });

  test('comes before the signature', () => {
    revising.when(SIGN).then(isNotOffered);
  });
});

describe('An agreement that the firm has signed', () => {
  const signed = inState('structuredProject', 'agreementPending.signed');

  test('comes into force with the agency’s signature, and the first stage begins', () => {
    signed.when(COUNTERSIGN.at('2026-07-01T01:00:00.000Z')).then(
      leadsTo('research.underWay'),
      knows({
        stage: 1,
        agreement: {
          signedBy: 'person-applicant-1',
          countersignedBy: 'person-officer-1',
          inForceFrom: '2026-07-01T01:00:00.000Z',
        },
      }),
      notices('company-0001: agreementInForce', 'partner-tno: agreementInForce'),
      waitsFor({ 'stage-report': '2027-06-30T14:59:59.999Z' }),
    );
  });

  test('binds the whole grant to the company, and schedules a tranche for each stage', () => {
    signed.when(COUNTERSIGN).then(
      orders('postCommit', {
        kind: 'commit',
        lines: [
          { debit: `company/company-0001/${PROJECT}`, credit: 'year/2026/all', amount: '900000000' },
          { debit: `partner/partner-tno/${PROJECT}`, credit: 'year/2026/all', amount: '100000000' },
        ],
      }),
      orders('scheduleTranches', {
        chartId: 'tranche.v2',
        tranches: [
          { ...whose, no: 1, amount: '200000000', partnerAmount: '20000000' },
          { ...whose, no: 2, amount: '400000000', partnerAmount: '40000000' },
          { ...whose, no: 3, amount: '400000000', partnerAmount: '40000000' },
        ],
      }),
    );
  });

  test('is countersigned by the agency', () => {
    signed.when(committee('COUNTERSIGN_AGREEMENT')).then(isRefused('isOfficer', { role: 'committee' }));
  });

  test('may wait for the agency as long as it takes: the firm is not late any more', () => {
    open
      .and(SIGN)
      .when(officer('REQUEST_PLAN_REVISION', { reason: '늦었습니다.' }))
      .then(isNotOffered);
    signed.when(COUNTERSIGN.at('2026-09-01T01:00:00.000Z')).then(leadsTo('research.underWay'));
  });
});

describe('The tranches of an agreement', () => {
  test.each([
    ['mitIlpProject', ['1000000000'], {}],
    ['ecoBridgeProject', ['200000000', '400000000', '400000000'], {}],
    ['ecoBridgeProject', ['200000000', '800000000'], { entryStage: 'phase-1', targetStage: 'phase-2' }],
    ['ecoBridgeProject', ['1000000000'], { entryStage: 'phase-1', targetStage: 'phase-1' }],
    [
      'ecoBridgeProject',
      ['200000000', '400000000', '400000000'],
      { entryStage: 'target-identification', targetStage: 'nda-bla' },
    ],
  ] as const)('of %s are %j and together all of the grant', (subject, amounts, facts) => {
    inState(subject, 'agreementPending.signed', facts)
      .when(COUNTERSIGN)
      .then(
        orders('scheduleTranches', {
          chartId: 'tranche.v2',
          // The partner's cost is a tenth of the grant in these suites.
          tranches: amounts.map((amount, index) => ({
            ...{ ...whose, no: index + 1, amount, partnerAmount: String(Number(amount) / 10) },
          })),
        }),
      );
  });

  test('the first is opened once it says that it is there, with its part of the firm’s cash', () => {
    inState('structuredProject', 'research.underWay')
      .when(told(1, 'scheduled'))
      .then(
        stays,
        orders('openTranche', {
          event: 'OPEN_TRANCHE',
          data: { stage: 1, cashShareDue: '20000000' },
          tranches: [1],
        }),
      );
  });
});
