import { ASSUMED } from '../../cohort/assumptions.js';
import { after, koreanDay } from '../days.js';
import { byFirm, byPartner, byStaff, documented, opinion } from './move.js';
import type { Move, Play, Turn } from './move.js';

const { roadmap: rates, selected } = ASSUMED;

/** How long before the window closes a firm that is still writing hands in. */
const LAST_DAYS = 4;

/** Six months for the joint roadmap: progress at half-time, the draft, and a few who give up. */
export const drafting: Play = (turn) => {
  if (turn.happens(selected.declines, 'declines', 'roadmap'))
    return [
      byFirm(turn, turn.daysOn(3, 20, 'declines'), 'DECLINE_SELECTION', {
        reason: '참여 인력 확보가 어렵습니다.',
      }),
    ];
  const check = halfTime(turn);
  if (turn.happens(rates.missed, 'misses roadmap')) return check;
  const wasReturned = turn.one.facts['roadmap'] !== null;
  const day = wasReturned ? turn.someMonday(7, 14, 'resubmits') : turn.someMonday(95, 145, 'submits');
  const due = turn.one.dues['roadmap'];
  const last = due === undefined ? day : after(koreanDay(due), -LAST_DAYS);
  const on = day < last ? day : last;
  return [
    ...check,
    byFirm(turn, on, 'SUBMIT_ROADMAP', documented('documentSha256', `공동 로드맵 ${turn.entrant.key}`)),
  ];
};

/** The partner signs with the firm, or first wants something changed. */
export const awaitingCoSignature: Play = (turn) => {
  const { one } = turn;
  const isTooLate =
    one.dues['roadmap'] !== undefined && koreanDay(one.dues['roadmap']) <= after(one.since, 20);
  const returns = !isTooLate && turn.happens(rates.returned, 'returns roadmap', one.visits);
  return returns
    ? [
        byPartner(turn, turn.daysOn(3, 7, 'returns'), 'RETURN_ROADMAP', {
          reason: 'Please detail the work share.',
        }),
      ]
    : [byPartner(turn, turn.daysOn(1, 4, 'cosigns'), 'COSIGN_ROADMAP')];
};

interface Check {
  readonly announcedAt: string | null;
  readonly progressSha256: string | null;
  readonly finding: string | null;
}

/** The check half-way: the firm says how far it is, the agency records what it finds. It stops nothing. */
function halfTime(turn: Turn): Move[] {
  const check = turn.one.facts['roadmapCheck'] as Check | null;
  if (!check?.announcedAt || check.finding !== null) return [];
  const begun = koreanDay(check.announcedAt);
  const isSilent = turn.happens(rates.silentAtCheck, 'silent at check');
  if (check.progressSha256 === null && !isSilent)
    return [
      byFirm(
        turn,
        after(begun, 2),
        'SUBMIT_ROADMAP_PROGRESS',
        documented('documentSha256', '로드맵 진행 현황'),
      ),
    ];
  const isAtRisk = turn.happens(rates.atRisk, 'at risk') || isSilent;
  const finding = isAtRisk ? 'at-risk' : 'on-track';
  const said = isAtRisk
    ? opinion('일정이 늦어지고 있습니다.', 'Behind schedule.')
    : opinion('계획대로 진행되고 있습니다.', 'On track.');
  return [byStaff('officer', turn, after(begun, 7), 'RECORD_ROADMAP_CHECK', { finding, ...said })];
}
