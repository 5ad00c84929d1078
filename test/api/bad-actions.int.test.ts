import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { refusing } from './refused.js';
import { startService } from './service.js';
import type { Answer, Service } from './service.js';

let service: Service;
let href: string;
const refusedAs = refusing(() => ({ service, href }));

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

describe('POST …/actions', () => {
  test('a body that is no JSON is malformed', async () => {
    const raw = '{"type":';
    const headers = { 'content-type': 'application/json' };
    await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, raw, headers }),
    );
  });

  test('a body without an event is malformed, and the field is named', async () => {
    const { body } = await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: { data: {} } }),
    );
    expect(body.errors.map(({ path }: { path: string }) => path)).toContain('type');
  });

  test('a payload that is not what the event needs is malformed, and the field is named', async () => {
    const { body } = await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, {
        as: the.OFFICER,
        body: { ...the.DECISION, data: { ...the.DECISION.data, nonsense: 1 } },
      }),
    );
    expect(body.errors).toEqual([
      { path: '', message: '알 수 없는 항목입니다: nonsense / unknown: nonsense' },
    ]);
  });

  test('a body over 256 KB is too large, whether its length is said or not', async () => {
    const body = { ...the.DECISION, data: { text: 'x'.repeat(257 * 1024) } };
    await refusedAs('bodyTooLarge', 413, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body }),
    );
    const stream = [new TextEncoder().encode(JSON.stringify(body))];
    const headers = { 'content-type': 'application/json' };
    await refusedAs('bodyTooLarge', 413, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, stream, headers }),
    );
  });

  test('an event that the chart does not know is unknown', async () => {
    await refusedAs('unknownEvent', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: { type: 'MAKE_TEA' } }),
    );
  });

  test("what a neighbouring subject tells can't be forged: it is unknown from outside", async () => {
    await refusedAs('unknownEvent', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: the.INTERNAL }),
    );
  });

  test('an event of another state is not offered here', async () => {
    const { body } = await refusedAs('notOfferedHere', 409, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: the.LATER }),
    );
    expect(body.blockedBy).toMatchObject([
      { code: 'notOfferedHere', evidence: { type: the.LATER.type, state: 'submitted' } },
    ]);
  });

  test("what is another role's is refused with the guard, the facts and who can clear it", async () => {
    const { body } = await refusedAs(the.DECISION_GUARD, 403, the.APPLICANT, () =>
      service.post(`${href}/actions`, { as: the.APPLICANT, body: the.DECISION }),
    );
    expect(body.blockedBy[0]).toMatchObject({ code: the.DECISION_GUARD, clearedBy: ['officer'] });
  });

  test('an auditor changes nothing', async () => {
    await refusedAs('wrongRole', 403, the.AUDITOR, () =>
      service.post(`${href}/actions`, { as: the.AUDITOR, body: the.DECISION }),
    );
  });

  test('a regulator only announces', async () => {
    await refusedAs('wrongRole', 403, the.REGULATOR, () =>
      service.post(`${href}/actions`, { as: the.REGULATOR, body: the.DECISION }),
    );
  });

  test("another company's case is refused without its facts", async () => {
    const { body } = await refusedAs('notYourCase', 403, the.OTHER_APPLICANT, () =>
      service.post(`${href}/actions`, { as: the.OTHER_APPLICANT, body: the.WITHDRAWAL }),
    );
    expect(body.blockedBy[0].evidence).toEqual({});
  });

  test('a case that is not there is not found', async () => {
    const nowhere = href.replace(/\d{4}$/, '9999');
    await refusedAs('notFound', 404, the.OFFICER, () =>
      service.post(`${nowhere}/actions`, { as: the.OFFICER, body: the.DECISION }),
    );
  });

  test('a key that came with another body is refused', async () => {
    const key = randomUUID();
    await service.post(`${href}/actions`, { as: the.OFFICER, key, body: { type: 'MAKE_TEA' } });
    await refusedAs('keyReused', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, key, body: { type: 'MAKE_COFFEE' } }),
    );
  });

  test('a key that came for another case is refused, though neither request had a body', async () => {
    const key = randomUUID();
    const others = await the.apply(service, the.OTHER_APPLICANT);
    await service.post(`${others}/actions`, { as: the.OFFICER, key });
    await refusedAs('keyReused', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, key }),
    );
  });

  test('what was decided on an older reading of the case is refused, and on the present one taken', async () => {
    const moving = await the.apply(service, the.OTHER_APPLICANT);
    const send = (expectedSeq: number): Promise<Answer> =>
      service.post(`${moving}/actions`, { as: the.OFFICER, body: { ...the.DECISION, expectedSeq } });
    await refusedAs('caseHasMoved', 409, the.OFFICER, () => send(9));
    expect(await send(1)).toMatchObject({ status: 200, body: { seq: 2 } });
    await refusedAs('caseHasMoved', 409, the.OFFICER, () => send(1));
  });

  test.each([
    ['none', null],
    ['an empty one', ''],
    ['one with a space', 'a b'],
    ['one of 201 characters', 'k'.repeat(201)],
    ['one with a character that is not visible', 'caf\u00e9'],
  ])('a wish needs a key: %s is refused', async (_, key) => {
    await refusedAs('keyMissing', 400, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, key, body: the.DECISION }),
    );
  });

  test('a document that nobody stored is unknown', async () => {
    const sha256 = createHash('sha256').update('never stored').digest('hex');
    await refusedAs('documentUnknown', 422, the.APPLICANT, () =>
      service.post(`${href}/actions`, { as: the.APPLICANT, body: the.WITH_DOCUMENT(sha256) }),
    );
  });
});
