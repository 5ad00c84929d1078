import { dataOf } from '../payload.js';
import type { ArgsV2, PatchV2 } from './context.js';
import { evaluationBy, newMember, scoreOf, withMember } from './panel.js';
import type { Member, Panel, Scoring } from './panel.js';

/** One who leaves the panel, who comes instead, and why. */
export interface Replacing {
  readonly member: string;
  readonly by: string;
  readonly ground: string;
}

/** The panel as an event leaves it: of a score, of a member who stands aside, or of one who is replaced. */
export function panelAfter(args: ArgsV2): Panel {
  const { panel } = args.context;
  const { by, type } = args.event;
  switch (type) {
    case 'SCORE':
      return withMember(panel, by.person, (member) => scoredBy(args, member));
    case 'RECUSE': {
      const { kind } = dataOf<{ kind: string }>(args.event);
      return withMember(panel, by.person, (member) => ({ ...member, recused: kind }));
    }
    case 'REVISE_SCORE':
      return withMember(panel, by.person, (member) => revisedBy(args, member));
    case 'REPLACE_MEMBER': {
      const { member: leaving, by: coming } = dataOf<Replacing>(args.event);
      const { members } = withMember(panel, leaving, (member) => ({ ...member, replacedBy: coming }));
      return { members: [...members, newMember(coming)] };
    }
    default:
      throw new Error(`${type} changes no panel`);
  }
}

function scoredBy({ context, event }: ArgsV2, member: Member): Member {
  return { ...member, score: scoreOf(context, dataOf<Scoring>(event), event.receivedAt) };
}

function revisedBy(args: ArgsV2, member: Member): Member {
  const revised = scoredBy(args, member);
  const first = member.score?.revisedFrom ?? member.score?.total;
  return revised.score && first !== undefined
    ? { ...revised, score: { ...revised.score, revisedFrom: first } }
    : revised;
}

/** What a panel's work writes into the context. */
export const panelUpdates = {
  assignPanel: ({ event }: ArgsV2): PatchV2 => ({
    panel: { members: dataOf<{ members: readonly string[] }>(event).members.map(newMember) },
  }),
  changePanel: (args: ArgsV2): PatchV2 => ({ panel: panelAfter(args) }),
  concludePanel: ({ context }: ArgsV2): PatchV2 => {
    if (!context.panel) throw new Error(`${context.subjectId} is evaluated by nobody`);
    return { evaluation: evaluationBy(context, context.panel) };
  },
  // The roadmap is another work, and has another panel.
  renewPanel: ({ context: { panel, earlierPanels, evaluation } }: ArgsV2): PatchV2 => ({
    earlierPanels: [...earlierPanels, { members: panel?.members ?? [], evaluation }],
    ...{ panel: null, evaluation: null },
  }),
};
