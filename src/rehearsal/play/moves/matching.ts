import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm, byPartner, byStaff, documented, opinion } from './move.js';
import type { Play } from './move.js';

const { mitIlp: rates } = ASSUMED;

/** The agency looks for a researcher and proposes one, by an opaque reference. */
export const searching: Play = (turn) => [
  byStaff('officer', turn, turn.someMonday(5, 14, 'proposes match'), 'PROPOSE_MATCH', {
    researcherRef: `mit-${turn.cohort.dice.between(1_000, 9_999, 'researcher', turn.entrant.key, turn.one.visits)}`,
  }),
];

/** Firm and researcher both accept; here and there one of them declines the first. */
export const proposed: Play = (turn) => {
  const match = turn.one.facts['match'] as {
    readonly researcherRef: string;
    readonly acceptedBy: readonly string[];
  };
  if (turn.one.visits === 1 && turn.happens(rates.declined, 'declines match'))
    return [
      byPartner(turn, turn.daysOn(3, 8, 'declines match'), 'DECLINE_MATCH', {
        reason: 'The researcher is on leave this year.',
      }),
    ];
  const { acceptedBy } = match;
  // One after the other: the second sees that the first has accepted.
  if (!acceptedBy.includes('applicant')) return [byFirm(turn, turn.daysOn(2, 6, 'accepts'), 'ACCEPT_MATCH')];
  return [byPartner(turn, turn.daysOn(4, 9, 'partner accepts'), 'ACCEPT_MATCH')];
};

/** The joint research agenda. */
export const agendaDrafting: Play = (turn) => [
  byFirm(
    turn,
    turn.someMonday(20, 50, 'agenda'),
    'SUBMIT_AGENDA',
    documented('documentSha256', `공동 연구의제 ${turn.entrant.key}`),
  ),
];

/** Its co-signature, with which the exploration begins. */
export const agendaCoSigning: Play = (turn) => [
  byPartner(turn, turn.daysOn(2, 9, 'cosigns agenda'), 'COSIGN_AGENDA'),
];

/** What the exploration led to. */
export const concluding: Play = (turn) => {
  const drawn = turn.cohort.dice.draw('exploration', turn.entrant.key);
  const { transfer, collaboration } = rates;
  const leadsOn = drawn < transfer ? 'technologyTransfer' : 'longerTermCollaboration';
  const outcome = drawn < transfer + collaboration ? leadsOn : 'none';
  const said = opinion('예비연구 결과를 확인하였습니다.', 'The exploration was looked at.');
  return [
    byStaff('committee', turn, turn.someMonday(7, 20, 'concludes'), 'CONCLUDE_EXPLORATION', {
      outcome,
      ...said,
    }),
  ];
};

/** A transfer, or a longer collaboration, is confirmed with its contract. */
export function confirmed(type: 'CONFIRM_TRANSFER' | 'CONFIRM_COLLABORATION'): Play {
  return (turn) => [
    byPartner(
      turn,
      turn.someMonday(20, 60, 'confirms'),
      type,
      documented('documentSha256', `계약서 ${turn.entrant.key}`),
    ),
  ];
}
