import { describe, expect, test } from 'vitest';
import { begun } from './support/beginnings.js';
import {
  endsAs,
  isNotOffered,
  isOffered,
  isOver,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { given } from './support/given.js';
import { ASK_AGAIN, sanctions } from './support/lives-closing.js';
import { applicant, asks, committee, officer, passes } from './support/moves.js';

const ground = '연구개발비 용도 외 사용';
const tells = (data: object) =>
  orders('tellProject', { event: 'SANCTION_DECIDED', data: { no: 1, kind: 'levy', ground, ...data } });

const notified = given('sanction');
const deciding = notified.and(ASK_AGAIN);
const ban = given('sanction', { kind: 'ban', months: 24, amount: null }).and(ASK_AGAIN);

describe('The prior notice of a sanction', () => {
  test('leaves the firm twenty days to ask for a reconsideration', () => {
    const { first } = begun('sanction');
    expect(first.orders).toEqual([
      { name: 'sendNotice', params: { to: 'company-0001', notice: 'sanctionNotified' } },
    ]);
    expect(Object.values(first.state.deadlines)).toContainEqual({
      ...{ name: 'sanction-reconsideration', due: '2026-06-22T14:59:59.999Z' },
    });
  });

  test('is answered by the firm in time, and then it is decided within thirty days', () => {
    notified.when(ASK_AGAIN.at('2026-06-10T01:00:00.000Z')).then(
      leadsTo('deciding'),
      knows({
        reconsideration: { statement: '고의가 아니었습니다.', askedAt: '2026-06-10T01:00:00.000Z' },
        clocks: { 'sanction-decision': { due: '2026-07-10T14:59:59.999Z' } },
      }),
      notices('company-0001: reconsiderationReceived'),
      waitsFor({}),
    );
    notified.when(ASK_AGAIN.onTheLast('sanction-reconsideration', 1)).then(
      isRefused('isWithinReconsiderationWindow', {
        ...{ receivedAt: '2026-06-22T15:00:00.000Z', due: '2026-06-22T14:59:59.999Z' },
      }),
    );
    notified.when(officer('REQUEST_RECONSIDERATION')).then(isRefused('isApplicant', { role: 'officer' }));
    notified.when(ASK_AGAIN.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
  });

  test('that nobody answers leads to the decision all the same', () => {
    notified.when(passes('sanction-reconsideration')).then(
      leadsTo('deciding'),
      knows({
        reconsideration: null,
        clocks: { 'sanction-decision': { due: '2026-07-22T14:59:59.999Z' } },
      }),
    );
  });

  test('is not decided on before that time is over', () => {
    notified.when(sanctions('imposed')).then(isNotOffered);
  });
});

describe('The decision on a sanction', () => {
  test('that imposes it tells the project, which sees to what it brings', () => {
    deciding
      .when(sanctions('imposed'))
      .then(
        endsAs('imposed'),
        knows({ decision: { outcome: 'imposed', months: null, amount: '30000000' } }),
        tells({ outcome: 'imposed', amount: '30000000' }),
        notices('company-0001: sanctionImposed'),
      );
    ban
      .when(sanctions('imposed'))
      .then(endsAs('imposed'), tells({ kind: 'ban', outcome: 'imposed', months: 24 }));
  });

  test('that reduces it names less, of the same kind', () => {
    deciding
      .when(sanctions('reduced', { amount: '10000000' }))
      .then(endsAs('reduced'), tells({ outcome: 'reduced', amount: '10000000' }));
    ban
      .when(sanctions('reduced', { months: 6 }))
      .then(endsAs('reduced'), tells({ kind: 'ban', outcome: 'reduced', months: 6 }));
  });

  test.each([{}, { amount: '30000000' }, { months: 6 }, { amount: '1', months: 6 }])(
    'that calls %j of a levy of thirty million a reduction is refused',
    (measure) => {
      deciding
        .when(sanctions('reduced', measure))
        .then(isRefused('isLessThanProposed', { proposed: '30000000' }));
    },
  );

  test.each([{}, { months: 24 }, { amount: '1' }])(
    'that calls %j of a ban of 24 months a reduction is refused',
    (measure) => {
      ban.when(sanctions('reduced', measure)).then(isRefused('isLessThanProposed', { proposed: '24' }));
    },
  );

  test('that drops it leaves nothing of it', () => {
    deciding
      .when(sanctions('dropped'))
      .then(
        endsAs('dropped'),
        knows({ decision: { outcome: 'dropped', months: null, amount: null } }),
        tells({ outcome: 'dropped' }),
        notices('company-0001: sanctionDropped'),
      );
  });

  test('is the committee’s, and is made once', () => {
    deciding.when(officer('DECIDE_SANCTION')).then(isRefused('isCommittee', { role: 'officer' }));
    deciding.when(asks('committee', 'DECIDE_SANCTION')).then(isOffered);
    deciding.and(sanctions('imposed')).when(committee('DECIDE_SANCTION')).then(isOver);
    deciding.when(applicant('REQUEST_RECONSIDERATION')).then(isNotOffered);
  });

  test('is still made late, which the ministry is told', () => {
    const tended = deciding.and(passes('tending'));
    tended.when(passes('tending')).then(stays, ({ step }) => {
      const { params } = step?.orders.find(({ name }) => name === 'tendClock') ?? {};
      expect(params).toMatchObject({ clock: 'sanction-decision', kind: 'overdue', whose: ['ministry'] });
    });
    tended.and(passes('tending')).when(sanctions('imposed')).then(endsAs('imposed'));
  });
});
