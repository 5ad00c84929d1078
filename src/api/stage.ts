import { chartOf } from '../charts/registry.js';
import type { Bilingual, Chart, ChartState, Role, StateMeta } from '../charts/kernel/types.js';
import { editionOf, termsOf } from '../program/load.js';
import type { Terms, TrackId } from '../program/types.js';
import type { SubjectView } from '../ledger/reads/subjects.js';

/** What a state says about itself, with its path. */
export interface KnownState extends StateMeta {
  readonly path: string;
}

type Node = Chart['machine']['root'];

const known = new Map<string, ReadonlyMap<string, KnownState>>();

/** Every state of a chart by its dotted path; a state without a `meta` of its own says what its group says. */
export function statesOf(chart: Chart): ReadonlyMap<string, KnownState> {
  const before = known.get(chart.id);
  if (before) return before;
  const states = new Map<string, KnownState>();
  const walk = (node: Node, above: StateMeta): void => {
    const meta: StateMeta = { ...above, ...(node.meta as Partial<StateMeta> | undefined) };
    const path = node.path.join('.');
    if (path) states.set(path, { ...meta, path });
    for (const child of Object.values(node.states)) walk(child as Node, meta);
  };
  walk(chart.machine.root, { label: chart.label, awaits: [] });
  known.set(chart.id, states);
  return states;
}

/** What a chart says about one of its states. A path that it doesn't know is a defect, and throws. */
export function stateAt(chart: Chart, path: string): KnownState {
  const state = statesOf(chart).get(path);
  if (!state) throw new Error(`${chart.id} has no state ${path}`);
  return state;
}

/** A dotted path as XState nests it: `a.b` is `{a: 'b'}`. */
export function valueOf(path: string): ChartState['value'] {
  const [first = '', ...rest] = path.split('.');
  return rest.length === 0 ? first : { [first]: valueOf(rest.join('.')) };
}

const terms = new Map<string, Terms>();

/** The terms that a case lives by: of the version of its edition that has its hash. A hash that none has is a defect, and throws. */
export function termsFor(editionId: string, track: string, hash: string): Terms {
  const key = `${hash}/${track}`;
  const before = terms.get(key);
  if (before) return before;
  const cut = termsOf(editionOf(editionId, hash), track as TrackId);
  terms.set(key, cut);
  return cut;
}

/** A projection as the chart's state, so that the pure chart can be asked about it. */
export function chartStateOf(view: SubjectView): { chart: Chart; state: ChartState } {
  const { chartId, editionId, editionHash: hash, track } = view.identity;
  const context = { ...view.facts, terms: termsFor(editionId, track, hash) };
  const { seq, deadlines, closedAt } = view;
  const state = { value: valueOf(view.state), context, seq, deadlines, done: closedAt !== null };
  return { chart: chartOf(chartId), state };
}

/** An event's label in both languages; a deadline that passed has none in the chart, and is named by its delay. */
export function eventLabel(chart: Chart, type: string): Bilingual {
  const meta = chart.events[type];
  if (meta) return meta.label;
  const delay = /^xstate\.after\.([^.]+)\./.exec(type)?.[1] ?? type;
  return { ko: `기한 도과 (${delay})`, en: `Deadline passed (${delay})` };
}

/** The states of these charts in which it is this role's move. */
export function statesAwaiting(charts: readonly Chart[], role: Role): string[] {
  const paths = charts.flatMap((chart) =>
    [...statesOf(chart).values()].filter(({ awaits }) => awaits.includes(role)).map(({ path }) => path),
  );
  return [...new Set(paths)];
}
