import type { Actor } from '../charts/kernel/types.js';
import type { TimelineLine } from '../contract/http/cases.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { isSitting, seatsOf } from './panel-facts.js';
import type { Seat } from './panel-facts.js';
import { seesAll } from './rights.js';

type Facts = Readonly<Record<string, unknown>>;

/** What everybody may know of a call. */
const PUBLIC_OF_CALL = ['track', 'competition', 'window', 'windowHistory', 'capacity'];

/** Who evaluates is told to nobody whom it concerns (domain.md section 2: anonymised opinions, no individual scores). */
const EVALUATORS = ['panel', 'earlierPanels', 'board'];

/** What an evaluation came to is told with the decision, not before. */
const BEFORE_ITS_DECISION = ['evaluation', 'place'];

/** States of a project in which a decision is still to be told. */
const UNDECIDED = /^(submitted|priorityCheck|underEvaluation|deliberation|roadmapEvaluation)(\.|$)/;

/** Events whose data names evaluators, or says what one of them thinks. */
const OF_EVALUATORS = new Set([
  ...['ASSIGN_PANEL', 'SCORE', 'REVISE_SCORE', 'RECUSE', 'REPLACE_MEMBER', 'MODERATE'],
  ...['ASSIGN_BOARD', 'APPOINT_PANEL', 'DECLARE_CONFLICTS'],
]);

/** Events that say what an evaluation came to. */
const OF_EVALUATION = new Set(['RECORD_EVALUATION', 'OBJECTION_DECIDED']);

/** What stands in the place of a person who isn't told. */
export const WITHHELD = 'withheld';

/** A case's facts as this person may read them. */
export function factsFor(actor: Actor, { identity, facts, state }: SubjectView): Facts {
  if (seesAll(actor) || identity.subject === 'tranche') return facts;
  if (identity.subject === 'call') return { ...only(facts, PUBLIC_OF_CALL), ...ownPartOf(actor, facts) };
  if (identity.subject === 'objection') return without(facts, EVALUATORS);
  if (actor.role === 'panelMember') return forMember(actor, facts);
  return without(facts, UNDECIDED.test(state) ? [...EVALUATORS, ...BEFORE_ITS_DECISION] : EVALUATORS);
}

/** A row of a case's ledger as this person may read it: what evaluators do is withheld from all but those who oversee. */
export function rowFor(actor: Actor, { state, facts }: SubjectView, row: TimelineLine): TimelineLine {
  if (seesAll(actor)) return row;
  const told = { ...row, books: null };
  if (row.by.person === actor.person) return told;
  const isOpen = actor.role === 'panelMember' ? isBeforeOwnScore(actor, facts) : UNDECIDED.test(state);
  const isHidden = OF_EVALUATORS.has(row.type) || (isOpen && OF_EVALUATION.has(row.type));
  const by = row.by.role === 'panelMember' ? { ...row.by, person: WITHHELD } : row.by;
  return { ...told, by, data: isHidden ? {} : row.data };
}

/** What a panel member reads of a project: nobody else's name, and nobody else's score before their own. */
function forMember(actor: Actor, facts: Facts): Facts {
  const shown = without(facts, [
    'earlierPanels',
    'board',
    ...(isBeforeOwnScore(actor, facts) ? ['evaluation'] : []),
  ]);
  if (seatsOf(facts).length === 0) return shown;
  const members = seatsOf(facts).map((seat) => seatFor(actor, seat, isBeforeOwnScore(actor, facts)));
  return { ...shown, panel: { members } };
}

function seatFor(actor: Actor, seat: Seat, isBefore: boolean): Facts {
  if (seat.person === actor.person) return { ...seat };
  const { score, replacedBy, recused } = seat;
  const gaveUp = { replacedBy: replacedBy && WITHHELD, recused: recused && WITHHELD };
  return { person: WITHHELD, score: isBefore ? null : score, ...gaveUp };
}

function isBeforeOwnScore({ person }: Actor, facts: Facts): boolean {
  const own = seatsOf(facts).find((seat) => seat.person === person && isSitting(seat));
  return !own?.score;
}

/** A member of a call's panel sees what they declared themselves. */
function ownPartOf({ person }: Actor, facts: Facts): Facts {
  const members = facts['panel'] as readonly { readonly person: string }[] | undefined;
  const own = members?.filter((member) => member.person === person) ?? [];
  return own.length === 0 ? {} : { panel: own };
}

function only(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)));
}

function without(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}
