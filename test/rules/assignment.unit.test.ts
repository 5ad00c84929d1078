import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../src/rules/assignment.js';
import type { AssignableMember, AssignableProject, Assignment } from '../../src/rules/assignment.js';

const project = (n: number, over: Partial<AssignableProject> = {}): AssignableProject => ({
  ...{ id: `project-${n}`, companyId: `company-${n}`, partnerId: 'partner-a' },
  ...over,
});
const member = (n: number, over: Partial<AssignableMember> = {}): AssignableMember => ({
  ...{ person: `member-${String(n).padStart(2, '0')}`, org: `institute-${n}`, conflicts: [] },
  ...over,
});
const many = <One>(count: number, make: (n: number) => One): One[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

function loads({ assigned }: Assignment, people: readonly AssignableMember[]): number[] {
  const named = assigned.flatMap(({ members }) => members);
  return people.map(({ person }) => named.filter((one) => one === person).length);
}
const unevenness = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

describe('Assigning panel members to projects', () => {
  it('gives each project as many as the panel has, nobody twice', () => {
    const { assigned, unassignable } = assign(many(7, project), many(9, member), 5);
    expect(unassignable).toEqual([]);
    for (const { members } of assigned) expect(new Set(members).size).toBe(5);
  });

  it.each([
    ['a conflict with the project', 'project-1', 'kinship'],
    ['a conflict with the firm', 'company-1', 'money-or-joint-work'],
    ['a conflict with the partner', 'partner-a', 'in-project'],
  ])('leaves out who declared %s', (_, about, kind) => {
    const people = [member(1, { conflicts: [{ about, kind }] }), ...many(3, (n) => member(n + 1))];
    const { assigned } = assign([project(1)], people, 3);
    expect(assigned).toEqual([{ projectId: 'project-1', members: ['member-02', 'member-03', 'member-04'] }]);
  });

  it("leaves out the firm's and the partner's own people, declared or not", () => {
    const people = [
      ...[member(1, { org: 'company-1' }), member(2, { org: 'partner-a' })],
      ...[member(3), member(4)],
    ];
    const { assigned } = assign([project(1)], people, 2);
    expect(assigned[0]?.members).toEqual(['member-03', 'member-04']);
  });

  it('names a project for which too few are left, and who is out for what reason', () => {
    const people = [
      ...[member(1, { org: 'company-1' }), member(2)],
      member(3, { conflicts: [{ about: 'project-1', kind: 'kinship' }] }),
    ];
    const { assigned, unassignable } = assign([project(1), project(2)], people, 3);
    expect(assigned).toEqual([{ projectId: 'project-2', members: ['member-01', 'member-02', 'member-03'] }]);
    expect(unassignable).toEqual([
      {
        ...{ projectId: 'project-1', needed: 3, eligible: ['member-02'] },
        excluded: [
          { person: 'member-01', reason: 'in-project' },
          { person: 'member-03', reason: 'kinship' },
        ],
      },
    ]);
  });

  it('keeps who is assigned already, and adds who is missing by what each has', () => {
    const before = [{ projectId: 'project-1', members: ['member-01', 'member-02'] }];
    const { assigned } = assign([project(1), project(2)], many(4, member), 3, before);
    expect(assigned[0]?.members).toEqual(['member-01', 'member-02', 'member-03']);
    expect(assigned[1]?.members).toEqual(['member-01', 'member-02', 'member-04']);
  });

  it('counts what members have elsewhere', () => {
    const before = [{ projectId: 'elsewhere', members: ['member-01', 'member-02'] }];
    const { assigned } = assign([project(1)], many(4, member), 2, before);
    expect(assigned).toEqual([{ projectId: 'project-1', members: ['member-03', 'member-04'] }]);
  });

  it('hands over along a chain where the first choice would leave somebody with more', () => {
    const only = (n: number, ...about: string[]) =>
      member(n, { conflicts: about.map((one) => ({ about: one, kind: 'kinship' })) });
    // The least loaded at each turn would give member 1 the first project and, as the only one, the third.
    const people = [only(1), only(2, 'project-3'), only(3, 'project-1', 'project-3')];
    const result = assign([project(1), project(2), project(3)], people, 1);
    expect(loads(result, people)).toEqual([1, 1, 1]);
  });

  it('four hundred projects and sixty members with a few conflicts stay even', () => {
    const people = many(60, (n) =>
      member(n, { conflicts: many(3, (k) => ({ about: `company-${n * 7 + k}`, kind: 'kinship' })) }),
    );
    const result = assign(many(400, project), people, 5);
    expect(result.unassignable).toEqual([]);
    expect(unevenness(loads(result, people))).toBeLessThanOrEqual(1);
  });
});

describe('However many projects, members and conflicts', () => {
  const conflicts = fc.array(
    fc.record({
      about: fc.constantFrom('company-1', 'company-2', 'project-3'),
      kind: fc.constant('kinship'),
    }),
    { maxLength: 2 },
  );
  const scene = fc.record({
    projects: fc.integer({ min: 1, max: 12 }),
    people: fc.array(conflicts, { minLength: 3, maxLength: 9 }),
    size: fc.integer({ min: 1, max: 3 }),
  });
  const cast = ({ projects, people }: { projects: number; people: AssignableMember['conflicts'][] }) => ({
    projects: many(projects, project),
    members: people.map((declared, index) => member(index + 1, { conflicts: declared })),
  });

  it('without conflicts no member has two projects more than another', () => {
    const counts = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(counts, counts, (projects, extra) => {
        const people = many(3 + (extra % 10), member);
        expect(unevenness(loads(assign(many(projects, project), people, 3), people))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('nobody evaluates what a declared conflict names', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { projects, members } = cast(drawn);
        for (const { projectId, members: chosen } of assign(projects, members, drawn.size).assigned) {
          const parties = projects.find(({ id }) => id === projectId);
          for (const one of members.filter(({ person }) => chosen.includes(person)))
            expect(one.conflicts.map(({ about }) => about)).not.toContain(parties?.companyId);
        }
      }),
    );
  });

  it('nobody could take a project over from somebody who has two more', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { projects, members } = cast(drawn);
        const result = assign(projects, members, drawn.size);
        const counts = loads(result, members);
        const load = (person: string): number => counts[members.findIndex((m) => m.person === person)] ?? 0;
        for (const { projectId, members: chosen } of result.assigned) {
          const { companyId } = projects.find(({ id }) => id === projectId) ?? {};
          const others = members.filter(
            ({ person, conflicts: declared }) =>
              !chosen.includes(person) &&
              !declared.some(({ about }) => about === companyId || about === projectId),
          );
          for (const busy of chosen)
            for (const { person } of others) expect(load(busy) - load(person)).toBeLessThan(2);
        }
      }),
    );
  });

  it('the order in which projects and members are given changes nothing', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { projects, members } = cast(drawn);
        const one = assign(projects, members, drawn.size);
        const other = assign(projects.toReversed(), members.toReversed(), drawn.size);
        expect(other.assigned.toReversed()).toEqual(one.assigned);
        expect(other.unassignable.toReversed()).toEqual(one.unassignable);
      }),
    );
  });
});
