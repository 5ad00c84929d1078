import { describe, expect, it } from 'vitest';
import { ANYWHERE, AT_ONCE, graphOf, statesToDraw } from '../../src/pictures/graph.js';
import { layoutOf } from '../../src/pictures/layout.js';
import { idOf, mermaidOf } from '../../src/pictures/mermaid.js';
import { svgOf } from '../../src/pictures/svg.js';
import { pageOf, rowsOf } from '../../src/pictures/table.js';
import { widthOf } from '../../src/pictures/text.js';
import { sampleChart } from './sample-chart.js';
import { assertWellFormed } from './well-formed.js';

const graph = graphOf(sampleChart);

describe('a chart as JSON', () => {
  it('lists every state with its names, whose move it is, and where it is an end', () => {
    expect(graph.states.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'submitted state',
      'roadmap group',
      'roadmap.drafting state',
      'roadmap.awaitingCoSignature state',
      'withdrawn final',
      'expired final',
      'closed final',
    ]);
    expect(graph.states.filter(({ isInitial }) => isInitial).map(({ path }) => path)).toEqual([
      'submitted',
      'roadmap.drafting',
    ]);
    expect(graph.states[1]?.awaits).toEqual(['applicant', 'partner']);
  });

  it('lists every transition with its guards, and a deadline by its own name', () => {
    expect(graph.transitions).toContainEqual({
      from: 'roadmap.drafting',
      to: 'roadmap.awaitingCoSignature',
      event: 'SUBMIT_ROADMAP',
      label: { ko: '로드맵 제출', en: 'Submit the roadmap' },
      source: 'public',
      guards: ['isOfficer', 'isWithinWindow'],
      isDeadline: false,
    });
    expect(graph.transitions.filter(({ isDeadline }) => isDeadline)).toMatchObject([
      { from: 'roadmap', to: 'expired', event: 'roadmapWindow', source: 'deadline' },
    ]);
    expect(graph.transitions).toHaveLength(11);
  });

  it('lists what a state leads to by itself', () => {
    expect(graph.transitions.filter(({ event }) => event === AT_ONCE)).toEqual([
      {
        ...{ from: 'roadmap.awaitingCoSignature', to: 'roadmap.drafting', event: 'always' },
        label: { ko: '조건이 충족되는 즉시', en: 'As soon as it holds' },
        ...{ source: 'internal', guards: ['isWithinWindow'], isDeadline: false },
      },
    ]);
  });

  it('lists what is taken in every state, as a transition from anywhere', () => {
    expect(graph.transitions.filter(({ from }) => from === ANYWHERE)).toMatchObject([
      { from: '*', to: 'closed', event: 'TERMINATE', guards: ['isOfficer'] },
      { from: '*', to: '*', event: 'NOTE' },
    ]);
  });
});

describe('a chart as Mermaid', () => {
  it('names every state and every transition', () => {
    const text = mermaidOf(graph);
    for (const { path, label } of statesToDraw(graph))
      expect(text).toContain(`state "${label.ko} / ${label.en}" as ${idOf(path)}`);
    for (const { from, to, event } of graph.transitions)
      expect(text).toMatch(new RegExp(`^  ${idOf(from)} --> ${idOf(to)} : .*\\b${event}\\b`, 'm'));
  });
});

describe('a chart as SVG', () => {
  it('is the same text every time', async () => {
    expect(await svgOf(graph)).toBe(await svgOf(graphOf(sampleChart)));
  });

  it('is well-formed, has a title and a description, and fetches nothing', async () => {
    const svg = await svgOf(graph);
    assertWellFormed(svg);
    expect(svg).toContain('<title id="sample-v1-title">예시 / Sample (sample.v1)</title>');
    expect(svg).toContain('<desc id="sample-v1-desc">');
    expect(svg).toContain('Joint R&amp;D roadmap &lt;in work&gt;');
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|@import/);
  });

  it('marks the current state alone, and refuses one that the chart lacks', async () => {
    const svg = await svgOf(graph, { at: 'roadmap.drafting' });
    expect(svg.match(/class="box[^"]* current"/g)).toHaveLength(1);
    expect(svg).toContain('Now: Being drafted.');
    await expect(svgOf(graph, { at: 'nowhere' })).rejects.toThrow('sample.v1 has no state nowhere');
  });

  it('draws what is taken in every state from a box of its own', async () => {
    const svg = await svgOf(graph);
    expect(svg).toMatch(/<g data-state="\*"><rect class="box anywhere"/);
    expect(svg).toContain('>모든 상태 공통<');
    expect(svg).toContain('>Terminate<');
  });

  it('dashes deadlines and no other arrow', async () => {
    expect((await svgOf(graph)).match(/class="arrow deadline"/g)).toHaveLength(1);
  });

  it('speaks one language where one is asked for', async () => {
    const korean = await svgOf(graph, { language: 'ko' });
    expect(korean).toContain('>사전검토<');
    expect(korean).not.toContain('Pre-check');
  });

  it('gives every text the room that it needs', async () => {
    const { boxes } = await layoutOf(graph, 'both');
    for (const { lines, place } of boxes)
      for (const { text, size } of lines) expect(widthOf(text, size)).toBeLessThan(place.width);
  });

  it('keeps the order of life: the first state stands above, and the last below', async () => {
    const { boxes } = await layoutOf(graph, 'both');
    const top = (path: string) => boxes.find(({ state }) => state.path === path)!.place.y;
    expect(top('submitted')).toBeLessThan(top('roadmap.drafting'));
    expect(top('roadmap.drafting')).toBeLessThan(top('roadmap.awaitingCoSignature'));
    expect(top('roadmap.awaitingCoSignature')).toBeLessThan(top('closed'));
  });
});

describe('the table beside a picture', () => {
  it('has a row for every transition, with who sends it and what may block it', () => {
    expect(rowsOf(graph)).toHaveLength(graph.transitions.length);
    expect(rowsOf(graph)[0]).toEqual({
      from: 'submitted',
      event: 'SCREEN',
      to: 'roadmap',
      who: { ko: '사람 (API)', en: 'a person (API)' },
      guards: 'isOfficer',
    });
    expect(pageOf(graph, 'sample.v1.svg')).toContain('![Sample / 예시](sample.v1.svg)');
  });
});

describe('a measured text', () => {
  it('counts a Hangul syllable as wide as it is high', () => {
    expect(widthOf('가나', 10)).toBe(20);
    expect(widthOf('il', 10)).toBeLessThan(widthOf('mm', 10));
  });
});
