import { describe, expect, test } from 'vitest';
import {
  ROADMAP_CALL,
  SELECTION_CALL,
  byCall,
  deliberating,
  objectionDecided,
  promoted,
  rejectedByCall,
  reservedAt,
  roadmapEvaluated,
  selectedByCall,
} from './support/competing.js';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { GRANT } from './support/lives.js';
import { applicant, officer, passes } from './support/moves.js';

const OBJECT = applicant('FILE_OBJECTION', { ground: 'misreading', statement: '잘못 읽었습니다.' });
const RELEASED = byCall('RELEASED_FROM_RESERVE');
const LATER = '2026-12-01T15:00:00.000Z';

const reserved = deliberating('structuredProject').and(reservedAt(3));

describe('On the reserve list', () => {
  test('a firm knows its rank there, and may object as one that was not selected may', () => {
    deliberating('structuredProject')
      .when(reservedAt(3))
      .then(
        leadsTo('reserved'),
        knows({ place: { outcome: 'reserve', rank: 9, reserveRank: 3 }, grant: null }),
        notices('company-0001: putOnReserve'),
        waitsFor({}),
      );
    reserved.when(OBJECT).then(leadsTo('objection'));
    reserved.when(OBJECT.at('2026-06-11T15:00:00.000Z')).then(isRefused('isWithinObjectionWindow'));
  });

  test('it stays, whatever passes, until it moves up or the list ends', () => {
    reserved.when(officer('PASS_PRECHECK')).then(isNotOffered);
    reserved.when(promoted.at(LATER)).then(leadsTo('roadmap.drafting'));
  });

  test.each([
    ['mitIlpProject', 'agreementPending.open'],
    ['structuredProject', 'roadmap.drafting'],
    ['autonomousProject', 'agreementPending.open'],
    ['ecoBridgeProject', 'agreementPending.open'],
  ] as const)('%s moves up to where one that is selected goes: %s', (subject, path) => {
    deliberating(subject)
      .and(reservedAt(1))
      .when(byCall('PROMOTED', { grant: '900000000', rank: 9 }))
      .then(
        leadsTo(path),
        knows({ grant: '900000000', place: { outcome: 'selected', rank: 9, reserveRank: null } }),
      );
  });

  test('moving up is told, and after the roadmap leads to the agreement', () => {
    reserved.when(promoted).then(notices('company-0001: promoted'));
    roadmapEvaluated()
      .and(reservedAt(1))
      .when(promoted)
      .then(leadsTo('agreementPending.open'), knows({ place: { callId: ROADMAP_CALL } }));
  });

  test('nobody moves up who is not on the list, nor by another call', () => {
    deliberating('structuredProject').when(promoted).then(isNotOffered);
    reserved
      .when(byCall('PROMOTED', { grant: GRANT, callId: ROADMAP_CALL }))
      .then(isRefused('isFromOwnCall', { call: SELECTION_CALL }));
    deliberating('structuredProject')
      .and(rejectedByCall, OBJECT)
      .when(promoted)
      .then(isRefused('isOnReserve', {}));
  });
});

describe('The end of the reserve list', () => {
  test('leaves a firm not selected; the right to object is not given a second time', () => {
    reserved
      .when(RELEASED.at(LATER))
      .then(
        endsAs('rejected'),
        knows({ place: { outcome: 'released' } }),
        notices('company-0001: reserveEnded'),
      );
    reserved.and(OBJECT, objectionDecided('dismissed')).when(RELEASED).then(endsAs('rejected'));
  });

  test('that comes within the ten days leaves what is left of them', () => {
    reserved
      .when(RELEASED.at('2026-06-05T01:00:00.000Z'))
      .then(leadsTo('notSelected'), waitsFor({ objection: '2026-06-11T14:59:59.999Z' }));
    reserved.and(RELEASED.at('2026-06-05T01:00:00.000Z')).when(passes('objection')).then(endsAs('rejected'));
  });
});

describe('An objection from the reserve list', () => {
  const objected = reserved.and(OBJECT);

  test.each(['dismissed', 'withdrawn'] as const)(
    'that is %s leads back to it, and the call is told',
    (outcome) => {
      objected.when(objectionDecided(outcome)).then(
        leadsTo('reserved'),
        knows({ place: { outcome: 'reserve', reserveRank: 3 } }),
        orders('tellCall', {
          ...{ to: SELECTION_CALL, event: 'RESERVE_RETURNED' },
          data: { projectId: 'project/2026/structured/0001' },
        }),
      );
    },
  );

  test('that is upheld leads before the committee, and the call finds a place', () => {
    objected
      .when(objectionDecided('upheld', { score: 95, opinion: { ko: '인용' } }))
      .then(leadsTo('deliberation'));
    objected.and(objectionDecided('upheld')).when(selectedByCall).then(leadsTo('roadmap.drafting'));
    objected.and(objectionDecided('upheld')).when(reservedAt(1)).then(leadsTo('reserved'));
  });

  test('does not lose the firm its turn: it moves up meanwhile, and what comes of the objection changes nothing', () => {
    objected.when(promoted).then(leadsTo('roadmap.drafting'));
    objected.and(promoted).when(objectionDecided('upheld')).then(isNotOffered);
  });

  test('outlives the list: dismissed after its end, the no is final', () => {
    objected.when(RELEASED).then(stays, knows({ place: { outcome: 'released' } }));
    objected.and(RELEASED).when(objectionDecided('dismissed')).then(endsAs('rejected'), orders('tellCall'));
    objected.and(RELEASED).when(promoted).then(isRefused('isOnReserve', {}));
  });

  test('from the roadmap’s list leads back to that list', () => {
    roadmapEvaluated()
      .and(reservedAt(2), OBJECT)
      .when(objectionDecided('dismissed'))
      .then(leadsTo('reserved'), ({ before }) => expect(before.context['objectionNo']).toBe(1));
    roadmapEvaluated().and(reservedAt(2), OBJECT).when(promoted).then(leadsTo('agreementPending.open'));
  });
});
