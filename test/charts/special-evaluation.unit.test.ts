import { describe, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { SHA256, decides, document } from './support/lives.js';
import { applicant, asks, committee, officer, partner, passes, regulator, told } from './support/moves.js';
import type { Subject } from '../../src/contract/names.js';

const OPEN = officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
const REQUEST = applicant('REQUEST_TERMINATION', { reason: '더는 할 수 없습니다.' });
const EXPLAIN = applicant('SUBMIT_EXPLANATION', document);
const CONTINUE = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' });
const STOP = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' });

const PROJECT = 'project/2026/structured/0001';
const CLINICAL_PROJECT = 'project/2026/ecoBridge/0001';
const underWay = inState('structuredProject', 'research.underWay');
const frozen = { event: 'FREEZE', data: {}, tranches: [1, 2, 3] };
const CLINICAL_HOLD = regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' });
const HOLD = decides('HOLD', { until: '2026-12-31', basis: '추가 자료' });

describe('A special evaluation', () => {
  test('is opened by the agency on a ground that the edition lists', () => {
    underWay
      .when(OPEN)
      .then(
        leadsTo('specialEvaluation.awaitingExplanation'),
        knows({ specialEvaluation: { ground: 'breach', cause: 'agency', explanationSha256: null } }),
      );
    underWay.when(officer('OPEN_SPECIAL_EVALUATION', { ground: 'rumour' })).then(
      isRefused('isSpecialEvaluationGround', {
        grounds: 'misconduct, investigator-banned, changed-environment, own-request, breach',
      }),
    );
    underWay.when(committee('OPEN_SPECIAL_EVALUATION', { ground: 'breach' })).then(isRefused('isOfficer'));
  });

  test('is opened at the firm’s own request', () => {
    underWay
      .when(REQUEST)
      .then(
        leadsTo('specialEvaluation.awaitingExplanation'),
        knows({ specialEvaluation: { ground: 'own-request', cause: 'firm' } }),
      );
    underWay.when(REQUEST.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
  });

  test('freezes the tranches from its notice on', () => {
    underWay
      .when(OPEN)
      .then(
        notices('company-0001: specialEvaluationOpened', 'partner-tno: otherSpecialEvaluationOpened'),
        orders('freezeTranches', frozen),
        orders('holdSpending', { project: PROJECT, institution: 'company-0001' }),
        waitsFor({ 'special-evaluation-explanation': '2026-06-11T14:59:59.999Z' }),
      );
  });

  test('does not freeze what has been paid, refused or cancelled already', () => {
    underWay
      .and(told(1, 'released'), told(2, 'scheduled'))
      .when(OPEN)
      .then(orders('freezeTranches', { ...frozen, tranches: [2, 3] }));
  });

  const STATES: readonly [Subject, string][] = [
    ['structuredProject', 'research.underWay'],
    ['structuredProject', 'research.stageEvaluation'],
    ['autonomousProject', 'research.underWay'],
    ['mitIlpProject', 'matching.searching'],
    ['mitIlpProject', 'matching.proposed'],
    ['mitIlpProject', 'agenda.drafting'],
    ['mitIlpProject', 'agenda.awaitingCoSignature'],
    ['mitIlpProject', 'exploration.underWay'],
    ['mitIlpProject', 'exploration.concluding'],
    ['mitIlpProject', 'transfer'],
    ['ecoBridgeProject', 'clinical.criteria'],
    ['ecoBridgeProject', 'clinical.underWay'],
    ['ecoBridgeProject', 'clinical.gate'],
  ];
  test.each(STATES)('finds %s in %s, and goes on there', (subject, path) => {
    inState(subject, path)
      .and(OPEN, EXPLAIN)
      .when(CONTINUE)
      .then(
        leadsTo(path),
        knows({ specialEvaluation: null }),
        notices('company-0001: specialEvaluationContinues', 'partner-tno: specialEvaluationContinues'),
      );
  });

  test.each([
    [underWay.and(passes('stage-report')), 'research.reportOverdue'],
    [inState('ecoBridgeProject', 'clinical.underWay').and(passes('stage')), 'clinical.overdue'],
    [inState('ecoBridgeProject', 'clinical.gate').and(HOLD), 'clinical.hold'],
    [
      inState('mitIlpProject', 'exploration.underWay').and(passes('stage-report')),
      'exploration.reportOverdue',
    ],
    [inState('structuredProject', 'finalReport.open').and(passes('final-report')), 'finalReport.overdue'],
  ])('finds a project that is late or on hold, and goes on there (%#)', (late, path) => {
    late.and(OPEN, EXPLAIN).when(CONTINUE).then(leadsTo(path));
  });

  test.each([
    'submitted',
    'deliberation',
    'roadmap.drafting',
    'agreementPending.open',
    'finalReport.open',
    'finalEvaluation',
  ])('is not for a project in %s', (path) => {
    inState('structuredProject', path).when(OPEN).then(isNotOffered);
  });
});

describe('An explanation', () => {
  const asked = underWay.and(OPEN);

  test('is the firm’s, and brings the matter before the committee', () => {
    asked
      .when(EXPLAIN)
      .then(
        leadsTo('specialEvaluation.awaitingDecision'),
        knows({ specialEvaluation: { explanationSha256: SHA256 } }),
        waitsFor({}),
      );
    asked
      .when(partner('SUBMIT_EXPLANATION', document))
      .then(isRefused('isInstitutionConcerned', { role: 'partner', concerned: 'firm' }));
    asked.when(EXPLAIN.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
  });

  test('in time at the last millisecond, and late one later', () => {
    asked
      .when(EXPLAIN.onTheLast('special-evaluation-explanation'))
      .then(leadsTo('specialEvaluation.awaitingDecision'));
    asked.when(EXPLAIN.onTheLast('special-evaluation-explanation', 1)).then(
      isRefused('isWithinExplanationWindow', {
        receivedAt: '2026-06-11T15:00:00.000Z',
        due: '2026-06-11T14:59:59.999Z',
      }),
    );
  });

  test('that never comes is decided without', () => {
    asked.when(passes('special-evaluation-explanation')).then(leadsTo('specialEvaluation.awaitingDecision'));
    asked.and(passes('special-evaluation-explanation')).when(EXPLAIN).then(isNotOffered);
  });

  test('is waited for before anything is decided', () => {
    asked.when(STOP).then(isNotOffered);
  });
});

describe('The committee', () => {
  const explained = underWay.and(OPEN, EXPLAIN);

  test('lets the project go on, and its money flow again', () => {
    explained
      .when(CONTINUE)
      .then(
        orders('unfreezeTranches', { event: 'UNFREEZE', data: {}, tranches: [1, 2, 3] }),
        waitsFor({ 'stage-report': '2027-05-31T14:59:59.999Z' }),
      );
  });

  test('stops it on a lawful basis: no tranche is left, and it is evaluated finally', () => {
    explained
      .when(STOP)
      .then(
        leadsTo('finalEvaluation'),
        knows({ outcome: 'terminated' }),
        orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [1, 2, 3] }),
        orders(
          'holdSpending',
          { project: PROJECT, institution: 'company-0001' },
          { project: PROJECT, institution: 'partner-tno' },
        ),
        notices('company-0001: projectTerminated', 'partner-tno: projectTerminated'),
      );
  });

  test.each([undefined, 'yearly-check'])('does not stop it on the basis %s', (basis) => {
    explained
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', ...(basis ? { basis } : {}) }))
      .then(isRefused('hasLawfulBasis', { lawful: 'stage-evaluation, special-evaluation, agreed-change' }));
  });

  test.each(['stage-evaluation', 'agreed-change'])(
    'does not stop it on the basis %s, which has not come about',
    (basis) => {
      explained
        .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis }))
        .then(isRefused('isBasisEstablished', { established: 'special-evaluation' }));
    },
  );

  test('decides, and nobody else does', () => {
    explained
      .when(officer('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' }))
      .then(isRefused('isCommittee', { role: 'officer' }));
    explained.when(asks('committee', 'DECIDE_SPECIAL_EVALUATION')).then(isOffered);
  });

  test('ends a project by the firm’s own request as terminated', () => {
    underWay
      .and(REQUEST, EXPLAIN)
      .when(STOP)
      .then(leadsTo('finalEvaluation'), knows({ outcome: 'terminated' }));
    const agreed = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'agreed-change' });
    underWay.and(REQUEST, EXPLAIN).when(agreed).then(leadsTo('finalEvaluation'));
  });
});

describe('A stage that ran out during the evaluation', () => {
  test('is overdue as soon as the project goes on', () => {
    const decided = CONTINUE.at('2027-06-20T01:00:00.000Z');
    underWay
      .and(OPEN.at('2027-05-25T01:00:00.000Z'), EXPLAIN)
      .when(decided)
      .then(leadsTo('research.underWay'), waitsFor({ 'stage-report': '2027-05-31T14:59:59.999Z' }));
    underWay
      .and(OPEN.at('2027-05-25T01:00:00.000Z'), EXPLAIN, decided)
      .when(passes('stage-report'))
      .then(leadsTo('research.reportOverdue'));
  });
});

describe('A project under a regulator’s hold', () => {
  const held = inState('ecoBridgeProject', 'clinical.underWay').and(CLINICAL_HOLD);

  test('goes back under that hold, and its money stays frozen', () => {
    held
      .and(OPEN, EXPLAIN)
      .when(CONTINUE)
      .then(
        leadsTo('clinicalHold'),
        orders('unfreezeTranches'),
        orders('liftSpending', { project: CLINICAL_PROJECT, institution: 'company-0001' }),
        notices('company-0001: specialEvaluationContinues', 'partner-tno: specialEvaluationContinues'),
      );
  });

  test('whose hold is lifted afterwards goes on with its stage', () => {
    held
      .and(OPEN, EXPLAIN, CONTINUE)
      .when(regulator('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-1' }))
      .then(
        leadsTo('clinical.underWay'),
        orders('unfreezeTranches', { event: 'UNFREEZE', data: {}, tranches: [1, 2, 3] }),
      );
  });
});
