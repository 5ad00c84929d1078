import type { WonText } from '../../rules/won.js';
import type { ChartEvent, Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';

/** What a decision does to a project that needs a lawful basis (domain.md section 2). */
type Need = 'stop' | 'cut' | 'change';

/** A decision and the basis that it names. */
interface Based {
  readonly basis?: string;
  readonly outcome?: string;
  readonly grade?: string;
  readonly grant?: WonText;
}

function mayStop({ terms }: ProjectContextV2, grade: string | undefined): boolean {
  return terms.grades.some(({ id, mayStop: stops }) => id === grade && stops);
}

/** What a decision needs a basis for; null for one that needs none. */
export function needOf({ context, event }: ArgsV2): Need | null {
  const { outcome, grade } = (event.data ?? {}) as Based;
  switch (event.type) {
    case 'TERMINATE_AGREEMENT':
      return 'stop';
    case 'CUT_GRANT':
      return 'cut';
    case 'EVALUATE_STAGE':
      return mayStop(context, grade) ? 'stop' : null;
    default:
      return outcome === 'stop' || outcome === 'cut' || outcome === 'change' ? outcome : null;
  }
}

function lawfulFor({ context }: ArgsV2, need: Need): string[] {
  return context.terms.lawfulBases.filter(({ allows }) => allows.includes(need)).map(({ id }) => id);
}

function isLawful(args: ArgsV2, basis: string, need: Need): boolean {
  return lawfulFor(args, need).includes(basis);
}

function hasAgreedTo(args: ArgsV2, need: Need): boolean {
  const { changes, specialEvaluation } = args.context;
  const agreed = changes.filter(({ imposedBy, state }) => imposedBy === null && isApproved(state));
  const { grant } = (args.event.data ?? {}) as Based;
  switch (need) {
    // The firm asked for the end, and the agency agrees by its decision; or they agreed on it beforehand.
    case 'stop':
      return specialEvaluation?.cause === 'firm' || agreed.some(({ kind }) => kind === 'termination');
    case 'cut':
      return agreed.some(({ kind, particulars }) => kind === 'total-money' && particulars['grant'] === grant);
    case 'change':
      return agreed.length > 0;
  }
}

function isApproved(state: string): boolean {
  return state === 'applied' || state === 'inapplicable';
}

/** Whether what a basis rests upon has really happened to this project. */
function isEstablished(args: ArgsV2, basis: string, need: Need): boolean {
  const { context, event } = args;
  switch (basis) {
    case 'stage-evaluation':
      return event.type === 'EVALUATE_STAGE' && mayStop(context, (event.data as Based | undefined)?.grade);
    case 'special-evaluation':
      return event.type === 'DECIDE_SPECIAL_EVALUATION' && context.specialEvaluation !== null;
    case 'agreed-change':
      return hasAgreedTo(args, need);
    case 'settlement':
      return context.settlements.some(({ state, toReturn }) => state === 'settled' && toReturn !== '0');
    default:
      return false;
  }
}

function whereNeeded(says: (args: ArgsV2, basis: string, need: Need) => boolean) {
  return (args: ArgsV2): boolean =>
    whenSent<Based>(args.event, ({ basis = '' }) => {
      const need = needOf(args);
      return need === null || says(args, basis, need);
    });
}

/** Guards on the basis of a stop, a cut or a change: one that the law knows for it, and that has happened. */
export const basisGuards = {
  hasLawfulBasis: whereNeeded(isLawful),
  // Of a basis that isn't lawful for this at all, the guard before says so.
  isBasisEstablished: whereNeeded(
    (args, basis, need) => !isLawful(args, basis, need) || isEstablished(args, basis, need),
  ),
};

/** The facts that the guards above looked at. */
export const basisEvidence: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  hasLawfulBasis: (args) => {
    const need = needOf(args);
    return { lawful: need === null ? '' : lawfulFor(args, need).join(', ') };
  },
  isBasisEstablished: (args) => {
    const need = needOf(args);
    const lawful = need === null ? [] : lawfulFor(args, need);
    return { established: lawful.filter((basis) => need && isEstablished(args, basis, need)).join(', ') };
  },
};

/** The basis that a decision names; throws a plain Error where a guard should have seen that it names none. */
export function basisIn({ type, data }: ChartEvent): string {
  const { basis } = (data ?? {}) as Based;
  if (basis === undefined) throw new Error(`${type} was taken without a basis`);
  return basis;
}
