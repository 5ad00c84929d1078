import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm, byStaff, documented, opinion } from './move.js';
import type { Play, Turn } from './move.js';

const { selected: rates } = ASSUMED;

function sign(turn: Turn, on: string) {
  const said = documented('documentSha256', `협약서 ${turn.entrant.key}`, { foreignBenefitsDisclosed: true });
  return byFirm(turn, on, 'SIGN_AGREEMENT', said);
}

/** Thirty days to sign: most do, some decline, some have to revise their plan first, some let it pass. */
export const open: Play = (turn) => {
  const { one } = turn;
  if (turn.happens(rates.declines, 'declines', 'agreement'))
    return [
      byFirm(turn, turn.daysOn(2, 15, 'declines'), 'DECLINE_SELECTION', {
        reason: '자부담 재원 확보가 어렵습니다.',
      }),
    ];
  if (turn.happens(rates.neverSigns + rates.signsLate, 'signs late')) return [];
  const isToRevise =
    turn.happens(rates.revisesPlan, 'revises plan') && one.facts['planRevisionSha256'] === null;
  if (isToRevise && one.dues['agreement'] !== undefined && !wasAsked(turn))
    return [
      byStaff('officer', turn, turn.daysOn(1, 4, 'asks'), 'REQUEST_PLAN_REVISION', {
        reason: '국제공동연구비 산출 근거를 보완해 주십시오.',
      }),
    ];
  return [sign(turn, turn.daysOn(2, 12, 'signs'))];
};

function wasAsked({ one }: Turn): boolean {
  return (one.facts['clocks'] as Readonly<Record<string, unknown>>)['plan-revision'] !== undefined;
}

/** The plan is revised within its twenty days. */
export const planRevision: Play = (turn) => [
  byFirm(
    turn,
    turn.daysOn(3, 12, 'revises'),
    'SUBMIT_PLAN_REVISION',
    documented('documentSha256', '연구개발계획서 보완본'),
  ),
];

/** Warned: who is late signs now; who never signs loses the place to the reserve list. */
export const overdue: Play = (turn) => {
  const { neverSigns, signsLate } = rates;
  const never = neverSigns / (neverSigns + signsLate);
  if (!turn.happens(never, 'never signs')) return [sign(turn, turn.daysOn(1, 6, 'signs late'))];
  const said = opinion('유예기간 내 협약을 체결하지 않았습니다.', 'No agreement within the period of grace.');
  return [
    byStaff('officer', turn, turn.daysOn(14, 18, 'cancels'), 'CANCEL_SELECTION', {
      ground: 'agreement-not-concluded',
      ...said,
    }),
  ];
};

/** The agency signs, and the agreement is in force. */
export const signed: Play = (turn) => [
  byStaff('officer', turn, turn.daysOn(1, 3, 'countersigns'), 'COUNTERSIGN_AGREEMENT'),
];
