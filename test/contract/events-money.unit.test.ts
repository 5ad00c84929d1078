import { describe, expect, test } from 'vitest';
import { payloadOf } from '../../src/contract/events.js';

const sha256 = 'a'.repeat(64);
const isTaken = (subject: 'tranche' | 'structuredProject', type: string, data: unknown): boolean =>
  payloadOf(subject, type)?.safeParse(data).success ?? false;

describe('A claim', () => {
  const form = { kind: 'claim-form', sha256 };

  test('names each document by its kind and its SHA-256, and until when it is valid', () => {
    expect(isTaken('tranche', 'CLAIM', { documents: [form, { ...form, expiresOn: '2026-12-31' }] })).toBe(
      true,
    );
    expect(isTaken('tranche', 'CLAIM', { documents: [{ ...form, expiresOn: '2026-13-31' }] })).toBe(false);
    expect(isTaken('tranche', 'CLAIM', { documents: [{ ...form, sha256: 'x' }] })).toBe(false);
    expect(isTaken('tranche', 'CLAIM', { documents: [] })).toBe(false);
  });

  test('of a tranche of the first version names hashes alone; nobody does both, or neither', () => {
    expect(isTaken('tranche', 'CLAIM', { documentSha256s: [sha256] })).toBe(true);
    expect(isTaken('tranche', 'CLAIM', { documents: [form], documentSha256s: [sha256] })).toBe(false);
    expect(isTaken('tranche', 'CLAIM', {})).toBe(false);
  });

  test('is amended with all of its documents, and a ground', () => {
    expect(isTaken('tranche', 'AMEND_CLAIM', { documents: [form], ground: '교체' })).toBe(true);
    expect(isTaken('tranche', 'AMEND_CLAIM', { documents: [form] })).toBe(false);
  });
});

describe('An approval', () => {
  test.each(['APPROVE_FIRST', 'APPROVE_SECOND'])('%s is for a SHA-256', (type) => {
    expect(isTaken('tranche', type, { sha256 })).toBe(true);
    expect(isTaken('tranche', type, { sha256: 'A'.repeat(64) })).toBe(false);
    // The first version's is for what the case shows; whether a case asks for the hash is its chart's.
    expect(isTaken('tranche', type, {})).toBe(true);
  });
});

describe('A draw', () => {
  const draw = {
    ...{ drawId: 'draw-1', tranche: 1, institution: 'company-0001' },
    ...{ amount: '1000', drawnOn: '2026-07-01' },
  };

  test('is whole won, more than none, of one tranche, on one day', () => {
    expect(isTaken('structuredProject', 'RECORD_DRAW', draw)).toBe(true);
    expect(isTaken('structuredProject', 'RECORD_DRAW', { ...draw, amount: '0' })).toBe(false);
    expect(isTaken('structuredProject', 'RECORD_DRAW', { ...draw, amount: '1.5' })).toBe(false);
    expect(isTaken('structuredProject', 'RECORD_DRAW', { ...draw, tranche: 0 })).toBe(false);
    expect(isTaken('structuredProject', 'RECORD_DRAW', { ...draw, drawnOn: 'today' })).toBe(false);
  });
});

describe('A correction', () => {
  test('names a posting by its number, and why', () => {
    expect(isTaken('structuredProject', 'CORRECT_POSTING', { posting: '17', ground: '착오' })).toBe(true);
    expect(isTaken('structuredProject', 'CORRECT_POSTING', { posting: '017', ground: '착오' })).toBe(false);
    expect(isTaken('structuredProject', 'CORRECT_POSTING', { posting: '17', ground: ' ' })).toBe(false);
  });
});

test('what the ledger, the portal and the project tell a tranche is sent by nobody outside', () => {
  const told = [
    ...['FUNDS_RESERVED', 'PAYMENT_CONFIRMED', 'PAYMENT_UNKNOWN', 'PAYMENT_REJECTED', 'PAYMENT_NOT_MADE'],
    ...['RESCHEDULE', 'CASH_SHARE_CORRECTED', 'FREEZE'],
  ];
  expect(told.filter((type) => payloadOf('tranche', type) !== undefined)).toEqual([]);
});
