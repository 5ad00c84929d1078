import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { charts } from '../../src/charts/registry.js';
import { filesOf } from '../../src/cli/commands/chart.js';
import { readSettings, variableOf } from '../../src/server/settings.js';
import type { Ports } from '../../src/server/settings.js';
import { PAGES, allPages, blocksOf, root, textOf } from './pages.js';

/** The anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const links = allPages().flatMap((page) => {
  const prose = textOf(page).replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target }));
});

describe('the documentation', () => {
  test.each(links.filter(({ target }) => !/^https?:/.test(target)))(
    '$page leads to $target',
    ({ page, target }) => {
      const [file = '', anchor] = target.split('#');
      const place = file === '' ? page : join(dirname(page), file);
      expect(existsSync(join(root, place)), place).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(textOf(place))).toContain(anchor);
    },
  );

  test('sends nobody to a site outside', () => {
    expect(links.filter(({ target }) => /^https?:/.test(target))).toEqual([]);
  });

  test('can be reached in full from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const { target } of links.filter((link) => link.page === page && link.target.includes('.md')))
        reached.add(join(dirname(page), target.split('#')[0] ?? ''));
    }
    expect(allPages().filter((page) => !reached.has(page))).toEqual([]);
  });

  test('every page with commands is one whose commands are run', () => {
    const withCommands = allPages().filter(
      (page) => blocksOf(page, 'sh', 'bash', 'shell', 'console').length > 0,
    );
    expect(withCommands.sort()).toEqual([...PAGES].sort());
  });

  test('docs/operations.md names every setting and every port', () => {
    const page = textOf('docs/operations.md');
    const settings = [...textOf('src/config.ts').matchAll(/^ {2}([A-Z_]+): setting\(/gm)].map(
      ([, name]) => name,
    );
    expect(settings.length).toBeGreaterThan(10);
    for (const name of settings) expect(page).toContain(`\`${name}\``);
    const ports = Object.entries(readSettings([], {})?.ports ?? {});
    expect(ports).toHaveLength(6);
    for (const [name, port] of ports)
      expect(page).toContain(`| ${port} | \`${variableOf(name as keyof Ports)}\``);
  });
});

describe('the pictures and tables of the charts', () => {
  test.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s are drawn from the chart as it is: ./rnd chart show --all --out docs/charts',
    async (_id, chart) => {
      for (const [name, text] of Object.entries(await filesOf(chart)))
        expect(textOf(`docs/charts/${name}`), name).toBe(text);
    },
  );

  test('are there for every released chart, and for no other', () => {
    const expected = charts.flatMap(({ id }) => [`${id}.md`, `${id}.mmd`, `${id}.svg`]);
    expect(readdirSync(join(root, 'docs/charts')).sort()).toEqual([...expected, 'README.md'].sort());
  });
});
