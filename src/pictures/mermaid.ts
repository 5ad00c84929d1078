import type { Bilingual } from '../charts/kernel/types.js';
import { ANYWHERE, statesToDraw } from './graph.js';
import type { ChartGraph, DrawnState, DrawnTransition } from './graph.js';

/** A chart as the text of a Mermaid `stateDiagram-v2`: every state with its label, every transition with its event and guards. */
export function mermaidOf(graph: ChartGraph): string {
  const lines = [
    '---',
    `title: ${JSON.stringify(`${words(graph.label)} (${graph.id})`)}`,
    '---',
    'stateDiagram-v2',
    ...statesIn(graph, null, '  '),
    ...graph.transitions.map((transition) => `  ${lineOf(transition)}`),
    ...graph.states.filter(({ kind }) => kind === 'final').map(({ path }) => `  ${idOf(path)} --> [*]`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The name of a state in Mermaid, which takes no dots and no star. */
export function idOf(path: string): string {
  return path === ANYWHERE ? 'anyState' : path.replaceAll('.', '__');
}

function statesIn(graph: ChartGraph, parent: string | null, indent: string): string[] {
  const inside = statesToDraw(graph).filter((state) => state.parent === parent);
  const initial = inside
    .filter(({ isInitial }) => isInitial)
    .map(({ path }) => `${indent}[*] --> ${idOf(path)}`);
  return [...inside.flatMap((state) => declared(graph, state, indent)), ...initial];
}

function declared(graph: ChartGraph, { path, label, kind }: DrawnState, indent: string): string[] {
  const line = `${indent}state "${plain(words(label))}" as ${idOf(path)}`;
  return kind === 'group' ? [`${line} {`, ...statesIn(graph, path, `${indent}  `), `${indent}}`] : [line];
}

function lineOf({ from, to, event, guards, isDeadline }: DrawnTransition): string {
  const when = isDeadline ? `⏱ ${event}` : event;
  return `${idOf(from)} --> ${idOf(to)} : ${plain([when, ...guards.map((guard) => `[${guard}]`)].join(' '))}`;
}

function words({ ko, en }: Bilingual): string {
  return ko === en ? ko : `${ko} / ${en}`;
}

// These end a statement or a name in Mermaid's grammar.
function plain(text: string): string {
  return text.replaceAll('"', "'").replaceAll(';', ',').replaceAll(':', ' -');
}
