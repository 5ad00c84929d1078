import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applicationSchema, payloadOf } from '../../src/contract/events.js';
import { speakBothLanguages } from '../../src/contract/field-words.js';
import { casesQuerySchema } from '../../src/contract/http/queries.js';

speakBothLanguages();

const BOTH = /^[^/]*[가-힣][^/]* \/ [^가-힣]*[a-z][^가-힣]*$/;

function messagesOf(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
}

describe('what is wrong with a field is said in Korean and in English', () => {
  test.each([
    ['missing', z.object({ a: z.string() }), {}, '필수 항목이 없습니다 / it is missing'],
    ['of another kind', z.string(), 1, '형식이 맞지 않습니다 (필요한 형식: 문자열) / it must be text'],
    ['no whole number', z.int(), 1.5, '형식이 맞지 않습니다 (필요한 형식: 정수) / it must be a whole number'],
    ['too long', z.string().max(3), 'abcd', '3자 이하여야 합니다 / it must be at most 3 characters'],
    ['too few', z.array(z.int()).min(1), [], '1개 이상이어야 합니다 / it must be at least 1 entries'],
    ['too much', z.number().max(100), 101, '100 이하여야 합니다 / it must be at most 100'],
    ['unknown', z.strictObject({}), { b: 1 }, '알 수 없는 항목입니다: b / unknown: b'],
    ['not listed', z.enum(['x', 'y']), 'z', '다음 중 하나여야 합니다: x, y / it must be one of: x, y'],
  ])('%s', (_, schema, value, message) => expect(messagesOf(schema, value)).toEqual([message]));

  test.each([
    ['an application of no track', applicationSchema, { track: 'moon' }],
    ['an application with nothing but its track', applicationSchema, { track: 'ecoBridge' }],
    ['a list narrowed by nonsense', casesQuerySchema, { limit: 'x', track: 'y', dueBefore: 'z', open: 1 }],
    ['an amount with separators', payloadOf('ecoBridgeProject', 'SELECT'), { grant: '1,000' }],
    ['an evaluation without its opinion', payloadOf('ecoBridgeProject', 'RECORD_EVALUATION'), { score: 101 }],
    ['a gate with no such outcome', payloadOf('ecoBridgeProject', 'DECIDE_GATE'), { outcome: 'MAYBE' }],
    ['a document that is none', payloadOf('tranche', 'CLAIM'), { documentSha256s: ['x'] }],
  ])('%s', (_, schema, value) => {
    const messages = messagesOf(schema!, value);
    expect(messages).not.toEqual([]);
    for (const message of messages) {
      expect(message).toMatch(BOTH);
      expect(message).not.toMatch(/세요/);
    }
  });
});
