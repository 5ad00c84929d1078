import { ANYWHERE } from './graph.js';
import type { ChartGraph } from './graph.js';
import { layoutOf } from './layout.js';
import type { Layout, Place } from './layout.js';
import { LEADING, PADDING } from './measure.js';
import type { Line } from './measure.js';
import { escaped } from './text.js';
import type { PictureLanguage } from './text.js';

/** How a chart is drawn; `at` is the path of the state to mark as the current one. */
export interface PictureOptions {
  readonly language?: PictureLanguage;
  readonly at?: string;
}

const STYLE = `
  text { font-family: 'Pretendard GOV', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'NanumBarunGothic', sans-serif; fill: #1e2124; }
  .main { font-weight: 700; } .second { fill: #464c53; } .note { fill: #58616a; }
  .box { fill: #ffffff; stroke: #58616a; stroke-width: 1.4; }
  .group { fill: #f4f5f6; stroke: #8a949e; }
  .final { fill: #e6e8ea; }
  .anywhere { stroke-dasharray: 2 4; }
  .rim { fill: none; stroke: #58616a; }
  .current { fill: #d8e5fd; stroke: #0b50d0; stroke-width: 3; }
  .arrow { fill: none; stroke: #464c53; stroke-width: 1.3; }
  .deadline { stroke: #9e6a00; stroke-dasharray: 6 4; }
  .label .second, .label .note { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
  .late .second, .late .note { fill: #7a5200; }`;

/**
 * A chart as an SVG of its own: Korean and English names, final states with a double border, deadlines dashed, the
 * current state highlighted, a title and a description for screen readers, and nothing fetched from anywhere.
 * Throws a plain Error for an `at` that the chart lacks.
 */
export async function svgOf(
  graph: ChartGraph,
  { language = 'both', at }: PictureOptions = {},
): Promise<string> {
  if (at !== undefined && !graph.states.some(({ path }) => path === at))
    throw new Error(`${graph.id} has no state ${at}`);
  const layout = await layoutOf(graph, language);
  const { width, height } = layout;
  const id = graph.id.replaceAll('.', '-');
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(titleOf(graph, language))}</title>`,
    `<desc id="${id}-desc">${escaped(descriptionOf(graph, language, at))}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<defs><marker id="${id}-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" fill="#464c53"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...layout.boxes.map((box) => drawnBox(box, at)),
    ...layout.arrows.map((arrow) => drawnArrow(arrow, id)),
    ...layout.arrows.map(drawnLabel),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function titleOf({ id, label: { ko, en } }: ChartGraph, language: PictureLanguage): string {
  const name = language === 'both' ? `${ko} / ${en}` : language === 'ko' ? ko : en;
  return `${name} (${id})`;
}

function descriptionOf(
  { states, transitions }: ChartGraph,
  language: PictureLanguage,
  at: string | undefined,
): string {
  const finals = states.filter(({ kind }) => kind === 'final');
  const current = states.find(({ path }) => path === at);
  const ko = `상태 ${states.length}개, 전이 ${transitions.length}개. 종료 상태: ${finals.map(({ label }) => label.ko).join(', ')}.${current ? ` 현재 상태: ${current.label.ko}.` : ''}`;
  const en = `${states.length} states, ${transitions.length} transitions. Ends as: ${finals.map(({ label }) => label.en).join(', ')}.${current ? ` Now: ${current.label.en}.` : ''}`;
  return language === 'both' ? `${ko} ${en}` : language === 'ko' ? ko : en;
}

function drawnBox({ state, lines, place }: Layout['boxes'][number], at: string | undefined): string {
  const kind = state.path === ANYWHERE ? ' anywhere' : state.kind === 'state' ? '' : ` ${state.kind}`;
  const current = state.path === at ? ' current' : '';
  return [
    `<g data-state="${escaped(state.path)}">`,
    `<rect class="box${kind}${current}" ${rect(place)} rx="${state.kind === 'final' ? 14 : 6}"/>`,
    ...(state.kind === 'final' ? [`<rect class="rim" ${rect(inside(place, 3.5))} rx="11"/>`] : []),
    ...(state.isInitial ? [`<circle cx="${px(place.x)}" cy="${px(place.y)}" r="6" fill="#1e2124"/>`] : []),
    drawnText(lines, place.x + place.width / 2, place.y + PADDING),
    '</g>',
  ].join('');
}

function drawnArrow({ corners, isDeadline }: Layout['arrows'][number], id: string): string {
  const path = corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
  return `<path class="arrow${isDeadline ? ' deadline' : ''}" d="${path}" marker-end="url(#${id}-tip)"/>`;
}

function drawnLabel({ lines, text, isDeadline }: Layout['arrows'][number]): string {
  const look = isDeadline ? 'label late' : 'label';
  return `<g class="${look}">${drawnText(lines, text.x + text.width / 2, text.y + 2)}</g>`;
}

function drawnText(lines: readonly Line[], middle: number, top: number): string {
  let y = top;
  return lines
    .map(({ text, look, size }) => {
      y += size * LEADING;
      const baseline = y - size * 0.35;
      return `<text class="${look}" font-size="${size}" text-anchor="middle" x="${px(middle)}" y="${px(baseline)}">${escaped(text)}</text>`;
    })
    .join('');
}

function rect({ x, y, width, height }: Place): string {
  return `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`;
}

function inside({ x, y, width, height }: Place, by: number): Place {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
