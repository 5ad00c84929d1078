import { endOfDay } from '../../rules/calendar.js';
import { startedClock, withClock } from '../clockwork/running.js';
import { dataOf } from '../payload.js';
import type { SpecialEvaluation } from '../project/context.js';
import type { WonText } from '../../rules/won.js';
import type { ArgsV2, PatchV2, ProjectContextV2 } from './context.js';
import type { Evaluated, Freeze, Party, SpecialEvaluationV2 } from './life-context.js';
import { basisIn } from './life-bases.js';

const CLOCK = 'special-evaluation-explanation';

/** What the agency's notice of a special evaluation says. */
interface Opening {
  readonly ground?: string;
  readonly institution?: Party;
  readonly explainBy?: string;
  readonly statement?: string;
}

function partyOf(context: ProjectContextV2, party: Party): string {
  const { companyId, partnerId, subjectId } = context;
  const found = party === 'firm' ? companyId : partnerId;
  if (found === null) throw new Error(`${subjectId} has no partner`);
  return found;
}

/** The special evaluation that is under way; throws a plain Error where none is. */
export function underEvaluation({ specialEvaluation, subjectId }: ProjectContextV2): SpecialEvaluationV2 {
  if (!specialEvaluation) throw new Error(`${subjectId} is not under a special evaluation`);
  return specialEvaluation;
}

function evaluatedAs({ context, event }: ArgsV2, outcome: Evaluated['outcome']): Evaluated {
  const { ground, institution } = underEvaluation(context);
  return { ground, institution, outcome, at: event.at };
}

function lifted({ freezes }: ProjectContextV2, at: string): Freeze[] {
  const isOpen = ({ cause, until }: Freeze): boolean => cause === 'special-evaluation' && until === null;
  return freezes.map((one) => (isOpen(one) ? { ...one, until: at } : one));
}

/** Nobody spends anything of a project that was stopped; who was frozen before stays so without a break. */
function frozenForGood({ context, event }: ArgsV2): Freeze[] {
  const { companyId, partnerId } = context;
  const all = partnerId === null ? [companyId] : [companyId, partnerId];
  const stopped = all.map((institution): Freeze => ({
    ...{ institution, from: event.at, until: null, cause: 'stopped' },
  }));
  return [...lifted(context, event.at), ...stopped];
}

/** What special evaluations, and decisions on a basis, write into the context (domain.md section 2). */
export const lifeUpdates = {
  openSpecialEvaluation: (
    { context, event }: ArgsV2,
    { cause, ground }: Pick<SpecialEvaluation, 'cause'> & { readonly ground?: string },
  ): PatchV2 => {
    const said = dataOf<Opening>(event);
    const party = said.institution ?? 'firm';
    const institution = partyOf(context, party);
    const freeze: Freeze = { institution, from: event.at, until: null, cause: 'special-evaluation' };
    return {
      specialEvaluation: {
        ...{ cause, ground: ground ?? String(said.ground), explanationSha256: null },
        ...{ party, institution, statement: said.statement ?? null },
      },
      freezes: [...context.freezes, freeze],
    };
  },
  // The notice states the time for the explanation; where it doesn't, the edition's own is counted.
  startExplanation: ({ context, event }: ArgsV2): PatchV2 => {
    const { explainBy } = dataOf<Opening>(event);
    const stated = explainBy === undefined ? {} : { statedDue: endOfDay(explainBy) };
    return { clocks: withClock(context, CLOCK, startedClock(context, CLOCK, event.at, stated)) };
  },
  recordExplanation: ({ context, event }: ArgsV2): PatchV2 => {
    const { documentSha256 } = dataOf<{ documentSha256: string }>(event);
    return { specialEvaluation: { ...underEvaluation(context), explanationSha256: documentSha256 } };
  },
  closeSpecialEvaluation: (args: ArgsV2): PatchV2 => {
    const { outcome } = dataOf<Pick<Evaluated, 'outcome'>>(args.event);
    return {
      ...{ specialEvaluation: null, evaluated: evaluatedAs(args, outcome) },
      freezes: lifted(args.context, args.event.at),
    };
  },
  // A scientific NO_GO is no misconduct: it ends the project without sanction (domain.md section 5).
  stopBySpecialEvaluation: (args: ArgsV2): PatchV2 => ({
    outcome: underEvaluation(args.context).cause === 'noGo' ? 'discontinued' : 'terminated',
    evaluated: evaluatedAs(args, 'stop'),
    freezes: frozenForGood(args),
    specialEvaluation: null,
  }),
  stopSpending: (args: ArgsV2): PatchV2 => ({ freezes: frozenForGood(args) }),
  recordBasis: ({ context, event }: ArgsV2): PatchV2 => {
    const { grant = null } = dataOf<{ grant?: WonText }>(event);
    const based = { event: event.type, basis: basisIn(event), grant, at: event.at };
    return { basedDecisions: [...context.basedDecisions, based] };
  },
};
