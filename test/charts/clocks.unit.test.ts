import { describe, expect, test } from 'vitest';
import {
  clockIs,
  isRefused,
  leadsTo,
  notices,
  orders,
  stays,
  tendsAt,
  waitsFor,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { agreed } from './support/lives.js';
import { applicant, committee, officer, passes, tends } from './support/moves.js';

const ground = '자료 보완에 시간이 더 필요합니다.';
const DECISION = 'objection-decision';
const DUE = '2026-07-01T14:59:59.999Z';

const filed = given('objection');
const agreement = inState('autonomousProject', 'agreementPending.open');
const research = inState('autonomousProject', 'research.underWay');

function extending(clock: string, more: object) {
  return officer('EXTEND_CLOCK', { clock, ground, ...more });
}

const suspending = (clock: string) => officer('SUSPEND_CLOCK', { clock, ground });
const resuming = (clock: string) => officer('RESUME_CLOCK', { clock });

describe('An extension', () => {
  test('moves the due date to the end of the day that it names, with its ground and who gave it', () => {
    filed.when(extending(DECISION, { until: '2026-07-10' }).by({ onBehalfOf: 'person-away' })).then(
      stays,
      clockIs(DECISION, {
        due: '2026-07-10T14:59:59.999Z',
        extensions: [
          {
            ...{ from: DUE, to: '2026-07-10T14:59:59.999Z', until: '2026-07-10', ground },
            ...{ by: 'person-officer-1', onBehalfOf: 'person-away', at: '2026-06-01T00:01:00.000Z' },
          },
        ],
      }),
      notices('company-0001: clockExtended'),
      tendsAt('2026-07-06T15:00:00.000Z'),
    );
  });

  test('by a length is counted from the due date, and off a day off', () => {
    // 1 July + 10 days is a Saturday.
    filed
      .when(extending(DECISION, { length: { unit: 'days', count: 10 } }))
      .then(clockIs(DECISION, { due: '2026-07-13T14:59:59.999Z' }));
  });

  test('has what was said of the old date said anew of the new one', () => {
    filed
      .and(tends)
      .when(extending(DECISION, { until: '2026-07-15' }))
      .then(clockIs(DECISION, { said: [] }), tendsAt('2026-07-11T15:00:00.000Z'));
  });

  test('moves the date that a state waits for', () => {
    agreement
      .when(extending('agreement', { until: '2026-07-20' }))
      .then(stays, waitsFor({ agreement: '2026-07-20T14:59:59.999Z' }));
  });

  test('of what is late, and still taken, makes it late no more', () => {
    agreement
      .and(passes('agreement'))
      .when(extending('agreement', { until: '2026-07-20' }))
      .then(
        leadsTo('agreementPending.open'),
        waitsFor({ agreement: '2026-07-20T14:59:59.999Z' }),
        clockIs('agreement', { overdueSince: null }),
      );
  });

  test('of a stage report lets it come in time again', () => {
    const extended = research
      .and(passes('stage-report'))
      .and(extending('stage-report', { length: { unit: 'days', count: 14 } }));
    extended
      .when(applicant('SUBMIT_STAGE_REPORT', { documentSha256: 'a'.repeat(64) }))
      .then(leadsTo('research.stageEvaluation'));
    extended.when(tends).then(orders('tendClock', expect.objectContaining({ mark: 'remind/7d' }) as object));
  });

  test('of a window keeps it open', () => {
    const revising = agreement.and(officer('REQUEST_PLAN_REVISION', { reason: '예산표를 고쳐 주십시오.' }));
    const document = { documentSha256: 'a'.repeat(64) };
    const late = applicant('SUBMIT_PLAN_REVISION', document).at('2026-06-23T01:00:00.000Z');
    revising.when(late).then(isRefused('isWithinPlanRevisionWindow'));
    revising
      .and(extending('plan-revision', { until: '2026-06-30' }))
      .when(late)
      .then(leadsTo('agreementPending.open'));
  });

  test('is given by whom the edition says, and by nobody else', () => {
    filed
      .when(applicant('EXTEND_CLOCK', { clock: DECISION, until: '2026-07-10', ground }))
      .then(isRefused('isOfficerOrCommittee', { role: 'applicant' }, 'isExtender'));
    const held = inState('ecoBridgeProject', 'clinical.gate').and(
      committee('DECIDE_GATE', { outcome: 'HOLD', until: '2026-12-31', basis: '추가 자료' }),
    );
    held.when(extending('gate-hold', { until: '2027-01-29' })).then(isRefused('isExtender'));
    held
      .when(committee('EXTEND_CLOCK', { clock: 'gate-hold', until: '2027-01-29', ground }))
      .then(stays, waitsFor({ 'gate-hold': '2027-01-29T14:59:59.999Z' }));
  });

  test('into a year whose days off nobody knows is refused, not a defect', () => {
    filed.when(extending(DECISION, { until: '2040-01-02' })).then(isRefused('isYearCounted'));
  });

  test('that comes in time counts though it is applied after the date', () => {
    filed
      .when(extending(DECISION, { until: '2026-07-10' }).received(DUE, '2026-07-02T00:00:00.000Z'))
      .then(clockIs(DECISION, { due: '2026-07-10T14:59:59.999Z' }));
  });
});

describe('A suspended clock', () => {
  const still = agreement.and(suspending('agreement').at('2026-06-11T03:00:00.000Z'));

  test('is waited for by nobody, and nothing is said of it', () => {
    agreement.when(suspending('agreement').at('2026-06-11T03:00:00.000Z')).then(
      stays,
      waitsFor({}),
      tendsAt(null),
      clockIs('agreement', {
        suspended: { at: '2026-06-11T03:00:00.000Z', remaining: { unit: 'days', count: 20 } },
      }),
      notices('company-0001: clockSuspended'),
    );
  });

  test('keeps a window open, however late it is', () => {
    still.when(agreed[0].at('2026-11-02T01:00:00.000Z')).then(leadsTo('agreementPending.signed'));
  });

  test('goes on with the days that were left', () => {
    still
      .when(resuming('agreement').at('2026-08-03T01:00:00.000Z'))
      .then(
        waitsFor({ agreement: '2026-08-24T14:59:59.999Z' }),
        clockIs('agreement', { suspended: null, rule: 'resumed' }),
        notices('company-0001: clockResumed'),
      );
  });

  test('is suspended and resumed by an officer', () => {
    agreement.when(applicant('SUSPEND_CLOCK', { clock: 'agreement', ground })).then(isRefused('isOfficer'));
    still.when(committee('RESUME_CLOCK', { clock: 'agreement' })).then(isRefused('isOfficer'));
  });
});
