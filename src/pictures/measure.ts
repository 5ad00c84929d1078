import type { Bilingual } from '../charts/kernel/types.js';
import { statesToDraw } from './graph.js';
import type { ChartGraph, DrawnState, DrawnTransition } from './graph.js';
import { widthOf, wrapped } from './text.js';
import type { PictureLanguage } from './text.js';

/** A line of text with its role, which says how it looks; `size` in pixels. */
export interface Line {
  readonly text: string;
  readonly look: 'main' | 'second' | 'note';
  readonly size: number;
}

/** A drawn state's text and the room it takes in pixels. */
export interface Box {
  readonly state: DrawnState;
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/** All transitions from one state to one other, drawn as one arrow with their texts; deadlines apart from the rest. */
export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly isDeadline: boolean;
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/** Height of a line of text as a multiple of its size. */
export const LEADING = 1.35;
/** Room between a box's border and its text, in pixels. */
export const PADDING = 12;

const SIZES = { main: 14, second: 12, note: 11 } as const;
const WIDEST_LABEL = 190;

/** The states with their texts: the name, and below it what happens without leaving the state. */
export function boxesOf(graph: ChartGraph, language: PictureLanguage): Box[] {
  return statesToDraw(graph).map((state) => {
    const stays = graph.transitions.filter(({ from, to }) => from === state.path && to === state.path);
    const notes = [...new Set(stays.map((transition) => oneLine(transition, language)))];
    const lines = [...named(state.label, language), ...notes.map((note) => line(`↻ ${note}`, 'note'))];
    return { state, lines, width: widest(lines) + 2 * PADDING, height: heightOf(lines) + 2 * PADDING };
  });
}

/** The arrows between different states. */
export function arrowsOf(graph: ChartGraph, language: PictureLanguage): Arrow[] {
  const arrows = new Map<string, DrawnTransition[]>();
  for (const transition of graph.transitions) {
    const { from, to, isDeadline } = transition;
    if (from === to) continue;
    const id = `${from}>${to}${isDeadline ? '>deadline' : ''}`;
    arrows.set(id, [...(arrows.get(id) ?? []), transition]);
  }
  return [...arrows].map(([id, [first, ...others]]) =>
    arrowOf(id, first as DrawnTransition, others, language),
  );
}

function arrowOf(
  id: string,
  first: DrawnTransition,
  others: readonly DrawnTransition[],
  language: PictureLanguage,
): Arrow {
  const lines = uniqueEvents([first, ...others]).flatMap((transition) => labelled(transition, language));
  const { from, to, isDeadline } = first;
  return { id, from, to, isDeadline, lines, width: widest(lines) + 8, height: heightOf(lines) + 4 };
}

function uniqueEvents(transitions: readonly DrawnTransition[]): DrawnTransition[] {
  return transitions.filter(
    (one, index) => transitions.findIndex(({ event }) => event === one.event) === index,
  );
}

function labelled({ label, isDeadline }: DrawnTransition, language: PictureLanguage): Line[] {
  const [first, ...rest] = named(label, language);
  const marked = first && isDeadline ? [{ ...first, text: `${first.text}` }, ...rest] : [first, ...rest];
  return marked
    .filter((one) => one !== undefined)
    .flatMap(({ text, look }) =>
      wrapped(text, SIZES.note, WIDEST_LABEL).map((part) => line(part, look === 'main' ? 'second' : 'note')),
    );
}

function named({ ko, en }: Bilingual, language: PictureLanguage): Line[] {
  if (language === 'en') return [line(en, 'main')];
  if (language === 'ko' || ko === en) return [line(ko, 'main')];
  return [line(ko, 'main'), line(en, 'second')];
}

function oneLine({ label: { ko, en } }: DrawnTransition, language: PictureLanguage): string {
  if (language === 'en') return en;
  return language === 'ko' || ko === en ? ko : `${ko} · ${en}`;
}

function line(text: string, look: Line['look']): Line {
  return { text, look, size: SIZES[look] };
}

function widest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ text, size }) => widthOf(text, size)));
}

function heightOf(lines: readonly Line[]): number {
  return Math.ceil(lines.reduce((sum, { size }) => sum + size * LEADING, 0));
}
