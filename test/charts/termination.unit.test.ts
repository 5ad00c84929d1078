import { describe, test } from 'vitest';
import { isNotOffered, isRefused, knows, leadsTo, notices, orders, stays } from './support/expected.js';
import { inState } from './support/given.js';
import { PARTICULARS, requests } from './support/lives-change.js';
import { document, settled, stageDone } from './support/lives.js';
import { applicant, committee, officer, system, told } from './support/moves.js';
import { PARTNER } from './support/people.js';

const underWay = inState('structuredProject', 'research.underWay');
const terminates = (basis: string) => committee('TERMINATE_AGREEMENT', { basis, ground: '합의에 따릅니다.' });
const cuts = (basis: string, grant: string) =>
  committee('CUT_GRANT', { basis, grant, ground: '정산 결과에 따릅니다.' });

function agreed(kind: string) {
  return [
    requests(kind),
    system('AGREEMENT_CHANGED', { no: 1, kind, particulars: PARTICULARS[kind] }),
  ] as const;
}

describe('An agreement', () => {
  test('is terminated where firm and agency agreed on it beforehand', () => {
    underWay
      .and(...agreed('termination'))
      .when(terminates('agreed-change'))
      .then(
        leadsTo('finalEvaluation'),
        knows({
          ...{ outcome: 'terminated', settlements: [{ stage: 1 }] },
          basedDecisions: [{ event: 'TERMINATE_AGREEMENT', basis: 'agreed-change' }],
          freezes: [
            { institution: 'company-0001', until: null },
            { institution: PARTNER, until: null },
          ],
        }),
        orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [1, 2, 3] }),
        notices('company-0001: agreementTerminated', 'partner-tno: agreementTerminated'),
      );
  });

  test('is not terminated on any other basis while the work goes on: there is no yearly gate', () => {
    const lawful = { lawful: 'stage-evaluation, special-evaluation, agreed-change' };
    underWay.when(terminates('yearly-check')).then(isRefused('hasLawfulBasis', lawful));
    for (const basis of ['stage-evaluation', 'special-evaluation', 'agreed-change'])
      underWay.when(terminates(basis)).then(isRefused('isBasisEstablished', { established: '' }));
    underWay
      .and(...agreed('goals'))
      .when(terminates('agreed-change'))
      .then(isRefused('isBasisEstablished', { established: '' }));
  });

  test('is terminated by the committee, and nobody else', () => {
    underWay
      .and(...agreed('termination'))
      .when(officer('TERMINATE_AGREEMENT', { basis: 'agreed-change', ground: '합의' }))
      .then(isRefused('isCommittee', { role: 'officer' }));
  });

  test('is terminated only while its work is under way', () => {
    for (const path of ['agreementPending.signed', 'finalReport.open', 'finalEvaluation'])
      inState('structuredProject', path).when(terminates('agreed-change')).then(isNotOffered);
  });

  test.each([
    ['mitIlpProject', 'matching.searching'],
    ['mitIlpProject', 'agenda.drafting'],
    ['mitIlpProject', 'exploration.concluding'],
    ['mitIlpProject', 'transfer'],
    ['ecoBridgeProject', 'clinical.criteria'],
    ['ecoBridgeProject', 'clinical.gate'],
    ['autonomousProject', 'research.stageEvaluation'],
  ] as const)('of %s in %s can be, and its money is settled where there was any', (subject, path) => {
    const here = inState(subject, path);
    here
      .and(...agreed('termination'))
      .when(terminates('agreed-change'))
      .then(leadsTo('finalEvaluation'));
  });
});

describe('A grant', () => {
  const second = underWay.and(told(1, 'released'), ...stageDone);

  test('is cut on the basis of a settlement that left money to return', () => {
    second
      .and(settled(1, '30000000'))
      .when(cuts('settlement', '900000000'))
      .then(
        stays,
        knows({
          grant: '900000000',
          tranches: [{ amount: '200000000' }, { amount: '400000000' }, { amount: '300000000' }],
          basedDecisions: [{ event: 'CUT_GRANT', basis: 'settlement', grant: '900000000' }],
        }),
        notices('company-0001: grantCut', 'partner-tno: grantCut'),
      );
  });

  test('is not cut on a settlement that left none, or that isn’t over', () => {
    second.and(settled(1)).when(cuts('settlement', '900000000')).then(isRefused('isBasisEstablished'));
    second.when(cuts('settlement', '900000000')).then(isRefused('isBasisEstablished', { established: '' }));
    second
      .when(cuts('stage-evaluation', '900000000'))
      .then(isRefused('hasLawfulBasis', { lawful: 'special-evaluation, agreed-change, settlement' }));
  });

  test('is cut to what was agreed where that could not be applied at once', () => {
    const asked = underWay.and(requests('total-money', { grant: '900000000' }));
    asked
      .and(system('AGREEMENT_CHANGED', { no: 1, kind: 'total-money', particulars: { grant: '900000000' } }))
      .when(cuts('agreed-change', '900000000'))
      .then(isRefused('isCutBelow', { grant: '900000000' }, 'isAnotherGrant'));
    underWay
      .and(...agreed('goals'))
      .when(cuts('agreed-change', '900000000'))
      .then(isRefused('isBasisEstablished', { established: '' }));
  });

  test('is cut by the committee', () => {
    second
      .and(settled(1, '30000000'))
      .when(officer('CUT_GRANT', { basis: 'settlement', grant: '900000000', ground: '정산' }))
      .then(isRefused('isCommittee', { role: 'officer' }));
  });
});

describe('After a special evaluation', () => {
  const decided = (ground: string, outcome: Readonly<Record<string, string>>) =>
    underWay.and(
      told(1, 'released'),
      officer('OPEN_SPECIAL_EVALUATION', { ground }),
      applicant('SUBMIT_EXPLANATION', document),
      committee('DECIDE_SPECIAL_EVALUATION', outcome),
    );
  const STOP = { outcome: 'stop', basis: 'special-evaluation' };
  const ban = officer('PROPOSE_SANCTION', { kind: 'ban', months: 24, ground: '협약 위반' });
  const recovers = (amount: string) =>
    committee('ORDER_RECOVERY', { amount, basis: 'special-evaluation', ground: '부정사용' });

  test('on a ground that may bring a sanction, one is proposed', () => {
    decided('breach', STOP)
      .when(ban)
      .then(stays, knows({ sanctions: [{ no: 1, kind: 'ban', months: 24, state: 'notified' }] }));
    decided('breach', { outcome: 'continue' }).when(ban).then(stays);
    decided('breach', STOP).and(ban).when(ban).then(isRefused('isSanctionNew', {}));
  });

  test('on another ground, or before it is decided, none is', () => {
    const grounds = { grounds: 'misconduct, breach' };
    decided('changed-environment', STOP).when(ban).then(isRefused('maySanction', grounds));
    underWay
      .and(officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }))
      .when(ban)
      .then(isRefused('maySanction', grounds));
  });

  test('a sanction says how long, or how much', () => {
    decided('breach', STOP)
      .when(officer('PROPOSE_SANCTION', { kind: 'ban', amount: '1', ground: '협약 위반' }))
      .then(isRefused('hasSanctionMeasure', {}));
    decided('breach', STOP)
      .when(officer('PROPOSE_SANCTION', { kind: 'levy', amount: '1000', ground: '협약 위반' }))
      .then(knows({ sanctions: [{ kind: 'levy', amount: '1000' }] }));
  });

  test('that stopped the project, the committee may order money to be recovered', () => {
    decided('misconduct', STOP)
      .when(recovers('200000000'))
      .then(stays, knows({ recoveries: [{ no: 1, cause: 'sanction', amount: '200000000' }] }));
    decided('misconduct', STOP)
      .when(recovers('200000001'))
      .then(isRefused('isWithinReleasedSum', { released: '200000000', recovering: '0' }));
    decided('misconduct', { outcome: 'continue' })
      .when(recovers('1'))
      .then(isRefused('isRecoveryGrounded', { evaluated: 'misconduct: continue' }));
  });
});
