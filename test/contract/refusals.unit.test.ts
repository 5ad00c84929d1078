import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { charts } from '../../src/charts/registry.js';
import { ROLES, defectWords } from '../../src/contract/http/problem.js';
import { entryOf, explain, refusals } from '../../src/contract/refusals.js';
import { routingRefusals } from '../../src/contract/refusals-routing.js';
import { roleWords } from '../../src/contract/words.js';

const ROOT = new URL('../../', import.meta.url);

/** Codes that are said in the source of a folder by a call of this form. */
function codesIn(folder: string, call: RegExp): string[] {
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8').matchAll(call)])
    .flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));
}

const guards = charts.flatMap(({ machine }) => Object.keys(machine.implementations.guards));

// What the API and the kernel say themselves; where a choice is written in the call, both its branches.
const DOOR = /\batTheDoor\(\s*(?:\w+ \? )?'(\w+)'(?: : '(\w+)')?/g;
// What is said of files and their rows, in the same ways.
const FILE = /\b(?:unusable|fault|faultOf)\(\s*(?:\w+ \? )?'(\w+)'(?: : '(\w+)')?/g;
const door = [
  ...codesIn('src/api', DOOR),
  ...codesIn('src/api', /\bconst code = [^;]*\? '(\w+)' : '(\w+)';/g),
  ...['src/files', 'src/intake'].flatMap((folder) => codesIn(folder, FILE)),
  ...['src/charts/kernel', 'workflows'].flatMap((folder) => codesIn(folder, /\brefuse\('(\w+)'/g)),
];

// What the rules say of an application in its pre-check, and of a list with exceptions.
const verdicts = codesIn('src/rules', /'((?:is|reaches)[A-Z]\w+)'/g);

/** What nobody can clear, besides the guards that only choose a branch: time has passed or has still to pass, or it is the case that has to move on. */
const CLEARED_BY_NOBODY = [
  ...['caseIsClosed', 'notOfferedHere', 'windowClosed', 'windowNotOpen', 'unavailable'],
  ...['isWithinObjectionWindow', 'isFirstObjection', 'isWithinRoadmapWindow', 'isWithinPlanRevisionWindow'],
  ...['isWithinMatchingWindow', 'isWithinAgendaWindow', 'isGraceOver', 'isReportOpen', 'isRoadmapCheckDue'],
  ...['hasNotScored', 'isFromOwnCall', 'isOnReserve', 'isLatestObjection'],
  ...['isWithinSettlementObjectionWindow', 'isInstalmentOverdue', 'isAgreementRunning', 'hasTrancheToChange'],
  ...['bringsPartner', 'isNotCoSignedYet', 'isClockExtendable', 'isNotOver', 'isClockSuspended'],
  ...['isHolidayNew', 'movesAnyClock', 'delegationIsOver', 'holidayIsDecided'],
];

describe('The catalogue of refusals', () => {
  test('has every code that a chart, the kernel or the door can say, and no other', () => {
    expect(guards.length).toBeGreaterThan(0);
    expect(door).toEqual(
      expect.arrayContaining(['unavailable', 'notSignedIn', 'windowClosed', 'caseIsClosed']),
    );
    expect(Object.keys(refusals).sort()).toEqual([...new Set([...guards, ...door, ...verdicts])].sort());
  });

  test.each(Object.entries(refusals))('%s has its status and its words in Korean and English', (_, entry) => {
    expect([400, 401, 403, 404, 409, 413, 422, 429, 503]).toContain(entry.status);
    for (const { ko, en } of [entry.title, entry.next]) {
      expect(ko).toMatch(/[가-힣].*[.]$/);
      expect(en).toMatch(/^[A-Z][^가-힣]*[.]$/);
    }
    // 하십시오체 throughout: no 하세요, no 해요.
    expect(`${entry.title.ko} ${entry.next.ko}`).not.toMatch(/(세요|해요|어요|아요)\./);
  });

  test.each(Object.entries(refusals))('%s says who can clear it', (code, { clearedBy }) => {
    const known = [...ROLES, 'system', 'sender'];
    expect(known).toEqual(expect.arrayContaining([...clearedBy]));
    const isNobodys = CLEARED_BY_NOBODY.includes(code) || Object.hasOwn(routingRefusals, code);
    expect(clearedBy.length === 0).toBe(isNobodys);
  });

  test('everybody who can clear something has a name in both languages', () => {
    for (const name of [...ROLES, 'system', 'sender'] as const) {
      expect(roleWords[name].ko).toMatch(/[가-힣]/);
      expect(roleWords[name].en).toMatch(/^[a-z]/);
    }
  });

  test('explains a refusal guard by guard, and a code that it lacks is a defect', () => {
    const evidence = { role: 'applicant' };
    const { status, title, blockedBy } = explain({
      code: 'isOfficer',
      blockedBy: [{ code: 'isOfficer', evidence }],
    });
    expect({ status, title }).toEqual({ status: 403, title: refusals.isOfficer.title });
    expect(blockedBy).toEqual([
      {
        ...{ code: 'isOfficer', evidence, clearedBy: ['officer'] },
        ...{ message: refusals.isOfficer.title, next: refusals.isOfficer.next },
      },
    ]);
    expect(() => entryOf('toString')).toThrow('no refusal toString');
  });

  test('a defect is no refusal, and is said in both languages too', () => {
    for (const { ko, en } of Object.values(defectWords)) {
      expect(ko).toMatch(/[가-힣].*\.$/);
      expect(en).toMatch(/^[A-Z][^가-힣]*\.$/);
    }
  });
});
