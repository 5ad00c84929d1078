import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { charts } from '../../charts/registry.js';
import type { Chart } from '../../charts/kernel/types.js';
import { graphOf } from '../../pictures/graph.js';
import { mermaidOf } from '../../pictures/mermaid.js';
import { pageOf, rowsOf } from '../../pictures/table.js';
import type { CommonOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** How a chart is to be shown. */
export interface ChartShowOptions extends CommonOptions {
  readonly format: 'json' | 'mermaid' | 'svg' | 'table';
  readonly out?: string;
  readonly at?: string;
  readonly all?: boolean;
}

/** `rnd chart list`: every released chart. */
export async function chartList({ terminal }: Context): Promise<void> {
  const charts = allCharts()
    .map(graphOf)
    .map(({ id, subject, label, states, transitions }) => ({
      ...{ id, subject, label },
      states: states.length,
      transitions: transitions.length,
    }));
  const heads = terminal.say({ ko: '상태도,이름,상태,전이', en: 'chart,name,states,transitions' }).split(',');
  terminal.answer(charts, (all) =>
    table(
      heads,
      all.map(({ id, label, states, transitions }) => [
        id,
        terminal.say(label),
        `${states}`,
        `${transitions}`,
      ]),
    ),
  );
}

/** `rnd chart show`: one chart in one format, or with --all every chart in every format into a folder. */
export async function chartShow(
  { terminal }: Context,
  id: string | undefined,
  options: ChartShowOptions,
): Promise<void> {
  const { all, out } = options;
  if (all) return showAll(terminal, out);
  const chart = allCharts().find((one) => one.id === id || one.subject === id);
  if (!chart) {
    const ids = allCharts()
      .map((one) => one.id)
      .join(', ');
    throw usage({ ko: `상태도를 지정하십시오: ${ids}`, en: `Name a chart: ${ids}` });
  }
  const text = await shown(chart, options.json ? { ...options, format: 'json' } : options, terminal);
  if (out === undefined) return terminal.out(text.trimEnd());
  await writeFile(out, text);
  terminal.note(out);
}

/** The files of a chart for docs/charts, by name: Mermaid, SVG, and the page with the tables. */
export async function filesOf(chart: Chart): Promise<Readonly<Record<string, string>>> {
  const { svgOf } = await import('../../pictures/svg.js');
  const graph = graphOf(chart);
  return {
    [`${chart.id}.mmd`]: mermaidOf(graph),
    [`${chart.id}.svg`]: await svgOf(graph),
    [`${chart.id}.md`]: pageOf(graph, `${chart.id}.svg`),
  };
}

async function showAll(terminal: Terminal, folder: string | undefined): Promise<void> {
  if (!folder)
    throw usage({ ko: '--all 에는 --out <폴더> 가 필요합니다.', en: '--all needs --out <folder>.' });
  await mkdir(folder, { recursive: true });
  for (const chart of allCharts()) {
    for (const [name, text] of Object.entries(await filesOf(chart))) {
      await writeFile(join(folder, name), text);
      terminal.note(join(folder, name));
    }
  }
}

async function shown(
  chart: Chart,
  { format, at, lang }: ChartShowOptions,
  terminal: Terminal,
): Promise<string> {
  const graph = graphOf(chart);
  if (at !== undefined && !graph.states.some(({ path }) => path === at)) {
    const states = graph.states.map(({ path }) => path).join(', ');
    throw usage({
      ko: `${chart.id} 에 없는 상태입니다: ${at}. 가능한 상태: ${states}`,
      en: `${chart.id} has no state ${at}; there are ${states}`,
    });
  }
  switch (format) {
    case 'json':
      return JSON.stringify(graph, null, 2);
    case 'mermaid':
      return mermaidOf(graph);
    case 'svg': {
      const { svgOf } = await import('../../pictures/svg.js');
      const language = lang === 'ko' || lang === 'en' ? lang : 'both';
      return svgOf(graph, { language, ...(at === undefined ? {} : { at }) });
    }
    case 'table': {
      const heads = terminal
        .say({ ko: '전 상태,사건,후 상태,주체,가드', en: 'from,event,to,who,guards' })
        .split(',');
      const rows = rowsOf(graph).map(({ from, event, to, who, guards }) => [
        from,
        event,
        to,
        terminal.say(who),
        guards,
      ]);
      return table(heads, rows);
    }
  }
}

function allCharts(): readonly Chart[] {
  return charts;
}
