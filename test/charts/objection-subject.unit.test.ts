import { describe, expect, test } from 'vitest';
import {
  clockIs,
  endsAs,
  isOffered,
  isOver,
  isRefused,
  isUnknown,
  knows,
  leadsTo,
  orders,
  stays,
  tendsAt,
  waitsFor,
} from './support/expected.js';
import { begun } from './support/beginnings.js';
import { given, inState, reached } from './support/given.js';
import { BOARD, UPHOLD, withdrawn } from './support/lives-call.js';
import { applicant, asks, committee, officer, tends } from './support/moves.js';

const opinion = { ko: '2번 항목의 제출자료를 빠뜨렸습니다.', en: 'The papers for item 2 were left out.' };
const DISMISS = officer('DISMISS_OBJECTION', { ground: 'unfounded', opinion });
const tells = (data: object) => orders('tellProject', { event: 'OBJECTION_DECIDED', data });

const filed = given('objection');
const underReview = inState('objection', 'underReview');

describe('An objection that was filed', () => {
  test('tells the firm that it was received', () => {
    const { first } = begun('objection');
    expect(first.orders).toEqual([
      { name: 'sendNotice', params: { to: 'company-0001', notice: 'objectionReceived' } },
    ]);
  });

  test('is to be decided within thirty days of its receipt, whenever it was begun', () => {
    const later = { filedAt: '2026-05-29T01:00:00.000Z', openedAt: '2026-06-01T00:00:00.000Z' };
    const { clocks } = reached(given('objection', later)).state.context as Record<string, object>;
    expect(clocks).toMatchObject({
      'objection-decision': {
        ...{ from: '2026-05-29T01:00:00.000Z', due: '2026-06-29T14:59:59.999Z', rule: 'civil' },
      },
    });
    const { deadlines } = reached(given('objection', later)).state;
    expect(Object.values(deadlines)).toEqual([{ name: 'tending', due: '2026-06-25T15:00:00.000Z' }]);
  });

  test('that doesn’t say when counts from its beginning', () => {
    const { clocks } = reached(given('objection', { filedAt: undefined })).state.context as {
      readonly clocks: Readonly<Record<string, { from: string }>>;
    };
    expect(clocks['objection-decision']?.from).toBe('2026-06-01T00:00:00.000Z');
  });

  test('is given to a board by an officer', () => {
    filed
      .when(BOARD)
      .then(
        leadsTo('underReview'),
        knows({ board: ['person-panelMember-7', 'person-panelMember-8'] }),
        clockIs('objection-decision', { due: '2026-07-01T14:59:59.999Z' }),
      );
    filed
      .when(committee('ASSIGN_BOARD', { members: ['person-panelMember-7'] }))
      .then(isRefused('isOfficer', { role: 'committee' }));
  });

  test('is not given to anybody of the panel that evaluated', () => {
    const mixed = ['person-panelMember-7', 'person-panelMember-2', 'person-panelMember-1'];
    filed
      .when(officer('ASSIGN_BOARD', { members: mixed }))
      .then(isRefused('isAnotherBoard', { onPanel: 'person-panelMember-2, person-panelMember-1' }));
    filed.when(asks('officer', 'ASSIGN_BOARD')).then(isOffered);
  });

  test('tells nobody else who evaluated, whomever they name', () => {
    for (const members of [['person-panelMember-1'], ['person-panelMember-7']])
      filed.when(applicant('ASSIGN_BOARD', { members })).then(isRefused('isOfficer', { role: 'applicant' }));
  });

  test('has to have a board before it is decided', () => {
    filed.when(UPHOLD).then(isRefused('hasBoard', {}));
    filed.when(DISMISS).then(isRefused('hasBoard', {}));
  });
});

describe('An objection under review', () => {
  test('that is upheld tells its project, with the board’s score and opinion', () => {
    underReview
      .when(UPHOLD)
      .then(
        endsAs('upheld'),
        knows({ decision: { outcome: 'upheld', score: 84.25, ground: null, opinion } }),
        tells({ no: 1, outcome: 'upheld', score: 84.25, opinion }),
      );
  });

  test('may be upheld without another score', () => {
    underReview
      .when(officer('UPHOLD_OBJECTION', { opinion }))
      .then(endsAs('upheld'), tells({ no: 1, outcome: 'upheld', opinion }));
  });

  test('that is dismissed tells its project why', () => {
    underReview
      .when(DISMISS)
      .then(
        endsAs('dismissed'),
        knows({ decision: { outcome: 'dismissed', score: null, ground: 'unfounded', opinion } }),
        tells({ no: 1, outcome: 'dismissed', ground: 'unfounded', opinion }),
      );
  });

  test('gets another board where a member can’t go on, and never one of the panel', () => {
    underReview
      .when(officer('ASSIGN_BOARD', { members: ['person-panelMember-9'] }))
      .then(leadsTo('underReview'), knows({ board: ['person-panelMember-9'] }));
    underReview
      .when(officer('ASSIGN_BOARD', { members: ['person-panelMember-1'] }))
      .then(isRefused('isAnotherBoard', { onPanel: 'person-panelMember-1' }));
  });

  test('is entered by an officer, not by the firm', () => {
    underReview.when(applicant('UPHOLD_OBJECTION', { opinion })).then(isRefused('isOfficer'));
    underReview
      .when(committee('DISMISS_OBJECTION', { ground: 'unfounded', opinion }))
      .then(isRefused('isOfficer'));
  });

  test('is decided once', () => {
    underReview.and(UPHOLD).when(DISMISS).then(isOver);
  });
});

describe.each([
  ['filed', filed],
  ['underReview', underReview],
])('Late, an objection that is %s', (path, here) => {
  const reminded = here.and(tends);
  const late = reminded.and(tends);
  const said = (mark: object) =>
    orders('tendClock', {
      ...{ clock: 'objection-decision', whose: ['agency'], due: '2026-07-01T14:59:59.999Z' },
      ...mark,
    });

  test('was reminded of, is overdue, goes up to the delegate and then to the head, and stays where it is', () => {
    here
      .when(tends)
      .then(stays, said({ mark: 'remind/3d', kind: 'remind' }), tendsAt('2026-07-01T15:00:00.000Z'));
    reminded
      .when(tends)
      .then(
        leadsTo(path),
        said({ mark: 'overdue', kind: 'overdue' }),
        clockIs('objection-decision', { overdueSince: '2026-07-01T14:59:59.999Z' }),
      );
    late
      .when(tends)
      .then(
        said({ mark: 'escalate/delegate', kind: 'escalate', to: 'delegate' }),
        tendsAt('2026-07-04T15:00:00.000Z'),
      );
    late
      .and(tends)
      .when(tends)
      .then(said({ mark: 'escalate/head', kind: 'escalate', to: 'head' }), tendsAt(null));
  });

  test('is still given to a board', () => {
    late
      .when(officer('ASSIGN_BOARD', { members: ['person-panelMember-9'] }))
      .then(leadsTo('underReview'), waitsFor({}));
  });

  test('is still decided, either way', () => {
    late.and(BOARD).when(UPHOLD).then(endsAs('upheld'));
    late.and(BOARD).when(DISMISS).then(endsAs('dismissed'));
  });

  test('may still be withdrawn', () => {
    late.when(withdrawn).then(endsAs('withdrawn'));
  });
});

describe('An objection that is withdrawn', () => {
  test.each([
    ['filed', filed],
    ['underReview', underReview],
  ])('by its firm, while it is %s, ends and tells its project', (_, here) => {
    here
      .when(withdrawn)
      .then(
        endsAs('withdrawn'),
        knows({ decision: { outcome: 'withdrawn', score: null, ground: null, opinion: null } }),
        tells({ no: 1, outcome: 'withdrawn' }),
      );
  });

  test('is withdrawn by nobody else', () => {
    filed.when(withdrawn.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
    filed.when(officer('WITHDRAW_OBJECTION')).then(isRefused('isApplicant', { role: 'officer' }));
    filed.when(asks('partner', 'WITHDRAW_OBJECTION')).then(isRefused('isApplicant'));
  });

  test('takes nothing more', () => {
    filed.and(withdrawn).when(BOARD).then(isOver);
    filed.when(officer('RESUME')).then(isUnknown);
  });
});
