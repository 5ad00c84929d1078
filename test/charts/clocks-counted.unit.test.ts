import { describe, expect, test } from 'vitest';
import {
  clockIs,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  tendsAt,
  waitsFor,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { agreed } from './support/lives.js';
import { administrator, committee, officer, passes, system, tends } from './support/moves.js';

const ground = '자료 보완에 시간이 더 필요합니다.';
const DECISION = 'objection-decision';
const DUE = '2026-07-01T14:59:59.999Z';

const filed = given('objection');
const agreement = inState('autonomousProject', 'agreementPending.open');
const research = inState('autonomousProject', 'research.underWay');

function extending(clock: string, more: object) {
  return officer('EXTEND_CLOCK', { clock, ground, ...more });
}

function correcting(clock: string, from: string) {
  return officer('CORRECT_CLOCK', { clock, from, ground });
}

function adding(...days: readonly string[]) {
  return administrator('RECOUNT_CLOCKS', {
    ...{ daysAdded: { '2026': days }, ground: '임시공휴일 지정', decidedBy: 'person-administrator-2' },
  });
}

describe('A corrected starting date', () => {
  test('moves the due date, and says from when to when and why', () => {
    filed.when(correcting(DECISION, '2026-05-29')).then(
      clockIs(DECISION, {
        ...{ from: '2026-05-28T15:00:00.000Z', due: '2026-06-29T14:59:59.999Z' },
        corrections: [
          expect.objectContaining({
            from: '2026-06-01T00:00:00.000Z',
            to: '2026-05-28T15:00:00.000Z',
            ground,
          }),
        ],
      }),
      notices('company-0001: clockCorrected'),
    );
  });

  test('by which it is over makes it due at once; what was done stays done', () => {
    const moved = agreement.and(correcting('agreement', '2026-04-01'));
    moved.when(passes('agreement')).then(leadsTo('agreementPending.overdue'));
  });

  test('by which it is not over yet takes the lateness back', () => {
    const late = agreement.and(passes('agreement'));
    late.when(correcting('agreement', '2026-06-10')).then(leadsTo('agreementPending.open'));
  });

  test('of a stage moves the date of its report with it', () => {
    research
      .when(correcting('stage', '2026-05-20'))
      .then(
        clockIs('stage', { due: '2027-05-19T14:59:59.999Z' }),
        clockIs('stage-report', { from: '2027-05-19T14:59:59.999Z', due: '2027-05-19T14:59:59.999Z' }),
        waitsFor({ 'stage-report': '2027-05-19T14:59:59.999Z' }),
      );
    research
      .and(extending('stage-report', { length: { unit: 'days', count: 14 } }))
      .when(correcting('stage', '2026-05-20'))
      .then(waitsFor({ 'stage-report': '2027-06-02T14:59:59.999Z' }));
  });
});

describe('A holiday that is added while clocks run', () => {
  test('moves those that end on it, tells whose they are, and is known from then on', () => {
    filed
      .when(adding('07-01'))
      .then(
        clockIs(DECISION, { due: '2026-07-02T14:59:59.999Z' }),
        knows({ daysAdded: { '2026': ['07-01'] } }),
        notices('company-0001: clockRecounted'),
      );
  });

  test('moves nothing that doesn’t end on it, and then tells nobody', () => {
    filed.when(adding('06-15')).then(clockIs(DECISION, { due: DUE }), notices());
  });

  test('moves nothing that is over, or whose act was done', () => {
    filed.when(adding('07-01').at('2026-07-02T01:00:00.000Z')).then(clockIs(DECISION, { due: DUE }));
    const signed = agreement.and(...agreed);
    signed.when(adding('07-01')).then(clockIs('agreement', { due: DUE }), notices());
  });

  test('is counted with by clocks that start later', () => {
    const later = agreement.and(adding('06-22'));
    later
      .when(officer('REQUEST_PLAN_REVISION', { reason: '예산표를 고쳐 주십시오.' }))
      .then(clockIs('plan-revision', { due: '2026-06-23T14:59:59.999Z' }));
  });

  test('is added once', () => {
    filed.and(adding('07-01')).when(adding('07-01')).then(isRefused('isHolidayNew'));
    filed
      .and(adding('07-01'))
      .when(adding('07-01', '07-02'))
      .then(
        clockIs(DECISION, { due: '2026-07-03T14:59:59.999Z' }),
        knows({ daysAdded: { '2026': ['07-01', '07-02'] } }),
      );
  });

  test('moves the days of a call, too', () => {
    const notified = inState('call', 'notified');
    notified.when(adding('12-28')).then(stays, clockIs('reserve', { due: '2026-12-29T14:59:59.999Z' }));
    notified.when(adding('07-06')).then(waitsFor({ objection: '2026-07-07T14:59:59.999Z' }));
  });
});

describe('Of a clock that runs', () => {
  const reminded = agreement.and(tends);

  test('its firm is reminded, and the date of the next reminder follows', () => {
    agreement.when(tends).then(
      stays,
      orders('tendClock', {
        ...{ clock: 'agreement', mark: 'remind/7d', kind: 'remind', whose: ['firm', 'agency'], due: DUE },
      }),
      tendsAt('2026-06-29T15:00:00.000Z'),
    );
    reminded.when(tends).then(orders('tendClock', expect.objectContaining({ mark: 'remind/1d' }) as object));
  });

  test('nothing is said once its act was done', () => {
    reminded
      .and(...agreed)
      .when(system('TEND_CLOCKS'))
      .then(isRefused('isTendingDue'));
  });

  test('whom it was escalated to is kept, with the name of whoever was away', () => {
    const late = filed.and(tends, tends, tends);
    late
      .when(
        system('CLOCK_ESCALATED', {
          ...{ clock: DECISION, mark: 'escalate/delegate', person: 'person-cho', onBehalfOf: 'person-ana' },
        }),
      )
      .then(
        stays,
        clockIs(DECISION, {
          escalations: [
            expect.objectContaining({
              ...{ mark: 'escalate/delegate', person: 'person-cho', onBehalfOf: 'person-ana' },
            }),
          ],
        }),
      );
  });

  test('that limits a right nobody is told of as overdue', () => {
    const refused = inState('structuredProject', 'deliberation').and(
      committee('REJECT', { ground: 'below-threshold', opinion: { ko: '의견', en: 'An opinion' } }),
    );
    refused
      .when(tends)
      .then(
        orders('tendClock', expect.objectContaining({ clock: 'objection', mark: 'remind/3d' }) as object),
        tendsAt(null),
      );
  });
});

describe('A regulator’s hold', () => {
  test('stops the stage’s clock, which goes on with the days that were left', () => {
    const underWay = inState('ecoBridgeProject', 'clinical.underWay');
    const reference = { authority: 'MFDS', reference: 'hold-2026-3' };
    const held = underWay.and(officer('CLINICAL_HOLD', reference).at('2026-08-03T00:00:00.000Z'));
    held
      .when(officer('LIFT_CLINICAL_HOLD', reference).at('2026-09-03T00:00:00.000Z'))
      .then(
        leadsTo('clinical.underWay'),
        clockIs('stage', { suspended: null, rule: 'resumed', due: '2027-07-01T14:59:59.999Z' }),
      );
  });
});
