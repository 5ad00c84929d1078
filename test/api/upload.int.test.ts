import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Service } from './service.js';

const LIMIT = 20 * 1024 * 1024;

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

async function upload(form: FormData): Promise<{ status: number; body: Record<string, unknown> }> {
  const authorization = `Bearer ${await service.token(the.APPLICANT)}`;
  const answer = await fetch(`${service.url}/v1/documents`, {
    method: 'POST',
    body: form,
    headers: { authorization },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

function formWith(bytes: string | Uint8Array<ArrayBuffer>, type = 'application/pdf'): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), 'report.pdf');
  return form;
}

async function kept(): Promise<string[]> {
  const entries = await readdir(service.documentDir, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('the file of a form is kept as it is, without the form around it', async () => {
  const sha256 = createHash('sha256').update('a report').digest('hex');
  expect(await upload(formWith('a report'))).toMatchObject({
    status: 201,
    body: { sha256, size: 8, mediaType: 'application/pdf' },
  });
  expect((await service.get(`/v1/documents/${sha256}`, { as: the.APPLICANT })).body).toBe('a report');
});

test('a form with exactly 20 MB is kept, with one byte more it is too large and nothing is', async () => {
  expect(await upload(formWith(new Uint8Array(LIMIT).fill(1)))).toMatchObject({ status: 201 });
  const before = await kept();
  const answer = await upload(formWith(new Uint8Array(LIMIT + 1)));
  expect(answer).toMatchObject({ status: 413, body: { code: 'documentTooLarge' } });
  expect(await kept()).toEqual(before);
});

test('a form without a file is malformed', async () => {
  const form = new FormData();
  form.append('name', 'no file');
  expect(await upload(form)).toMatchObject({ status: 422, body: { code: 'malformedBody' } });
});

test('an upload that breaks off leaves nothing behind', async () => {
  const before = await kept();
  const { hostname, port } = new URL(service.url);
  const token = await service.token(the.APPLICANT);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
      'Content-Type: application/pdf\r\nContent-Length: 1000000\r\n\r\nonly the beginning',
  );
  await expect.poll(kept).toHaveLength(before.length + 1);
  socket.destroy();
  await expect.poll(kept).toEqual(before);
});
