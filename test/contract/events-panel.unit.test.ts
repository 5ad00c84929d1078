import { describe, expect, test } from 'vitest';
import { payloadOf } from '../../src/contract/events.js';

const SHA256 = 'a'.repeat(64);
const opinion = { ko: '의견' };

function takes(
  type: string,
  data: unknown,
  subject: 'structuredProject' | 'autonomousProject' = 'structuredProject',
) {
  return payloadOf(subject, type)?.safeParse(data).success;
}

describe('What an officer overrules in the pre-check', () => {
  test('is a code of the pre-check with its ground, or nothing at all', () => {
    expect(takes('PASS_PRECHECK', {})).toBe(true);
    expect(takes('PASS_PRECHECK', { overruled: [{ code: 'isFirmFree', ground: '제재 만료' }] })).toBe(true);
    expect(takes('PASS_PRECHECK', { overruled: [{ code: 'isFirmFree', ground: ' ' }] })).toBe(false);
    expect(takes('PASS_PRECHECK', { overruled: [{ code: 'isFirmFree' }] })).toBe(false);
    expect(takes('PASS_PRECHECK', { overruled: [{ code: 'is firm free', ground: '만료' }] })).toBe(false);
  });
});

describe('A preference that is confirmed', () => {
  test('may come with the document that proves it, by its SHA-256', () => {
    const confirms = (proofs: object) =>
      takes('CONFIRM_PRIORITY', { preferences: ['tips'], proofs }, 'autonomousProject');
    expect(confirms([{ preference: 'tips', documentSha256: SHA256 }])).toBe(true);
    expect(confirms([{ preference: 'tips', documentSha256: 'tips.pdf' }])).toBe(false);
    expect(takes('CONFIRM_PRIORITY', { preferences: ['tips'] }, 'autonomousProject')).toBe(true);
  });
});

describe('A panel', () => {
  test('names everybody once, by opaque ids', () => {
    expect(takes('ASSIGN_PANEL', { members: ['person-1', 'person-2', 'person-3'] })).toBe(true);
    expect(takes('ASSIGN_PANEL', { members: ['person-1', 'person-1'] })).toBe(false);
    expect(takes('ASSIGN_PANEL', { members: [] })).toBe(false);
    expect(takes('ASSIGN_PANEL', { members: ['홍길동'] })).toBe(false);
  });

  test.each([0, 100, 81.5, 81.55, 0.07, 33.33, 99.99])('scores %d points', (points) => {
    for (const type of ['SCORE', 'REVISE_SCORE'])
      expect(takes(type, { scores: { answer: points }, justification: opinion })).toBe(true);
  });

  test.each([-0.01, 100.01, 33.333, Number.NaN, '80'])('does not score %s points', (points) => {
    expect(takes('SCORE', { scores: { answer: points }, justification: opinion })).toBe(false);
  });

  test('justifies each score in Korean, and in English where it likes', () => {
    expect(takes('SCORE', { scores: { answer: 80 }, justification: { ko: '근거', en: 'Why' } })).toBe(true);
    expect(takes('SCORE', { scores: { answer: 80 }, justification: { en: 'Why' } })).toBe(false);
    expect(takes('SCORE', { scores: { answer: 80 } })).toBe(false);
  });

  test('says why a member stands aside or is replaced, and what a moderation came to', () => {
    expect(takes('RECUSE', { kind: 'kinship' })).toBe(true);
    expect(takes('RECUSE', {})).toBe(false);
    expect(takes('REPLACE_MEMBER', { member: 'person-1', by: 'person-4', ground: '부재' })).toBe(true);
    expect(takes('REPLACE_MEMBER', { member: 'person-1', by: 'person-4' })).toBe(false);
    expect(takes('MODERATE', { note: '합의' })).toBe(true);
    expect(takes('MODERATE', {})).toBe(false);
  });
});

describe('The roadmap’s check', () => {
  test('finds the roadmap on track or at risk, with an opinion, and is the structured track’s alone', () => {
    expect(takes('RECORD_ROADMAP_CHECK', { finding: 'at-risk', opinion })).toBe(true);
    expect(takes('RECORD_ROADMAP_CHECK', { finding: 'stop', opinion })).toBe(false);
    expect(takes('RECORD_ROADMAP_CHECK', { finding: 'on-track' })).toBe(false);
    expect(takes('SUBMIT_ROADMAP_PROGRESS', { documentSha256: SHA256 })).toBe(true);
    expect(payloadOf('autonomousProject', 'RECORD_ROADMAP_CHECK')).toBeUndefined();
  });
});

describe('What a call says to its projects', () => {
  test.each([
    ...['SELECTED_BY_CALL', 'REJECTED_BY_CALL', 'PUT_ON_RESERVE', 'PROMOTED', 'RELEASED_FROM_RESERVE'],
    'OBJECTION_DECIDED',
  ])('can be said by nobody outside: %s', (type) => {
    expect(payloadOf('structuredProject', type)).toBeUndefined();
  });

  test('a firm that declines says why', () => {
    expect(takes('DECLINE_SELECTION', { reason: '사정' })).toBe(true);
    expect(takes('DECLINE_SELECTION', {})).toBe(false);
  });
});
