import { describe, expect, test } from 'vitest';
import {
  ROADMAP_CALL,
  SELECTION_CALL,
  byCall,
  deliberating,
  rejectedByCall,
  reservedAt,
  roadmapEvaluated,
  selectedByCall,
} from './support/competing.js';
import {
  endsAs,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { GRANT, SHA256, agreed, refusing, roadmap } from './support/lives.js';
import { applicant, asks, committee, officer, partner, passes, system } from './support/moves.js';

const structured = deliberating('structuredProject');
const autonomous = deliberating('autonomousProject');
const DECLINE = applicant('DECLINE_SELECTION', { reason: '다른 사업에 선정되었습니다.' });
const WITHDRAW = applicant('WITHDRAW');
const PROJECT = 'project/2026/structured/0001';

/** A place is given back to this call, for this reason. */
const frees = (reason: string, to = SELECTION_CALL, projectId = PROJECT) =>
  orders('tellCall', { to, event: 'PLACE_FREED', data: { projectId, reason } });

describe('A project that belongs to a call', () => {
  test('is decided on by the call’s list, and not by itself', () => {
    structured
      .when(committee('SELECT', { grant: GRANT }))
      .then(isRefused('isOutsideCall', { call: SELECTION_CALL }));
    structured.when(committee('REJECT', refusing)).then(isRefused('isOutsideCall', { call: SELECTION_CALL }));
    structured.when(asks('committee', 'SELECT')).then(isRefused('isOutsideCall'));
    inState('structuredProject', 'deliberation').when(asks('committee', 'SELECT')).then(isOffered);
  });

  test('that is on it is selected, with its grant, its rank and the list that says so', () => {
    structured.when(byCall('SELECTED_BY_CALL', { grant: GRANT, rank: 7 })).then(
      leadsTo('roadmap.drafting'),
      knows({
        grant: GRANT,
        place: {
          ...{ callId: SELECTION_CALL, outcome: 'selected', rank: 7 },
          ...{ reserveRank: null, listSha256: SHA256 },
        },
      }),
      notices('company-0001: selected'),
    );
  });

  test('that is not selected is told so with the ground, and may object', () => {
    structured
      .when(rejectedByCall)
      .then(
        leadsTo('notSelected'),
        knows({ refusedFor: { ground: 'beyond-capacity' }, place: { outcome: 'rejected', rank: 30 } }),
        notices('company-0001: notSelected'),
        waitsFor({ objection: '2026-06-11T14:59:59.999Z' }),
      );
  });

  test('takes no other call’s decision', () => {
    const other = system('SELECTED_BY_CALL', {
      ...{ callId: 'call/2026/autonomous/selection', grant: GRANT },
      ...{ rank: 1, listSha256: SHA256 },
    });
    structured.when(other).then(isRefused('isFromOwnCall', { call: SELECTION_CALL }));
    inState('structuredProject', 'deliberation')
      .when(other)
      .then(isRefused('isFromOwnCall', { call: '' }));
  });

  test('is granted nothing that the ceiling and the ratios forbid, whatever a list says', () => {
    structured
      .when(byCall('SELECTED_BY_CALL', { grant: '1600000000' }))
      .then(isRefused('isWithinCompanyCeiling', undefined, 'isGovernmentWithinRatio', 'isFirmShareEnough'));
  });

  test('may be told in the name of whoever decided the list', () => {
    structured
      .when(selectedByCall.by({ person: 'person-committee-1', role: 'committee', org: 'agency' }))
      .then(leadsTo('roadmap.drafting'));
  });

  test('competes a second time with its roadmap, in the call for roadmaps', () => {
    roadmapEvaluated()
      .when(committee('PASS_ROADMAP', { grant: GRANT }))
      .then(isRefused('isOutsideCall', { call: ROADMAP_CALL }));
    roadmapEvaluated().when(committee('FAIL_ROADMAP', refusing)).then(isRefused('isOutsideCall'));
    roadmapEvaluated()
      .when(selectedByCall)
      .then(
        leadsTo('agreementPending.open'),
        knows({ place: { callId: ROADMAP_CALL } }),
        notices('company-0001: roadmapPassed', 'company-0001: agreementToSign'),
      );
    roadmapEvaluated().when(rejectedByCall).then(leadsTo('notSelected'));
    roadmapEvaluated().when(reservedAt(1)).then(leadsTo('reserved'));
  });
});

describe('A firm that was selected', () => {
  const writing = structured.and(selectedByCall);
  const agreeing = roadmapEvaluated().and(selectedByCall);

  test.each([
    ['while it writes its roadmap', writing, SELECTION_CALL],
    ['while its partner is to sign', writing.and(roadmap[0]), SELECTION_CALL],
    ['before the agreement', agreeing, ROADMAP_CALL],
    [
      'while it revises its plan',
      agreeing.and(officer('REQUEST_PLAN_REVISION', { reason: '보완' })),
      ROADMAP_CALL,
    ],
    ['having signed first', agreeing.and(agreed[0]), ROADMAP_CALL],
  ])('may decline %s, and its place is free again', (_, story, call) => {
    story
      .when(DECLINE)
      .then(
        endsAs('lapsed'),
        notices('company-0001: selectionDeclined', 'partner-tno: selectionDeclined'),
        frees('declined', call),
      );
  });

  test('declines for itself: nobody else does', () => {
    writing.when(officer('DECLINE_SELECTION', { reason: '포기' })).then(isRefused('isApplicant'));
    writing.when(partner('DECLINE_SELECTION', { reason: '포기' })).then(isRefused('isApplicant'));
    writing.when(DECLINE.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
  });

  test('may decline outside of a call too, where nobody waits for its place', () => {
    inState('autonomousProject', 'agreementPending.open')
      .when(DECLINE)
      .then(endsAs('lapsed'), orders('tellCall'));
  });

  test('frees its place by withdrawing, by letting the roadmap’s window pass, and by being cancelled', () => {
    writing.when(WITHDRAW).then(endsAs('withdrawn'), frees('withdrawn'));
    writing.when(passes('roadmap')).then(endsAs('expired'), frees('expired'));
    agreeing
      .and(passes('agreement'))
      .when(officer('CANCEL_SELECTION', { ground: 'not-signed' }).at('2026-08-14T01:00:00.000Z'))
      .then(endsAs('lapsed'), frees('cancelled', ROADMAP_CALL));
  });

  test('frees it once: an agreement in force is not given up that way', () => {
    agreeing
      .and(...agreed)
      .when(WITHDRAW)
      .then(isRefused('isBeforeAgreement', {}));
  });

  test('is told of its agreement as ever, whose tranches are held against the budget of their year', () => {
    autonomous
      .and(byCall('SELECTED_BY_CALL', { grant: GRANT }), agreed[0])
      .when(agreed[1])
      .then(leadsTo('research.underWay'), ({ step }) => {
        const [scheduled] = (step?.orders ?? []).filter(({ name }) => name === 'scheduleTranches');
        expect(scheduled?.params['chartId']).toBe('tranche.v2');
      });
  });
});

describe('A firm that was not selected', () => {
  test('frees no place by withdrawing: it has none', () => {
    structured.and(rejectedByCall).when(WITHDRAW).then(endsAs('withdrawn'), orders('tellCall'));
    structured.and(reservedAt(1)).when(WITHDRAW).then(endsAs('withdrawn'), orders('tellCall'));
  });
});

describe('A firm that withdraws while the list is decided', () => {
  test('says so to the call, whose decision may be on its way to nobody', () => {
    structured.when(WITHDRAW).then(endsAs('withdrawn'), frees('withdrawn'));
    inState('structuredProject', 'deliberation').when(WITHDRAW).then(endsAs('withdrawn'), orders('tellCall'));
  });

  test('to both calls where its roadmap is being decided on: it gives up its first place too', () => {
    const data = { projectId: PROJECT, reason: 'withdrawn' };
    roadmapEvaluated()
      .when(WITHDRAW)
      .then(
        endsAs('withdrawn'),
        orders(
          'tellCall',
          { to: SELECTION_CALL, event: 'PLACE_FREED', data },
          { to: ROADMAP_CALL, event: 'PLACE_FREED', data },
        ),
      );
  });
});
