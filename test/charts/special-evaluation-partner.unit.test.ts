import { describe, test } from 'vitest';
import { isRefused, knows, leadsTo, notices, orders, stays, waitsFor } from './support/expected.js';
import { inState } from './support/given.js';
import { ALONE } from './support/noes-life.js';
import { PARTICULARS } from './support/lives-change.js';
import { SHA256, decides, document } from './support/lives.js';
import { applicant, committee, officer, partner, passes, regulator, told } from './support/moves.js';
import { PARTNER } from './support/people.js';

const PROJECT = 'project/2026/structured/0001';
const underWay = inState('structuredProject', 'research.underWay');
const OPEN = officer('OPEN_SPECIAL_EVALUATION', {
  ...{ ground: 'misconduct', institution: 'partner', explainBy: '2026-06-30' },
  statement: '실험자료의 진위를 확인합니다.',
});
const EXPLAIN = partner('SUBMIT_EXPLANATION', document);
const decidesOn = (outcome: string, more: object = {}) =>
  committee('DECIDE_SPECIAL_EVALUATION', { outcome, ...more });
const basis = 'special-evaluation';
const nobody = { event: 'FREEZE', data: {}, tranches: [] };

describe('A special evaluation of the partner', () => {
  test('holds the partner’s spending, and nobody else’s', () => {
    underWay.when(OPEN).then(
      leadsTo('specialEvaluation.awaitingExplanation'),
      knows({
        specialEvaluation: {
          ...{ ground: 'misconduct', cause: 'agency', party: 'partner', institution: PARTNER },
          ...{ statement: '실험자료의 진위를 확인합니다.', explanationSha256: null },
        },
        freezes: [{ institution: PARTNER, until: null, cause: 'special-evaluation' }],
      }),
      orders('holdSpending', { project: PROJECT, institution: PARTNER }),
      orders('freezeTranches', nobody),
      notices('partner-tno: specialEvaluationOpened', 'company-0001: otherSpecialEvaluationOpened'),
    );
  });

  test('is explained by the partner, within the time that the notice states', () => {
    const asked = underWay.and(OPEN);
    underWay.when(OPEN).then(waitsFor({ 'special-evaluation-explanation': '2026-06-30T14:59:59.999Z' }));
    asked
      .when(EXPLAIN.onTheLast('special-evaluation-explanation'))
      .then(
        leadsTo('specialEvaluation.awaitingDecision'),
        knows({ specialEvaluation: { explanationSha256: SHA256 } }),
      );
    asked
      .when(applicant('SUBMIT_EXPLANATION', document))
      .then(isRefused('isInstitutionConcerned', { role: 'applicant', concerned: 'partner' }));
    asked.when(EXPLAIN.by({ org: 'partner-mgb' })).then(isRefused('isOwnCase', {}));
  });

  test('leaves a day for it at least', () => {
    const today = officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach', explainBy: '2026-06-01' });
    underWay.when(today).then(isRefused('leavesTimeToExplain', { receivedOn: '2026-06-01' }));
  });

  test('lets a tranche of the firm be opened meanwhile', () => {
    underWay
      .and(OPEN)
      .when(told(1, 'scheduled'))
      .then(
        orders('freezeTranches'),
        orders('openTranche', {
          ...{ event: 'OPEN_TRANCHE', tranches: [1] },
          data: { stage: 1, cashShareDue: '20000000' },
        }),
      );
  });

  test('that lets the project go on lifts the partner’s hold, and tells both', () => {
    underWay
      .and(OPEN, EXPLAIN)
      .when(decidesOn('continue').at('2026-07-01T01:00:00.000Z'))
      .then(
        leadsTo('research.underWay'),
        knows({
          freezes: [{ institution: PARTNER, until: '2026-07-01T01:00:00.000Z' }],
          evaluated: { ground: 'misconduct', institution: PARTNER, outcome: 'continue' },
        }),
        orders('liftSpending', { project: PROJECT, institution: PARTNER }),
        orders('unfreezeTranches', { event: 'UNFREEZE', data: {}, tranches: [] }),
        notices('company-0001: specialEvaluationContinues', 'partner-tno: specialEvaluationContinues'),
      );
  });

  test('needs a partner', () => {
    ALONE.when(OPEN).then(isRefused('hasInstitution', {}));
  });
});

describe('A regulator’s hold during a special evaluation of the partner', () => {
  const HOLD = regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' });
  const LIFT = regulator('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-1' });
  const asked = inState('ecoBridgeProject', 'clinical.underWay').and(OPEN);
  const all = { data: {}, tranches: [1, 2, 3] };

  test('freezes the firm’s tranches, and its end unfreezes them', () => {
    asked.when(HOLD).then(stays, orders('freezeTranches', { event: 'FREEZE', ...all }));
    asked
      .and(HOLD)
      .when(LIFT)
      .then(stays, orders('unfreezeTranches', { event: 'UNFREEZE', ...all }));
  });

  test('tells nobody twice where the firm itself is evaluated', () => {
    const firms = inState('ecoBridgeProject', 'clinical.underWay').and(
      officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }),
    );
    firms.when(HOLD).then(orders('freezeTranches', nobody));
  });
});

describe('The committee may', () => {
  const explained = underWay.and(OPEN, EXPLAIN);

  test('let the project go on with less money', () => {
    explained.when(decidesOn('cut', { basis, grant: '800000000' })).then(
      leadsTo('research.underWay'),
      knows({
        ...{ grant: '800000000', specialEvaluation: null },
        tranches: [{ amount: '200000000' }, { amount: '300000000' }, { amount: '300000000' }],
        basedDecisions: [{ event: 'DECIDE_SPECIAL_EVALUATION', basis, grant: '800000000' }],
        evaluated: { outcome: 'cut' },
      }),
      orders('tellTranches', {
        event: 'RESCHEDULE',
        each: [2, 3].map((no) => ({
          no,
          data: {
            ...{ amount: '300000000', grant: '800000000', partnerId: PARTNER },
            partnerAmount: '40000000',
          },
        })),
      }),
      orders('liftSpending', { project: PROJECT, institution: PARTNER }),
    );
  });

  test('cut it only below what it was, and to a lawful amount', () => {
    explained
      .when(decidesOn('cut', { basis, grant: '1200000000' }))
      .then(isRefused('isCutBelow', { grant: '1000000000' }));
    explained.when(decidesOn('cut', { basis })).then(isRefused('namesWhatChanges', {}));
    explained
      .when(decidesOn('cut', { grant: '800000000' }))
      .then(isRefused('hasLawfulBasis', { lawful: 'special-evaluation, agreed-change, settlement' }));
    explained
      .when(decidesOn('cut', { basis: 'settlement', grant: '800000000' }))
      .then(isRefused('isBasisEstablished', { established: 'special-evaluation' }));
  });

  test('impose a change of the agreement, which is made without anybody’s approval', () => {
    const imposed = { kind: 'goals', particulars: PARTICULARS['goals'] };
    explained
      .when(decidesOn('change', { basis, change: imposed }))
      .then(
        leadsTo('research.underWay'),
        knows({ changes: [{ no: 1, kind: 'goals', imposedBy: basis, state: 'underReview' }] }),
        ({ step }) => {
          const order = step?.orders.find(({ name }) => name === 'startChange');
          const facts = order?.params['facts'] as { imposedBy: string };
          if (facts.imposedBy !== basis) throw new Error(`imposed by ${facts.imposedBy}`);
        },
      );
    explained.when(decidesOn('change', { basis })).then(isRefused('namesWhatChanges', {}));
    explained
      .when(decidesOn('change', { basis: 'settlement', change: imposed }))
      .then(isRefused('hasLawfulBasis', { lawful: 'special-evaluation, agreed-change' }));
  });

  test('stop it: then nobody spends anything any more', () => {
    explained.when(decidesOn('stop', { basis }).at('2026-07-01T01:00:00.000Z')).then(
      leadsTo('finalEvaluation'),
      knows({
        ...{ outcome: 'terminated', specialEvaluation: null },
        freezes: [
          { institution: PARTNER, until: '2026-07-01T01:00:00.000Z', cause: 'special-evaluation' },
          { institution: 'company-0001', until: null, cause: 'stopped' },
          { institution: PARTNER, from: '2026-07-01T01:00:00.000Z', until: null, cause: 'stopped' },
        ],
        settlements: [{ stage: 1 }],
      }),
    );
  });

  test('not cut what is left of a project whose tranches were all opened', () => {
    inState('mitIlpProject', 'exploration.underWay')
      .and(OPEN, EXPLAIN)
      .when(decidesOn('cut', { basis, grant: '900000000' }))
      .then(isRefused('hasTrancheToChange'));
  });
});

describe('A project that was stopped before anything was paid out to it', () => {
  test('has no stage to settle', () => {
    inState('mitIlpProject', 'matching.searching')
      .and(OPEN, EXPLAIN)
      .when(decidesOn('stop', { basis }))
      .then(leadsTo('finalEvaluation'), knows({ settlements: [] }), orders('startSettlement'));
  });

  test('through a NO_GO ends without a sanction', () => {
    inState('ecoBridgeProject', 'clinical.gate')
      .and(decides('NO_GO', { reason: '효능 부족' }), passes('special-evaluation-explanation'))
      .when(decidesOn('stop', { basis }))
      .then(knows({ outcome: 'discontinued', evaluated: { ground: 'changed-environment' } }));
  });
});
