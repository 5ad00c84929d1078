import { describe, expect, it } from 'vitest';
import { answered } from '../../src/cli/commands/act.js';
import { actionLines } from '../../src/cli/commands/show.js';
import { lineOf, summaryOf } from '../../src/cli/demo/lines.js';
import type { Entry } from '../../src/cli/demo/record.js';
import { EXIT } from '../../src/cli/failure.js';
import { Refused } from '../../src/cli/http.js';
import { explained } from '../../src/cli/refusal.js';
import { terminalOn } from '../../src/cli/terminal.js';
import type { Language } from '../../src/cli/terminal.js';
import type { Explained } from '../../src/contract/http/problem.js';

function terminal(language: Language) {
  return terminalOn({ language, isJson: false });
}

const refusal: Explained = {
  code: 'isSecondPerson',
  status: 409,
  title: 'The same person can not approve twice',
  detail: 'Ask somebody else to approve.',
  titles: { ko: '같은 사람이 두 번 승인할 수 없습니다', en: 'The same person can not approve twice' },
  blockedBy: [
    {
      code: 'isSecondPerson',
      message: { ko: '두 번째 승인자가 첫 번째와 같습니다', en: 'The second approver is the first' },
      evidence: { firstApprover: 'person-approver-1' },
      clearedBy: ['finance'],
      next: { ko: '다른 승인자에게 요청하십시오', en: 'Ask another approver' },
    },
  ],
};

const late: Explained['blockedBy'][number] = {
  code: 'isWithinRoadmapWindow',
  message: { ko: '로드맵 기한이 지났습니다', en: 'The roadmap window has closed' },
  evidence: { receivedAt: '2027-03-01T00:00:00.000Z', due: '2027-02-28T14:59:59.999Z' },
  clearedBy: [],
  next: { ko: '다음 공고에 신청하십시오', en: 'Apply in the next call' },
};

describe('a refusal', () => {
  it('for one reason says it once, with what was seen and who can clear it', () => {
    const text = explained(new Refused({ ...refusal }), terminal('en'));
    expect(text.split('\n')).toEqual([
      '✗ The same person can not approve twice (isSecondPerson, 409)',
      '  Ask somebody else to approve.',
      '  seen: first approver = person-approver-1',
      '  who can clear it: finance officer',
    ]);
  });

  it('for several reasons says each, with what was seen, who can clear it and what to do next', () => {
    const blockedBy = [...refusal.blockedBy, late];
    const text = explained(new Refused({ ...refusal, blockedBy }), terminal('en'));
    expect(text.split('\n').slice(2)).toEqual([
      '  blocked by isSecondPerson: The second approver is the first',
      '    seen: first approver = person-approver-1',
      '    who can clear it: finance officer',
      '    what to do next: Ask another approver',
      '  blocked by isWithinRoadmapWindow: The roadmap window has closed',
      '    seen: received = 2027-03-01 09:00:00 KST, due = 2027-02-28 23:59:59 KST',
      '    what to do next: Apply in the next call',
    ]);
  });

  it('is told in Korean to who reads Korean', () => {
    const blockedBy = [...refusal.blockedBy, late];
    const text = explained(new Refused({ ...refusal, blockedBy }), terminal('ko'));
    expect(text).toContain('해결할 수 있는 사람: 재무 담당자');
    expect(text).toContain('같은 사람이 두 번 승인할 수 없습니다');
    expect(text).toContain('다음에 할 일: 다른 승인자에게 요청하십시오');
    expect(text).not.toContain('Ask another approver');
  });

  it('names the fields of a body that can not be used', () => {
    const errors = [{ path: 'data.amount', message: 'whole won, as digits' }];
    const problem = { ...refusal, blockedBy: [], errors, status: 400, code: 'invalidBody' };
    expect(explained(new Refused(problem), terminal('en'))).toContain('· data.amount: whole won, as digits');
  });

  it('ends a command with 1, and a gateway without a service behind it with 3', () => {
    expect(new Refused({ status: 409 }).exitCode).toBe(EXIT.failed);
    expect(new Refused({ status: 503, code: 'unavailable' }).exitCode).toBe(EXIT.unreachable);
    expect(new Refused({ status: 502 }).exitCode).toBe(EXIT.unreachable);
  });
});

describe('the answer to an action', () => {
  it('that is only received gives the key to send the very same again', () => {
    const command = { id: 'c1', href: '/v1/commands/c1', receivedAt: '2026-04-24T09:00:00.000Z' };
    const text = answered({ command }, 'key-1', terminal('en'));
    expect(text).toContain('/v1/commands/c1');
    expect(text).toContain('--key key-1');
    expect(text).toContain('2026-04-24 18:00:00 KST');
  });

  it('lists what may be done now, and of the rest why not', () => {
    const label = { ko: '승인', en: 'Approve' };
    const lines = actionLines(
      [
        { type: 'APPROVE', label, allowed: false, refusal },
        { type: 'REFUSE', label: { ko: '불승인', en: 'Refuse' }, allowed: true },
        { type: 'CLAIM', label, allowed: false, refusal: { ...refusal, code: 'notOfferedHere' } },
      ],
      terminal('en'),
    );
    expect(lines.at(-1)).toBe('In other states: CLAIM');
    expect(lines.slice(1, 3)).toEqual(['You may now:', '  REFUSE  Refuse']);
    expect(lines.join('\n')).toMatch(/Not now:\n {2}APPROVE {2}Approve\n {4}✗ The same person/);
  });
});

describe('the demonstration', () => {
  const entry: Entry = {
    at: '2026-04-24T09:00:00.000Z',
    script: 'structured',
    case: 'project/2026-pocket/structured/0001/tranche/1',
    who: { person: 'person-approver-1', role: 'approver' },
    event: 'APPROVE',
    ...{ label: { ko: '승인', en: 'Approve' }, said: '' },
    state: 'awaitingSecondApproval',
    stateLabel: { ko: '2차 승인 대기', en: 'Awaiting the second approval' },
  };

  it('says who did what, when in Korean time, and what it led to', () => {
    expect(lineOf(entry, terminal('en'))).toBe(
      '18:00:00  structured/0001/tranche/1  person-approver-1 (approver): Approve [APPROVE] → Awaiting the second approval (awaitingSecondApproval)',
    );
    expect(lineOf({ ...entry, who: null, event: null, label: null }, terminal('ko'))).toContain(
      '자동 → 2차 승인 대기',
    );
    expect(lineOf({ ...entry, refusal }, terminal('ko'))).toContain('근거: 1차 승인자 = person-approver-1');
  });

  it('ends with the final states, the sums, the time, and every difference', () => {
    const project = {
      ...{ script: 'structured', id: 'project/2026-pocket/structured/0001', track: 'structured' },
      ...{ state: 'closed', stateLabel: { ko: '종료', en: 'Closed' }, released: '90000000' },
      tranches: [
        { id: 't', state: 'released', stateLabel: { ko: '지급 완료', en: 'Released' }, amount: '90000000' },
      ],
    };
    const report = {
      ...{
        edition: '2026-pocket',
        startedAt: entry.at,
        tookMs: 61_234,
        entries: [entry],
        projects: [project],
      },
      sums: { committed: '90000000', released: '90000000', returned: '0' },
    };
    const good = summaryOf({ ...report, differences: [] }, terminal('en'));
    expect(good).toContain('Closed (closed)');
    expect(good).toContain('90,000,000');
    expect(good).toContain('took 61.2 s');
    expect(good).toContain('✓ Everything came out as the charts promise.');
    expect(summaryOf({ ...report, differences: ['one thing'] }, terminal('en'))).toContain('  · one thing');
  });
});
