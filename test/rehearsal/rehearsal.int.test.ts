import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { quietly } from '../../src/rehearsal/engine/quietly.js';
import { rehearse, writeReport } from '../../src/rehearsal/rehearse.js';
import type { Report } from '../../src/rehearsal/report/report.js';
import { temporaryFolder } from '../support/folder.js';

/** A fiftieth of the program: a few firms for each track, with everything that follows from them. */
const SMALL = { edition: '2026', seed: 3, scale: 0.02 } as const;

const PATIENCE_MS = 600_000;

let report: Report;
let again: Report;

beforeAll(async () => {
  const quiet = (): void => undefined;
  // Side by side: neither knows of the other, and most of a small rehearsal's time is waiting.
  [report, again] = await quietly(() => Promise.all([rehearse(SMALL, quiet), rehearse(SMALL, quiet)]));
}, PATIENCE_MS);

describe('a small rehearsal of the whole program', () => {
  test('comes out as announced, for its size', () => {
    expect(report.announcement.filter(({ agrees }) => !agrees)).toEqual([]);
    const { agreed } = report.funnel;
    expect(agreed).toEqual({ mitIlp: 1, structured: 2, autonomous: 1, ecoBridge: 1 });
  });

  test('leaves no application open, no clock missed and no ceiling passed', () => {
    expect(report.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(report.stillOpen).toEqual([]);
    expect(report.ended > '2029-01-01').toBe(true);
    expect(report.counts.passedDeadlines).toBeGreaterThan(0);
    expect(report.counts.tended).toBeGreaterThan(report.counts.escalated);
    expect(report.counts.escalated).toBeGreaterThan(0);
  });

  test('comes out the same for the same seed, to the day and to the won', () => {
    expect(again.outcomes).toEqual(report.outcomes);
    expect(again.digest).toBe(report.digest);
  });

  test('had everybody ask over HTTP, and the service say no where it had to', () => {
    expect(report.traffic.requests).toBeGreaterThan(300);
    const codes = report.refusals.map(({ code }) => code);
    expect(codes).toContain('isNotBelowPromised');
    expect(codes).toContain('notOfferedHere');
  });

  test('writes a page that asks nothing of the network, JSON, and a row for each application', async () => {
    const files = await writeReport(report, join(await temporaryFolder(), 'report'));
    const [html, json, csv] = await Promise.all(
      [files.html, files.json, files.csv].map((file) => readFile(file, 'utf8')),
    );
    expect(html).toContain('예행연습');
    expect(html).not.toMatch(/(src|href)=|url\(|@import|<script|https?:/);
    expect(JSON.parse(json ?? '')).toEqual(JSON.parse(JSON.stringify(report)));
    expect(csv?.trimEnd().split('\r\n')).toHaveLength(report.outcomes.length + 1);
    expect(existsSync(files.html)).toBe(true);
  });
});
