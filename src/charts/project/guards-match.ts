import type { ProjectArgs } from './context.js';

/** Guards of the MIT ILP track's matching: firm and partner both agree, each once. */
export const matchGuards = {
  hasNotAcceptedYet: ({ context, event }: ProjectArgs): boolean =>
    !context.match?.acceptedBy.includes(event.by.role),
  isAcceptedByTheOther: ({ context, event }: ProjectArgs): boolean =>
    context.match?.acceptedBy.some((role) => role !== event.by.role) ?? false,
};
