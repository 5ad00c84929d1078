import { describe, expect, test } from 'vitest';
import { besideIdOf, callIdOf, hrefOf, idOf, numberOf, trackOf } from '../../src/api/addresses.js';
import { withDiscriminators } from '../../src/api/discriminators.js';
import { namedDocuments } from '../../src/api/documents.js';
import { cursorOf, pageOf } from '../../src/api/pages.js';
import { maySee, notTheirs, sightOf, wrongRole } from '../../src/api/rights.js';
import { isStorable } from '../../src/api/text.js';
import type { Actor, Role } from '../../src/charts/kernel/types.js';
import type { SubjectIdentity } from '../../src/contract/messages.js';
import { TRACKS, besideId, projectId, trancheId } from '../../src/contract/names.js';

const actor = (role: Role, org: string): Actor => ({ person: 'p', role, org });
const theirs: SubjectIdentity = {
  ...{ id: 'project/2026/structured/0001', subject: 'structuredProject', chartId: 'c' },
  ...{ editionId: '2026', editionHash: 'h', track: 'structured', parentId: null },
  ...{ companyId: 'company-1', partnerId: 'partner-1' },
};

describe('addresses', () => {
  test.each(TRACKS)('the address of a project of %s leads back to its id', (track) => {
    const id = projectId('2026', track, 42);
    const [, , , edition = '', slug = '', number = ''] = hrefOf(id).split('/');
    expect(trackOf(slug)).toBe(track);
    expect(idOf({ edition, track: slug, number })).toBe(id);
    expect(numberOf(id)).toBe(42);
  });

  test('a tranche has an address of its own', () => {
    const id = trancheId(projectId('2026', 'ecoBridge', 7), 3);
    expect(hrefOf(id)).toBe('/v1/tranches/2026/eco-bridge/0007/3');
    expect(idOf({ edition: '2026', track: 'eco-bridge', number: '0007', no: '3' })).toBe(id);
  });

  test('calls and objections have addresses of their own, which lead back to their ids', () => {
    expect(hrefOf('call/2026/structured/roadmap')).toBe('/v1/calls/2026/structured/roadmap');
    expect(callIdOf({ edition: '2026', track: 'eco-bridge', competition: 'selection' })).toBe(
      'call/2026/eco-bridge/selection',
    );
    const objection = besideId('objection', projectId('2026', 'structured', 42), 1);
    expect(hrefOf(objection)).toBe('/v1/objections/2026/structured/0042/1');
    const address = { edition: '2026', track: 'structured', number: '0042', no: '1' };
    expect(besideIdOf('objection', address)).toBe(objection);
    expect(() => callIdOf({ edition: '2026', track: 'structured', competition: 'other' })).toThrow(
      'notFound',
    );
  });

  test('a track that is none is not found', () => {
    expect(() => idOf({ edition: '2026', track: 'ecoBridge', number: '0001' })).toThrow('notFound');
  });
});

describe('whose case it is', () => {
  test('an applicant’s is its company’s, a partner’s the one it is party to', () => {
    expect(maySee(actor('applicant', 'company-1'), theirs)).toBe(true);
    expect(maySee(actor('applicant', 'company-2'), theirs)).toBe(false);
    expect(maySee(actor('partner', 'partner-1'), theirs)).toBe(true);
    expect(maySee(actor('partner', 'partner-2'), theirs)).toBe(false);
  });

  test('an applicant whose organisation has the name of the partner sees nothing by it', () => {
    expect(maySee(actor('applicant', 'partner-1'), theirs)).toBe(false);
  });

  test('staff and auditors see every case; a regulator none, nor a panel member to whom none is assigned', () => {
    for (const role of ['officer', 'committee', 'approver', 'finance', 'auditor', 'administrator'] as const)
      expect([maySee(actor(role, 'agency'), theirs), sightOf(actor(role, 'agency'))]).toEqual([true, 'all']);
    expect([maySee(actor('regulator', 'mfds'), theirs), sightOf(actor('regulator', 'mfds'))]).toEqual([
      ...[false, 'none'],
    ]);
    expect(maySee(actor('panelMember', 'company-1'), theirs)).toBe(false);
  });

  test('a panel member sees the projects in which they sit, until they are replaced or stand aside', () => {
    const member = actor('panelMember', 'university');
    const seat = { person: 'p', score: null, replacedBy: null, recused: null };
    const on = (one: object) => maySee(member, theirs, { panel: { members: [one] } });
    expect(on(seat)).toBe(true);
    expect(on({ ...seat, person: 'q' })).toBe(false);
    expect(on({ ...seat, replacedBy: 'q' })).toBe(false);
    expect(on({ ...seat, recused: 'kinship' })).toBe(false);
    expect(maySee(member, { ...theirs, subject: 'objection' }, { panel: [], board: ['p'] })).toBe(true);
  });

  test('a call is everybody’s to see and only the agency’s to act on', () => {
    const call: SubjectIdentity = { ...theirs, subject: 'call', companyId: 'agency', partnerId: null };
    for (const role of ['applicant', 'partner', 'regulator', 'panelMember', 'officer'] as const)
      expect(maySee(actor(role, 'anywhere'), call)).toBe(true);
    expect(notTheirs(actor('applicant', 'company-1'), call)?.code).toBe('notYourCase');
    expect(notTheirs(actor('officer', 'agency'), call)).toBeNull();
  });

  test('acting on a foreign case is refused without its facts', () => {
    expect(notTheirs(actor('applicant', 'company-2'), theirs)).toEqual({
      code: 'notYourCase',
      blockedBy: [{ code: 'notYourCase', evidence: {} }],
      errors: [],
    });
  });

  test('nobody sends replies or internal events, an auditor nothing, a regulator announcements only', () => {
    for (const source of ['reply', 'internal'] as const)
      expect(wrongRole(actor('administrator', 'agency'), source)?.code).toBe('wrongRole');
    expect(wrongRole(actor('auditor', 'audit'), 'public')?.code).toBe('wrongRole');
    expect(wrongRole(actor('auditor', 'audit'), 'announced')?.code).toBe('wrongRole');
    expect(wrongRole(actor('regulator', 'mfds'), 'public')?.code).toBe('wrongRole');
    expect(wrongRole(actor('regulator', 'mfds'), 'announced')).toBeNull();
    for (const role of ['applicant', 'partner', 'finance', 'administrator'] as const)
      expect(wrongRole(actor(role, 'company-1'), 'announced')?.code).toBe('wrongRole');
    expect(wrongRole(actor('officer', 'agency'), 'announced')).toBeNull();
  });
});

describe('pages', () => {
  test('the cursor of a page leads to the item after it, and the last page has none', () => {
    const first = pageOf(['가', 'b', 'c'], 2, (item) => item);
    expect(first.items).toEqual(['가', 'b']);
    expect(cursorOf(first.next ?? undefined)).toBe('b');
    expect(pageOf(['c'], 2, (item) => item).next).toBeNull();
    expect(pageOf([], 2, String).next).toBeNull();
  });

  test.each(['', '%20', 'YQ==', Buffer.from('a\0').toString('base64url')])(
    'a cursor that we never gave is malformed: %j',
    (cursor) => expect(() => cursorOf(cursor)).toThrow('malformedBody'),
  );
});

describe('text', () => {
  test('halves of surrogate pairs and U+0000 can not be stored, pairs can', () => {
    expect(isStorable({ a: ['한글', '🍵', 1, null, true] })).toBe(true);
    expect(isStorable('\0')).toBe(false);
    expect(isStorable({ '\ud800': 1 })).toBe(false);
    expect(isStorable([[{ a: 'x\udc00' }]])).toBe(false);
  });
});

test('documents are found in a payload by their fields’ names, one or several, however deep', () => {
  const payload = {
    planSha256: 'a',
    annexSha256s: ['b', 'c'],
    stage: { costs: [{ reportSha256: 'd' }] },
    no: 1,
  };
  expect(namedDocuments(payload).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(namedDocuments(null)).toEqual([]);
});

test('of a claim’s documents each is found by its own hash; what is approved is named by a hash and is no document', () => {
  const claim = {
    documents: [
      { kind: 'claim-form', sha256: 'a' },
      { kind: 'tax-clearance', sha256: 'b' },
    ],
  };
  expect(namedDocuments(claim)).toEqual(['a', 'b']);
  expect(namedDocuments({ sha256: 'approval' })).toEqual([]);
  expect(namedDocuments({ documents: [null, 'c'] })).toEqual([]);
});

describe('discriminators', () => {
  const branch = (kind: string) => ({ type: 'object', properties: { kind: { const: kind } } });
  const union = { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] };

  test('a union of named shapes says which field tells them apart', () => {
    const { U } = withDiscriminators({ A: branch('a'), B: branch('b'), U: { properties: { u: union } } });
    expect(U).toMatchObject({
      properties: {
        u: {
          discriminator: {
            propertyName: 'kind',
            mapping: { a: '#/components/schemas/A', b: '#/components/schemas/B' },
          },
        },
      },
    });
  });

  test('shapes that no constant tells apart have none', () => {
    expect(withDiscriminators({ A: branch('a'), B: branch('a'), U: union })['U']).toEqual(union);
  });
});
