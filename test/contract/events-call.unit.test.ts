import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { payloadOf } from '../../src/contract/events.js';

const HASH = 'c'.repeat(64);
const ground = '접수 시스템 장애';
const member = (number: number) => ({ person: `person-panelMember-${number}`, org: 'university-1' });

function accepts(subject: 'call' | 'objection', type: string, data: unknown): boolean {
  const schema = payloadOf(subject, type);
  if (!schema) throw new Error(`${type} of ${subject} has no schema`);
  return schema.safeParse(data).success;
}

describe('What people say to a call', () => {
  test.each([
    ['EXTEND_WINDOW', { closes: '2026-06-29T09:00:00.000Z', ground }],
    ['CORRECT_WINDOW', { opens: '2026-06-08T00:00:00.000Z', closes: '2026-06-29T09:00:00.000Z', ground }],
    ['CHANGE_CAPACITY', { capacity: 100, ground }],
    ['CHANGE_CAPACITY', { capacity: 1, budget: '0', ground }],
    ['APPOINT_PANEL', { members: Array.from({ length: 200 }, (_, index) => member(index)) }],
    ['DECLARE_CONFLICTS', { conflicts: [] }],
    ['DECLARE_CONFLICTS', { conflicts: [{ about: 'project/2026/structured/0001', kind: 'kinship' }] }],
    ['FINISH_SCREENING', {}],
    ['FINISH_EVALUATION', {}],
    ['PROPOSE_LIST', { listSha256: HASH }],
    ['RETURN_LIST', { reason: '동점 처리 근거를 보완하십시오.' }],
    ['DECIDE_LIST', { listSha256: HASH }],
  ])('%s is taken: %j', (type, data) => {
    expect(accepts('call', type, data)).toBe(true);
  });

  test.each([
    ['EXTEND_WINDOW', { closes: '2026-06-29T09:00:00.000Z' }],
    ['EXTEND_WINDOW', { closes: '2026-06-29', ground }],
    ['EXTEND_WINDOW', { closes: '2026-06-29T18:00:00.000+09:00', ground }],
    ['EXTEND_WINDOW', { closes: '2026-06-29T09:00:00Z', ground }],
    ['CORRECT_WINDOW', { closes: '2026-06-29T09:00:00.000Z', ground }],
    ['CHANGE_CAPACITY', { capacity: 0, ground }],
    ['CHANGE_CAPACITY', { capacity: 2.5, ground }],
    ['CHANGE_CAPACITY', { capacity: 3, budget: '-1', ground }],
    ['CHANGE_CAPACITY', { capacity: 3, ground: ' ' }],
    ['APPOINT_PANEL', { members: [] }],
    ['APPOINT_PANEL', { members: [member(1), member(1)] }],
    ['APPOINT_PANEL', { members: Array.from({ length: 201 }, (_, index) => member(index)) }],
    ['DECLARE_CONFLICTS', { conflicts: [{ about: '홍길동', kind: 'kinship' }] }],
    ['FINISH_SCREENING', { unscreened: '0' }],
    ['PROPOSE_LIST', { listSha256: HASH.toUpperCase() }],
    ['DECIDE_LIST', { listSha256: HASH, isCurrent: 'yes' }],
  ])('%s is not taken: %j', (type, data) => {
    expect(accepts('call', type, data)).toBe(false);
  });

  test.each([
    ...['PLAN_CALL', 'INTAKE_CLOSED', 'LIST_APPLIED', 'PLACE_FREED', 'PLACE_FILLED', 'RESERVE_EXHAUSTED'],
    ...['RESERVE_RETURNED', 'OBJECTION_UPHELD', 'UPHELD_PLACED', 'RESERVE_ENDED'],
  ])('%s is not theirs to say', (type) => {
    expect(payloadOf('call', type)).toBeUndefined();
  });

  test('can be told as JSON Schema, so that a form can be made of it', () => {
    const shape = z.toJSONSchema(payloadOf('call', 'CORRECT_WINDOW') ?? z.never());
    expect(shape).toMatchObject({ required: ['opens', 'closes', 'ground'] });
    expect(shape.properties?.['closes']).toMatchObject({ type: 'string', format: 'date-time' });
  });

  test('names what is wrong in Korean and in English', () => {
    const { error } = payloadOf('call', 'EXTEND_WINDOW')?.safeParse({ closes: 'soon', ground }) ?? {};
    expect(error?.issues[0]?.message).toMatch(/[가-힣].* \/ .*UTC/);
  });
});

describe('What people say to an objection', () => {
  const opinion = { ko: '2번 항목의 제출자료를 빠뜨렸습니다.' };

  test.each([
    ['ASSIGN_BOARD', { members: ['person-panelMember-7'] }],
    ['UPHOLD_OBJECTION', { opinion }],
    ['UPHOLD_OBJECTION', { opinion, score: 84.25 }],
    ['UPHOLD_OBJECTION', { opinion, score: 0.07 }],
    ['DISMISS_OBJECTION', { ground: 'unfounded', opinion }],
    ['WITHDRAW_OBJECTION', {}],
  ])('%s is taken: %j', (type, data) => {
    expect(accepts('objection', type, data)).toBe(true);
  });

  test.each([
    ['ASSIGN_BOARD', { members: [] }],
    ['ASSIGN_BOARD', { members: ['person-panelMember-7', 'person-panelMember-7'] }],
    ['UPHOLD_OBJECTION', { score: 84.25 }],
    ['UPHOLD_OBJECTION', { opinion, score: 100.01 }],
    ['UPHOLD_OBJECTION', { opinion, score: 84.255 }],
    ['DISMISS_OBJECTION', { opinion }],
    ['DISMISS_OBJECTION', { ground: 'unfounded' }],
  ])('%s is not taken: %j', (type, data) => {
    expect(accepts('objection', type, data)).toBe(false);
  });

  test('begins by its project alone', () => {
    expect(payloadOf('objection', 'OPEN_OBJECTION')).toBeUndefined();
  });
});
