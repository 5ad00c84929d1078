import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium } from '../support/servers.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

// Nothing of the browser's own goes out, and no name leads anywhere: what the page asked for elsewhere would fail, and be seen.
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-default-apps'],
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

let service: Service;
let browser: Browser;
let context: BrowserContext;
const asked: string[] = [];
const failed: string[] = [];

beforeAll(async () => {
  service = await startService();
  browser = await playwright.launch({ executablePath: await chromium(), args: ARGS });
  context = await browser.newContext({ viewport: { width: 1_400, height: 1_000 } });
  context.on('request', (request) => asked.push(request.url()));
  context.on('requestfailed', (request) => failed.push(request.url()));
  context.on('console', (line) => line.type() === 'error' && failed.push(line.text()));
  context.on('weberror', (error) => failed.push(error.error().message));
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

test('the reference page shows our title and every operation in words, and asks nobody but us', async () => {
  const { body: document } = await service.get('/openapi.json');
  const page = await context.newPage();
  await page.goto(`${service.url}/docs`);
  await page.getByRole('heading', { name: document.info.title, level: 1 }).waitFor();
  const summaries = Object.values<Json>(document.paths).flatMap((methods: Json) =>
    Object.values<Json>(methods).map(({ summary }) => String(summary)),
  );
  expect(summaries.length).toBeGreaterThan(20);
  for (const summary of summaries) await page.getByText(summary, { exact: true }).first().waitFor();
  // The last operation is made only when somebody goes there.
  const name = summaries.at(-1) ?? '';
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name }).waitFor();
  // What the page asks for by itself, it asks for within moments.
  await page.waitForTimeout(2_000);
  expect(asked.filter((url) => url === `${service.url}/openapi.json`)).not.toEqual([]);
  expect(asked.filter((url) => !isOurs(url))).toEqual([]);
  expect(failed).toEqual([]);
});

function isOurs(url: string): boolean {
  return url.startsWith(service.url) || /^(data|blob):/.test(url);
}
