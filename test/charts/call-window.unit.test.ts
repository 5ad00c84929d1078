import { describe, expect, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { given, inState, reached } from './support/given.js';
import { intakeClosed } from './support/lives-call.js';
import { asks, committee, officer, passes, system } from './support/moves.js';

const OPENS = '2026-06-08T00:00:00.000Z';
const CLOSES = '2026-06-26T09:00:00.000Z';
const LATER = '2026-06-29T09:00:00.000Z';
const ground = '접수 시스템 장애';

const extends_ = (closes: string) => officer('EXTEND_WINDOW', { closes, ground });
const corrects = (opens: string, closes: string) => officer('CORRECT_WINDOW', { opens, closes, ground });

const planned = given('call');
const open = inState('call', 'open');
const closed = inState('call', 'closed');
const screening = inState('call', 'screening');

describe('A planned call', () => {
  test('waits for the opening of its window, however late its plan reached its workflow', () => {
    const { deadlines } = reached(planned).state;
    expect(Object.values(deadlines)).toEqual([{ name: 'callOpens', due: OPENS }]);
  });

  test('opens by itself, and tells the agency', () => {
    planned
      .when(passes('callOpens'))
      .then(leadsTo('open'), notices('agency: callOpened'), waitsFor({ callCloses: CLOSES }));
  });

  test('whose opening has passed already opens at once, and still closes in time', () => {
    const late = given('call', { window: { opens: '2026-05-04T00:00:00.000Z', closes: CLOSES } });
    const { deadlines, seq } = reached(late).state;
    expect([seq, Object.values(deadlines)]).toEqual([
      1,
      [{ name: 'callOpens', due: '2026-05-04T00:00:00.000Z' }],
    ]);
    late.when(passes('callOpens')).then(leadsTo('open'), waitsFor({ callCloses: CLOSES }));
  });

  test('is corrected with a ground: another opening replaces the one that was waited for', () => {
    const corrected = corrects('2026-06-09T00:00:00.000Z', LATER);
    planned.when(corrected).then(
      leadsTo('planned'),
      waitsFor({ callOpens: '2026-06-09T00:00:00.000Z' }),
      notices('agency: windowChanged'),
      knows({
        window: { opens: '2026-06-09T00:00:00.000Z', closes: LATER },
        windowHistory: [{ opens: OPENS, closes: CLOSES, decidedAt: '2026-06-01T00:01:00.000Z', ground }],
      }),
    );
  });

  test('may be extended before it has opened, which leaves its opening as it is', () => {
    planned
      .when(extends_(LATER))
      .then(
        leadsTo('planned'),
        waitsFor({ callOpens: OPENS }),
        knows({ window: { opens: OPENS, closes: LATER } }),
      );
  });
});

describe('An open call', () => {
  test('closes by itself, tells the agency, and has its intake counted', () => {
    open
      .when(passes('callCloses'))
      .then(
        leadsTo('closed'),
        notices('agency: callClosed'),
        orders('closeIntake', { callId: 'call/2026/structured/selection', closes: CLOSES }),
        waitsFor({}),
      );
  });

  test('that is extended waits for the later close only', () => {
    open.when(extends_(LATER)).then(
      leadsTo('open'),
      waitsFor({ callCloses: LATER }),
      notices('agency: windowChanged'),
      knows({
        window: { opens: OPENS, closes: LATER },
        windowHistory: [{ opens: OPENS, closes: CLOSES, decidedAt: '2026-06-08T00:01:01.000Z', ground }],
      }),
    );
  });

  test('may be extended more than once, and remembers every close that was replaced', () => {
    open
      .and(extends_('2026-06-27T09:00:00.000Z'), extends_(LATER))
      .when(passes('callCloses'))
      .then(
        leadsTo('closed'),
        orders('closeIntake', { callId: 'call/2026/structured/selection', closes: LATER }),
        ({ before }) => {
          const past = before.context['windowHistory'] as { closes: string }[];
          expect(past.map(({ closes }) => closes)).toEqual([CLOSES, '2026-06-27T09:00:00.000Z']);
        },
      );
  });

  test('counts an extension that was received before the close, though it is applied after it', () => {
    open
      .when(extends_(LATER).received('2026-06-26T08:59:59.999Z', '2026-06-26T09:00:03.000Z'))
      .then(
        leadsTo('open'),
        waitsFor({ callCloses: LATER }),
        knows({ windowHistory: [expect.objectContaining({ decidedAt: '2026-06-26T08:59:59.999Z' })] }),
      );
  });

  test.each([CLOSES, '2026-06-26T08:59:59.999Z'])('is not extended to %s, which is no later', (closes) => {
    open.when(extends_(closes)).then(isRefused('isLater', { closes: CLOSES }));
  });

  test('is corrected to an earlier close that is still to come', () => {
    open
      .when(corrects(OPENS, '2026-06-20T09:00:00.000Z'))
      .then(leadsTo('open'), waitsFor({ callCloses: '2026-06-20T09:00:00.000Z' }));
  });

  test('is not corrected to a close before the correction was received', () => {
    const correction = corrects(OPENS, '2026-06-20T09:00:00.000Z');
    open.when(correction.received('2026-06-20T09:00:00.000Z', '2026-06-20T09:00:00.000Z')).then(
      isRefused('isNotInThePast', {
        receivedAt: '2026-06-20T09:00:00.000Z',
        closes: '2026-06-20T09:00:00.000Z',
      }),
    );
    open
      .when(correction.received('2026-06-20T08:59:59.999Z', '2026-06-20T09:00:05.000Z'))
      .then(leadsTo('open'), waitsFor({ callCloses: '2026-06-20T09:00:00.000Z' }));
  });

  test('that was opened too early is planned again, and opens when it should have', () => {
    const again = open.and(corrects('2026-06-15T00:00:00.000Z', LATER));
    open
      .when(corrects('2026-06-15T00:00:00.000Z', LATER))
      .then(leadsTo('planned'), waitsFor({ callOpens: '2026-06-15T00:00:00.000Z' }));
    again.when(passes('callOpens')).then(leadsTo('open'), waitsFor({ callCloses: LATER }));
  });

  test('does not close before it opens', () => {
    open.when(corrects(LATER, CLOSES)).then(isRefused('isWindowInOrder', { opens: LATER, closes: CLOSES }));
  });

  test('is moved by an officer only, who is offered it before anything is filled in', () => {
    for (const type of ['EXTEND_WINDOW', 'CORRECT_WINDOW']) {
      open.when(committee(type, { opens: OPENS, closes: LATER, ground })).then(isRefused('isOfficer'));
      open.when(asks('officer', type)).then(isOffered);
      open.when(asks('committee', type)).then(isRefused('isOfficer'));
    }
  });
});

describe('A call that has closed', () => {
  test('goes on to screening when everything that came in time is with its workflow', () => {
    closed.when(intakeClosed(5_000)).then(leadsTo('screening'), knows({ received: 5_000 }));
  });

  test('over roadmaps goes on to evaluation: who competes was screened as an applicant', () => {
    given('call', { competition: 'roadmap' })
      .and(passes('callOpens'), passes('callCloses'))
      .when(intakeClosed(197))
      .then(leadsTo('evaluating'), knows({ received: 197 }));
  });

  test('opens again when it is extended, until the later close', () => {
    for (const after of [closed, screening])
      after.when(extends_(LATER)).then(leadsTo('open'), waitsFor({ callCloses: LATER }));
  });

  test('does not take the count of a close that was replaced meanwhile', () => {
    const reopened = closed.and(extends_(LATER));
    const stale = system('INTAKE_CLOSED', { received: 7, closes: CLOSES });
    reopened.when(stale).then(isNotOffered);
    reopened
      .and(passes('callCloses'))
      .when(stale)
      .then(isRefused('isOfThisClosing', { closes: LATER }));
    reopened
      .and(passes('callCloses'))
      .when(intakeClosed(9))
      .then(leadsTo('screening'), knows({ received: 9 }));
  });

  test('is not extended to a close that has passed as well', () => {
    closed.when(extends_('2026-06-26T09:00:01.000Z').at('2026-06-26T10:00:00.000Z')).then(
      isRefused('isNotInThePast', {
        receivedAt: '2026-06-26T10:00:00.000Z',
        closes: '2026-06-26T09:00:01.000Z',
      }),
    );
  });

  test('is not corrected any more, and once evaluation has begun not extended either', () => {
    closed.when(corrects(OPENS, LATER)).then(isNotOffered);
    screening.when(corrects(OPENS, LATER)).then(isNotOffered);
    inState('call', 'evaluating').when(extends_(LATER)).then(isNotOffered);
  });

  test('is told of its intake by the service alone', () => {
    closed.when(officer('INTAKE_CLOSED', { received: 1, closes: CLOSES })).then(isRefused('isSystem'));
  });
});

describe('The capacity, before the list is decided,', () => {
  const changes = committee('CHANGE_CAPACITY', { capacity: 1, budget: '300000000', ground: '예산 조정' });

  test.each(['planned', 'open', 'closed', 'screening', 'evaluating', 'deliberating.drafting'])(
    'is the committee’s to change in %s, up or down, with the budget or without',
    (path) => {
      const here = path === 'planned' ? planned : inState('call', path);
      here.when(changes).then(stays, knows({ capacity: 1, budget: '300000000' }));
      here
        .when(committee('CHANGE_CAPACITY', { capacity: 500, ground: '예산 조정' }))
        .then(stays, knows({ capacity: 500, budget: '1000000000' }));
    },
  );

  test('leaves the dates that are waited for as they are', () => {
    open.when(changes).then(waitsFor({ callCloses: CLOSES }), orders('promoteNext'));
  });

  test('is not an officer’s to change', () => {
    open.when(officer('CHANGE_CAPACITY', { capacity: 1, ground })).then(isRefused('isCommittee'));
  });
});
