import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { clockDates } from './clockwork/dates.js';
import { clockEvents } from './clockwork/events.js';
import { clockEvidence } from './clockwork/guards.js';
import { clocksThroughout } from './clockwork/throughout.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { settlementContext, settlementDuties } from './settlement/context.js';
import { settlementEvents } from './settlement/events.js';
import { settlementEvidence } from './settlement/guards.js';
import { told, toldToReturn } from './settlement/orders.js';
import { settlement } from './settlement/setup.js';
import { tellCompany } from './tellings.js';
import { known } from './words.js';

const settling = ['isOfficer', 'areTranchesSettled', 'isDisallowedWithinSpent'] as const;
const unreported = [
  'isOfficer',
  'mayGoWithoutCosts',
  'areTranchesSettled',
  'isDisallowedWithinSpent',
] as const;

// Money that nobody has claimed by then is cancelled first, so that the figures stay as they are notified.
const fixing = { target: '#fixingRelease', actions: 'recordFigures' } as const;
const closing = { target: '#settled', actions: 'recordFigures' } as const;
const notifying = { target: '#notified', actions: 'recordFigures' } as const;

// What was released is not what the costs were reported of: a payment that was told late. The firm says it anew.
const reportedAnew = {
  target: 'awaitingCosts',
  actions: ['recordRelease', told('awaitingCosts'), tellCompany('costReportOutdated')],
} as const;

const machine = settlement.createMachine({
  id: 'settlement.v1',
  context: contextFrom(settlementContext),
  initial: 'awaitingCosts',
  entry: tellCompany('costReportDue'),
  on: {
    ...clocksThroughout(settlementDuties),
    RELEASE_CHANGED: { guard: 'isSystem', actions: 'recordRelease' },
  },
  states: {
    awaitingCosts: {
      id: 'awaitingCosts',
      meta: known('사용실적보고 대기', 'Cost report to be submitted', 'applicant'),
      on: {
        REPORT_COSTS: {
          guard: and(['isApplicant', 'isOwnCase']),
          target: 'underReview',
          actions: 'recordCosts',
        },
        SETTLE: [
          { ...fixing, guard: and([...unreported, 'isUnclaimed']) },
          { ...closing, guard: and([...unreported, 'isNothingSettled']) },
          { ...notifying, guard: and([...unreported]) },
        ],
      },
    },
    underReview: {
      meta: known('정산 검토 중', 'Costs under review', 'officer'),
      entry: told('underReview'),
      on: {
        RETURN_COST_REPORT: {
          guard: 'isOfficer',
          target: 'awaitingCosts',
          actions: ['recordReturn', tellCompany('costReportReturned')],
        },
        SETTLE: [
          { ...fixing, guard: and([...settling, 'isUnclaimed']) },
          { ...closing, guard: and([...settling, 'isNothingSettled']) },
          { ...notifying, guard: and([...settling]) },
        ],
        RELEASE_CHANGED: [
          { ...reportedAnew, guard: and(['isSystem', 'isReportOutdated']) },
          { guard: 'isSystem', actions: 'recordRelease' },
        ],
      },
    },
    fixingRelease: {
      id: 'fixingRelease',
      meta: known('집행액 확정 중', 'What was released is being fixed'),
      entry: told('fixingRelease'),
      on: {
        RELEASE_CHANGED: [
          { ...reportedAnew, guard: and(['isSystem', 'isReleaseOver', 'isReportOutdated']) },
          {
            guard: and(['isSystem', 'isReleaseOver', 'isNothingSettled']),
            target: 'settled',
            actions: ['recordRelease', 'renewFigures'],
          },
          {
            guard: and(['isSystem', 'isReleaseOver']),
            target: 'notified',
            actions: ['recordRelease', 'renewFigures'],
          },
          { guard: 'isSystem', actions: 'recordRelease' },
        ],
      },
    },
    notified: {
      id: 'notified',
      meta: known('정산 결과 통보됨', 'Settlement notified', 'applicant'),
      entry: ['giveNotice', told('notified'), tellCompany('settlementNotified')],
      after: {
        'settlement-objection': [
          { guard: 'isNothingToReturn', target: 'settled' },
          { target: 'awaitingReturn' },
        ],
      },
      on: {
        ACCEPT_SETTLEMENT: [
          { guard: and(['isApplicant', 'isOwnCase', 'isNothingToReturn']), target: 'settled' },
          { guard: and(['isApplicant', 'isOwnCase']), target: 'awaitingReturn' },
        ],
        OBJECT_TO_SETTLEMENT: {
          guard: and(['isApplicant', 'isOwnCase', 'isWithinSettlementObjectionWindow']),
          target: 'objected',
          actions: 'recordObjection',
        },
      },
    },
    objected: {
      meta: known('정산 이의신청 심사 중', 'Objection under review', 'officer'),
      entry: [told('objected'), tellCompany('settlementObjectionReceived')],
      on: {
        DECIDE_SETTLEMENT_OBJECTION: [
          {
            guard: and(['isOfficer', 'isLowerThanNotified', 'isNothingToReturn']),
            target: 'settled',
            actions: ['decideObjection', tellCompany('settlementObjectionDecided')],
          },
          {
            guard: and(['isOfficer', 'isLowerThanNotified']),
            target: 'awaitingReturn',
            actions: ['decideObjection', tellCompany('settlementObjectionDecided')],
          },
        ],
      },
    },
    awaitingReturn: {
      meta: known('반납 대기', 'Awaiting the return'),
      entry: [toldToReturn, tellCompany('repaymentDue')],
      on: { RECOVERY_CLOSED: { guard: 'isSystem', target: 'settled' } },
    },
    settled: {
      id: 'settled',
      type: 'final',
      meta: known('정산 완료', 'Settled'),
      entry: [told('settled'), tellCompany('settled')],
    },
  },
});

/**
 * The first chart of a stage's settlement (정산): the firm reports what it spent, the agency settles, and what was not spent
 * or is not accepted goes back (domain.md section 3). Costs that are not reported in time are none.
 */
export const settlementV1: Chart = {
  ...{ id: machine.id, subject: 'settlement', label: { ko: '정산', en: 'Settlement' }, machine },
  events: eventsIn(machine, 'OPEN_SETTLEMENT', { ...settlementEvents, ...clockEvents }),
  evidence: { ...settlementEvidence, ...clockEvidence } as Chart['evidence'],
  ...clockDates(settlementDuties),
};
