import type { ChartEvent, Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import type { ArgsV2 } from './context.js';
import { criteriaOf, evaluationTerms, isComplete, resultOf, sitting } from './panel.js';
import type { Panel, Scoring } from './panel.js';
import { panelAfter } from './updates-panel.js';
import type { Replacing } from './updates-panel.js';

function booked({ books }: ChartEvent, name: string): string[] {
  return (books?.[name] ?? '').split(',').filter((one) => one !== '');
}

/** Whom an assignment or a replacement would put on the panel. */
function appointed(event: ChartEvent): readonly string[] {
  const { members, by } = dataOf<{ members?: readonly string[]; by?: string }>(event);
  return members ?? (by === undefined ? [] : [by]);
}

function seatOf({ context, event }: ArgsV2) {
  return sitting(context.panel).find(({ person }) => person === event.by.person);
}

function ends(args: ArgsV2, says: (panel: Panel) => boolean): boolean {
  if (args.event.data === undefined) return false;
  const panel = panelAfter(args);
  return isComplete(args.context, panel) && says(panel);
}

/** Guards of a project's panel (domain.md section 2): nobody who is excluded, nobody twice, every criterion scored. */
export const panelGuards = {
  isPanelLargeEnough: ({ context, event }: ArgsV2): boolean =>
    whenSent<{ members: readonly string[] }>(
      event,
      ({ members }) => new Set(members).size >= evaluationTerms(context).panelMinimum,
    ),
  hasNoExcludedMember: ({ event }: ArgsV2): boolean =>
    !appointed(event).some((person) => booked(event, 'excluded').includes(person)),
  isAssignedMember: (args: ArgsV2): boolean => seatOf(args) !== undefined,
  hasNotScored: (args: ArgsV2): boolean => !seatOf(args)?.score,
  scoresEveryCriterion: ({ context, event }: ArgsV2): boolean =>
    whenSent<Scoring>(event, ({ scores }) => {
      const asked = criteriaOf(context).map(({ id }) => id);
      return asked.every((id) => id in scores) && Object.keys(scores).length === asked.length;
    }),
  isMemberToReplace: ({ context, event }: ArgsV2): boolean =>
    whenSent<Replacing>(event, ({ member }) =>
      (context.panel?.members ?? []).some((one) => one.person === member && one.replacedBy === null),
    ),
  isNewToPanel: ({ context, event }: ArgsV2): boolean =>
    whenSent<Replacing>(
      event,
      ({ by }) => !(context.panel?.members ?? []).some(({ person }) => person === by),
    ),
};

/** Guards that only choose between a panel's branches, and never refuse. */
export const panelRouting = {
  completesPanel: (args: ArgsV2): boolean => ends(args, () => true),
  asksForModeration: (args: ArgsV2): boolean =>
    ends(args, (panel) => resultOf(args.context, panel).needsModeration),
};

/** The facts that the guards above looked at; never who else sits on the panel. */
export const panelEvidence: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  isPanelLargeEnough: ({ context, event }) => ({
    members: String(new Set(appointed(event)).size),
    panelMinimum: String(evaluationTerms(context).panelMinimum),
  }),
  hasNoExcludedMember: ({ event }) => ({
    excluded: appointed(event)
      .filter((person) => booked(event, 'excluded').includes(person))
      .join(', '),
  }),
  scoresEveryCriterion: ({ context }) => ({
    criteria: criteriaOf(context)
      .map(({ id }) => id)
      .join(', '),
  }),
};
