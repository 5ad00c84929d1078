import { describe, expect, test } from 'vitest';
import {
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState, reached } from './support/given.js';
import { PARTICULARS, requests } from './support/lives-change.js';
import { SHA256, document, stageDone } from './support/lives.js';
import { applicant, asks, committee, officer, passes, regulator, system } from './support/moves.js';
import { PARTNER } from './support/people.js';

const PROJECT = 'project/2026/structured/0001';
const underWay = inState('structuredProject', 'research.underWay');
const exploring = inState('mitIlpProject', 'exploration.underWay');

/** The change that was asked for is approved, and the project is told. */
function changed(kind: string, no = 1, particulars = PARTICULARS[kind]) {
  return system('AGREEMENT_CHANGED', { no, kind, particulars });
}

function made(from: typeof underWay, kind: string) {
  return from.and(requests(kind)).when(changed(kind));
}

describe('A change of agreement', () => {
  test('is asked for by the firm, and becomes a subject of its own', () => {
    underWay.when(requests('goals').at('2026-09-01T01:00:00.000Z')).then(
      stays,
      knows({
        changes: [
          { no: 1, kind: 'goals', importance: 'important', decidedBy: 'officer', state: 'underReview' },
        ],
      }),
      orders('startChange', {
        ...{ chartId: 'change.v1', no: 1 },
        facts: {
          ...{ projectId: PROJECT, companyId: 'company-0001', partnerId: PARTNER, daysAdded: {} },
          ...{ kind: 'goals', particulars: PARTICULARS['goals'], imposedBy: null },
          ...{ importance: 'important', decidedBy: 'officer', reason: '사정이 바뀌었습니다.' },
          ...{ documentSha256: SHA256, filedAt: '2026-09-01T01:00:00.000Z' },
        },
      }),
      notices('company-0001: changeRequested'),
    );
  });

  test.each([
    ['method', PARTICULARS['method'], 'minor'],
    ['equipment', { amount: '29999999' }, 'minor'],
    ['equipment', { amount: '30000000' }, 'important'],
    ['commissioned-cost', { from: '100', to: '119' }, 'minor'],
    ['commissioned-cost', { from: '100', to: '120' }, 'important'],
    ['international-cost', { from: '1', to: '9', exchangeRateOnly: true }, 'minor'],
    ['international-cost', { from: '1', to: '9', exchangeRateOnly: false }, 'important'],
  ])('of %s to %j is %s', (kind, particulars, importance) => {
    underWay.when(requests(kind, particulars)).then(knows({ changes: [{ kind, importance }] }));
  });

  test('of a kind that the edition lists, once at a time', () => {
    underWay.when(requests('weather', {})).then(isRefused('isChangeListed'));
    underWay.and(requests('goals')).when(requests('goals')).then(isRefused('isNotUnderReviewAlready', {}));
    underWay
      .and(requests('goals'))
      .when(requests('period'))
      .then(knows({ changes: [{}, { no: 2 }] }));
    underWay.and(requests('goals'), changed('goals')).when(requests('goals')).then(stays);
  });

  test('is the firm’s to ask for, while the agreement runs', () => {
    underWay.when(requests('goals').by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
    underWay
      .when(officer('REQUEST_CHANGE', {}))
      .then(isRefused('isApplicant', { role: 'officer' }, 'isChangeListed'));
    inState('structuredProject', 'agreementPending.signed')
      .when(requests('goals'))
      .then(isRefused('isAgreementRunning', {}));
    inState('structuredProject', 'finalReport.open').when(requests('goals')).then(stays);
    inState('structuredProject', 'finalEvaluation')
      .when(requests('goals'))
      .then(isRefused('isAgreementRunning', {}));
    underWay.when(asks('applicant', 'REQUEST_CHANGE')).then(isOffered);
  });

  test('may be asked for during a special evaluation too, and is applied then', () => {
    const evaluated = underWay.and(officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }));
    made(evaluated, 'goals').then(stays, knows({ changes: [{ state: 'applied' }] }));
  });

  test('is told by the service alone, and once', () => {
    const asked = underWay.and(requests('goals'));
    asked
      .when(changed('goals').by({ person: 'person-1', role: 'officer', org: 'agency' }))
      .then(isRefused('isSystem', { role: 'officer' }));
    asked.and(changed('goals')).when(changed('goals')).then(isRefused('isOpenChange', {}));
    underWay.when(changed('goals')).then(isRefused('isOpenChange', {}));
  });

  test('that is approved after the agreement’s end is made no more', () => {
    underWay
      .and(requests('goals'), officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }))
      .and(applicant('SUBMIT_EXPLANATION', document))
      .and(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }))
      .when(changed('goals'))
      .then(
        knows({ changes: [{ state: 'inapplicable' }] }),
        notices('company-0001: changeInapplicable', 'agency: changeInapplicable'),
      );
  });

  test('that is not made leaves everything as it was, on record', () => {
    const asked = underWay.and(requests('goals'));
    asked
      .when(system('CHANGE_REFUSED', { no: 1, outcome: 'rejected' }))
      .then(stays, knows({ changes: [{ no: 1, state: 'rejected' }] }), notices());
    asked
      .when(system('CHANGE_REFUSED', { no: 1, outcome: 'withdrawn' }))
      .then(knows({ changes: [{ state: 'withdrawn' }] }));
    asked
      .when(system('CHANGE_REGISTERED', { no: 1 }))
      .then(knows({ changes: [{ state: 'registered' }] }), notices('partner-tno: changeRegistered'));
  });

  test('of something that the service keeps no account of is recorded, and told to both', () => {
    made(underWay, 'goals').then(
      knows({ changes: [{ state: 'applied' }] }),
      notices('company-0001: agreementChanged', 'partner-tno: agreementChanged'),
    );
  });
});

describe('A longer period', () => {
  test('moves the end of the running stage, and the day of its report', () => {
    made(underWay, 'period').then(
      stays,
      waitsFor({ 'stage-report': '2027-11-30T14:59:59.999Z' }),
      knows({
        clocks: { stage: { due: '2027-11-30T14:59:59.999Z', extensions: [{ length: { count: 6 } }] } },
      }),
    );
  });

  test('moves the stages after it, whose tranches open later', () => {
    const longer = underWay.and(requests('period'), changed('period'), ...stageDone);
    expect(reached(longer).state.context['clocks']).toMatchObject({
      stage: { due: '2028-11-30T14:59:59.999Z' },
    });
  });

  test('finds a report that is late in time again', () => {
    const late = underWay.and(requests('period'), passes('stage-report'));
    late.when(changed('period')).then(leadsTo('research.underWay'));
    late
      .when(changed('period').at('2028-01-03T01:00:00.000Z'))
      .then(leadsTo('research.reportOverdue'), waitsFor({}));
    exploring
      .and(requests('period'), passes('stage-report'))
      .when(changed('period'))
      .then(leadsTo('exploration.underWay'));
    inState('ecoBridgeProject', 'clinical.underWay')
      .and(requests('period'), passes('stage'))
      .when(changed('period'))
      .then(leadsTo('clinical.underWay'));
  });

  test('finds a project in time again that a special evaluation found late', () => {
    underWay
      .and(requests('period'), passes('stage-report'))
      .and(officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }), changed('period'))
      .and(applicant('SUBMIT_EXPLANATION', document))
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' }))
      .then(leadsTo('research.underWay'));
  });

  test('is added to what a clinical hold has left of the stage', () => {
    const held = inState('ecoBridgeProject', 'clinical.underWay').and(
      requests('period'),
      regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' }).at('2026-09-01T01:00:00.000Z'),
    );
    const lift = regulator('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-1' });
    held
      .and(changed('period').at('2026-10-01T01:00:00.000Z'))
      .when(lift.at('2026-12-01T01:00:00.000Z'))
      .then(waitsFor({ stage: '2028-02-29T14:59:59.999Z' }));
  });

  test('needs a stage that is running', () => {
    const PERIOD = requests('period');
    inState('mitIlpProject', 'matching.searching').when(PERIOD).then(isRefused('hasStageToExtend', {}));
    inState('mitIlpProject', 'transfer').when(PERIOD).then(isRefused('hasStageToExtend', {}));
    inState('ecoBridgeProject', 'clinical.criteria').when(PERIOD).then(isRefused('hasStageToExtend', {}));
    inState('structuredProject', 'finalReport.open').when(PERIOD).then(isRefused('hasStageToExtend', {}));
  });
});

describe('Another grant', () => {
  test('changes what the tranches come to that were never opened, in proportion', () => {
    made(underWay, 'total-money').then(
      stays,
      knows({
        grant: '1100000000',
        tranches: [
          { no: 1, amount: '200000000' },
          { no: 2, amount: '450000000' },
          { no: 3, amount: '450000000' },
        ],
      }),
    );
  });

  test('is told to them with the partner’s part, which stays the same in all', () => {
    const plan = (amount: string) => ({
      ...{ amount, grant: '1100000000', partnerId: PARTNER, partnerAmount: '40000000' },
    });
    made(underWay, 'total-money').then(
      orders('tellTranches', {
        event: 'RESCHEDULE',
        each: [
          { no: 2, data: plan('450000000') },
          { no: 3, data: plan('450000000') },
        ],
      }),
    );
  });

  test('keeps to the ceiling and the ratios when it is asked for', () => {
    underWay
      .when(requests('total-money', { grant: '1500000001' }))
      .then(
        isRefused(
          'isWithinCompanyCeiling',
          { already: '0', adding: '1500000001', cap: '1500000000' },
          'isGovernmentWithinRatio',
          'isFirmShareEnough',
        ),
      );
    underWay
      .when(requests('total-money', { grant: '1000000000' }))
      .then(isRefused('isAnotherGrant', { grant: '1000000000' }));
    underWay
      .when(requests('total-money', { grant: '200000001' }))
      .then(isRefused('fillsEveryTranche', { grant: '200000001', tranches: '2: 400000000, 3: 400000000' }));
  });

  test('needs a tranche that was never opened', () => {
    inState('structuredProject', 'research.underWay', {}, 3)
      .when(requests('total-money'))
      .then(isRefused('hasTrancheToChange'));
  });

  test('that can’t be applied any more when it is told is recorded and said, not dropped', () => {
    const asked = inState('structuredProject', 'research.underWay', {}, 2).and(requests('total-money'));
    asked
      .and(...stageDone)
      .when(changed('total-money'))
      .then(
        stays,
        knows({ grant: '1000000000', changes: [{ state: 'inapplicable' }] }),
        orders('tellTranches'),
        notices('company-0001: changeInapplicable', 'agency: changeInapplicable'),
      );
  });
});

describe('Another split between the years', () => {
  test('gives the tranches that were never opened other amounts, with the same sum', () => {
    made(underWay, 'year-split').then(
      knows({
        grant: '1000000000',
        tranches: [
          { amount: '200000000' },
          { amount: '300000000', partnerAmount: '30000000' },
          { amount: '500000000', partnerAmount: '50000000' },
        ],
      }),
    );
  });

  test.each([[['300000000', '500000001']], [['800000000']], [['800000000', '0']], [['1', '2', '799999997']]])(
    'is not %j',
    (amounts) => {
      underWay
        .when(requests('year-split', { amounts }))
        .then(isRefused('keepsSum', { tranches: '2: 400000000, 3: 400000000' }));
    },
  );

  test('has something to split', () => {
    inState('structuredProject', 'research.underWay', {}, 3)
      .when(requests('year-split', { amounts: ['1'] }))
      .then(isRefused('hasTrancheToChange'));
  });
});
