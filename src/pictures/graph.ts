import { toDirectedGraph } from 'xstate/graph';
import type { DirectedGraphEdge, DirectedGraphNode } from 'xstate/graph';
import { namesIn } from '../charts/kernel/refusal.js';
import { TEND_CLOCKS } from '../charts/kernel/types.js';
import type { Bilingual, Chart, EventSource, Role, StateMeta } from '../charts/kernel/types.js';

/** A state as it is drawn. `path` is dotted, such as `research.underWay`; `parent` null at the top. */
export interface DrawnState {
  readonly path: string;
  readonly label: Bilingual;
  readonly kind: 'state' | 'group' | 'final';
  readonly parent: string | null;
  /** Whether its group, or the chart itself, begins here. */
  readonly isInitial: boolean;
  readonly awaits: readonly Role[];
}

/** Stands for every state, where the chart itself takes an event: as `from`, and as `to` where that leaves the state as it is. */
export const ANYWHERE = '*';

/** The event's name of a transition that needs none. */
export const AT_ONCE = 'always';

/** A transition as it is drawn; `event` is the deadline's name where `isDeadline`. `guards` block it together. */
export interface DrawnTransition {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly label: Bilingual;
  readonly source: EventSource | 'deadline';
  readonly guards: readonly string[];
  readonly isDeadline: boolean;
}

/** A chart without its machinery: what every picture, and the JSON, is made from. */
export interface ChartGraph {
  readonly id: string;
  readonly subject: string;
  readonly label: Bilingual;
  readonly states: readonly DrawnState[];
  readonly transitions: readonly DrawnTransition[];
}

const EVERY_STATE: DrawnState = {
  path: ANYWHERE,
  label: { ko: '모든 상태 공통', en: 'In any state' },
  kind: 'state',
  parent: null,
  isInitial: false,
  awaits: [],
};

const AFTER = /^xstate\.after\.([^.]+)\./;

/** The drawable form of a chart, in the chart's own order, so that the same chart gives the same picture. */
export function graphOf(chart: Chart): ChartGraph {
  const root = toDirectedGraph(chart.machine);
  const nodes = root.children.flatMap(withDescendants);
  return {
    id: chart.id,
    subject: chart.subject,
    label: chart.label,
    states: nodes.map(stateOf),
    transitions: [...nodes, root].flatMap((node) => [
      ...node.edges.map((edge) => transitionOf(chart, edge)),
      ...atOnce(node),
    ]),
  };
}

/** The states to draw: the chart's own, after one that stands for all of them where the chart itself takes an event. */
export function statesToDraw({ states, transitions }: ChartGraph): readonly DrawnState[] {
  return transitions.some(({ from }) => from === ANYWHERE) ? [EVERY_STATE, ...states] : states;
}

function withDescendants(node: DirectedGraphNode): DirectedGraphNode[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

function pathOfNode({ path }: { readonly path: readonly string[] }): string {
  return path.join('.') || ANYWHERE;
}

function stateOf({ stateNode }: DirectedGraphNode): DrawnState {
  const { key, type, parent, meta } = stateNode;
  const about = meta as StateMeta | undefined;
  return {
    path: pathOfNode(stateNode),
    label: about?.label ?? { ko: key, en: key },
    kind: type === 'final' ? 'final' : type === 'compound' ? 'group' : 'state',
    parent: parent && parent.path.length > 0 ? pathOfNode(parent) : null,
    isInitial: parent?.initial.target[0] === stateNode,
    awaits: about?.awaits ?? [],
  };
}

function transitionOf(chart: Chart, { source, target, transition }: DirectedGraphEdge): DrawnTransition {
  const { eventType, guard } = transition;
  const deadline = AFTER.exec(eventType)?.[1];
  const event = deadline ?? eventType;
  const meta = chart.events[event];
  const isDeadline = deadline !== undefined || eventType === TEND_CLOCKS;
  return {
    from: pathOfNode(source),
    to: pathOfNode(target),
    event,
    label: deadline ? lapse(deadline) : (meta?.label ?? { ko: event, en: event }),
    source: isDeadline ? 'deadline' : (meta?.source ?? 'internal'),
    guards: guard ? namesIn(guard as Parameters<typeof namesIn>[0]) : [],
    isDeadline,
  };
}

/** What a state leads to by itself, as soon as its guards hold: XState keeps it apart from the events. */
function atOnce({ stateNode }: DirectedGraphNode): DrawnTransition[] {
  return (stateNode.always ?? []).flatMap(({ guard, target = [] }) =>
    target.map((to) => ({
      ...{ from: pathOfNode(stateNode), to: pathOfNode(to), event: AT_ONCE },
      label: { ko: '조건이 충족되는 즉시', en: 'As soon as it holds' },
      source: 'internal' as const,
      guards: guard ? namesIn(guard as Parameters<typeof namesIn>[0]) : [],
      isDeadline: false,
    })),
  );
}

function lapse(name: string): Bilingual {
  return { ko: `기한 도과 (${name})`, en: `Deadline passed (${name})` };
}
