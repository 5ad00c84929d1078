import type { WonText } from '../../rules/won.js';
import { classify } from '../../rules/change.js';
import { dataOf } from '../payload.js';
import { regranted, replanned } from './change-amounts.js';
import type { PlannedTranche } from './change-amounts.js';
import { changeIn, grantIn } from './change-proposed.js';
import type { ArgsV2, PatchV2, ProjectContextV2 } from './context.js';
import { basisIn } from './life-bases.js';
import type { Change, ChangeFact, Freeze, Particulars } from './life-context.js';
import { moveStage } from './stage-moved.js';

function asked({ context, event }: ArgsV2): Change {
  const change = changeIn(event);
  if (!change) throw new Error(`${event.type} in ${context.subjectId} names no change`);
  return change;
}

function particularsIn(args: ArgsV2): Particulars {
  return asked(args).particulars;
}

function begun({ context }: ArgsV2, change: Omit<ChangeFact, 'no' | 'state'>): PatchV2 {
  const fact: ChangeFact = { ...change, no: context.changes.length + 1, state: 'underReview' };
  return { changes: [...context.changes, fact] };
}

// Nobody decides again on what a committee imposed; only another partner's signature is still waited for.
function imposed(change: Change): Pick<ChangeFact, 'importance' | 'decidedBy'> & Change {
  const decidedBy = change.kind === 'institution' ? 'officer' : null;
  return { ...change, importance: 'important', decidedBy };
}

// One that was replaced before, and comes back, may spend again.
function returning(freezes: readonly Freeze[], partner: string, at: string): Freeze[] {
  const isBack = ({ institution, cause, until }: Freeze): boolean =>
    institution === partner && cause === 'replaced' && until === null;
  return freezes.map((one) => (isBack(one) ? { ...one, until: at } : one));
}

function withAmounts(
  { tranches, subjectId }: ProjectContextV2,
  planned: readonly PlannedTranche[] | null,
): PatchV2 {
  if (!planned) throw new Error(`${subjectId} has no tranches for what its agreement is changed to`);
  return {
    tranches: tranches.map((one) => ({ ...one, ...planned.find(({ no }) => no === one.no) })),
  };
}

/** What changes of the agreement write into the context (domain.md section 2). */
export const changeUpdates = {
  requestChange: (args: ArgsV2): PatchV2 => {
    const { kind, particulars } = asked(args);
    const { importance, decidedBy } = classify({ kind, ...particulars }, args.context.terms);
    return begun(args, { kind, particulars, importance, decidedBy, imposedBy: null });
  },
  imposeChange: (args: ArgsV2): PatchV2 =>
    begun(args, { ...imposed(asked(args)), imposedBy: basisIn(args.event) }),
  concludeChange: (
    { context, event }: ArgsV2,
    { state }: { readonly state: ChangeFact['state'] | 'told' },
  ): PatchV2 => {
    const { no, outcome } = dataOf<{ no: number; outcome?: ChangeFact['state'] }>(event);
    const now = state === 'told' ? (outcome ?? 'rejected') : state;
    return { changes: context.changes.map((one) => (one.no === no ? { ...one, state: now } : one)) };
  },
  replacePartner: (args: ArgsV2): PatchV2 => {
    const { replaces, by } = particularsIn(args) as Readonly<Record<'replaces' | 'by', string>>;
    const { at: from } = args.event;
    const leaves: Freeze = { institution: replaces, from, until: null, cause: 'replaced' };
    return { partnerId: by, freezes: [...returning(args.context.freezes, by, from), leaves] };
  },
  extendStage: (args: ArgsV2): PatchV2 => moveStage(args, Number(particularsIn(args)['months'])),
  setGrant: (args: ArgsV2): PatchV2 => {
    const grant = grantIn(args.event);
    if (grant === null) throw new Error(`${args.context.subjectId} is granted nothing else`);
    return { grant, ...withAmounts(args.context, regranted(args.context, grant)) };
  },
  splitAnew: (args: ArgsV2): PatchV2 => {
    const amounts = particularsIn(args)['amounts'] as readonly WonText[];
    return withAmounts(args.context, replanned(args.context, amounts));
  },
};
