import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { rolesWithPanel } from '../roles-panel.js';
import { roleEvidence } from '../roles.js';
import { CLAUSES, bringsPartner, isToBeReviewed } from './context.js';
import type { ChangeArgs, ChangeContext, Clauses } from './context.js';

function unreviewed({ reviews }: ChangeContext): Clauses[] {
  return CLAUSES.filter((clauses) => !reviews.some(({ of }) => of === clauses));
}

/** Who may do what to a change of agreement (협약변경, domain.md section 2). */
export const changeGuards = {
  ...rolesWithPanel,
  // The edition says for each kind who decides: the committee where money or the period changes [assumed].
  isDeciderOfChange: ({ context, event }: ChangeArgs): boolean => event.by.role === context.decidedBy,
  bringsPartner: ({ context }: ChangeArgs): boolean => bringsPartner(context),
  isClauseToReview: ({ context, event }: ChangeArgs): boolean =>
    whenSent<{ of: Clauses }>(event, ({ of }) => unreviewed(context).includes(of)),
  isNotCoSignedYet: ({ context }: ChangeArgs): boolean => context.coSignedBy === null,
  areClausesReviewed: ({ context }: ChangeArgs): boolean =>
    !bringsPartner(context) || unreviewed(context).length === 0,
  isCoSigned: ({ context }: ChangeArgs): boolean => !bringsPartner(context) || context.coSignedBy !== null,
  isOwnRequest: ({ context }: ChangeArgs): boolean => context.imposedBy === null,
  isImposed: ({ context }: ChangeArgs): boolean => context.imposedBy !== null && !isToBeReviewed(context),
  isRegisteredOnly: ({ context }: ChangeArgs): boolean => !isToBeReviewed(context),
};

/** The facts that the guards above looked at. */
export const changeEvidence: Readonly<Record<string, (args: ChangeArgs) => Evidence>> = {
  ...roleEvidence,
  isDeciderOfChange: ({ context, event }) => ({
    ...{ role: event.by.role, decidedBy: context.decidedBy ?? '' },
  }),
  bringsPartner: ({ context }) => ({ kind: context.kind }),
  isClauseToReview: ({ context }) => ({ unreviewed: unreviewed(context).join(', ') }),
  areClausesReviewed: ({ context }) => ({ unreviewed: unreviewed(context).join(', ') }),
};
