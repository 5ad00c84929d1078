import { describe, expect, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState, reached } from './support/given.js';
import { GRANT, SHA256, document, opinion, refusing } from './support/lives.js';
import { applicant, committee, dueOf, officer, partner, passes } from './support/moves.js';

const SUBMIT = applicant('SUBMIT_ROADMAP', document);
const COSIGN = partner('COSIGN_ROADMAP');
const LAST = '2026-12-01T14:59:59.999Z';
const LATE = '2026-12-01T15:00:00.000Z';
const HALF_WAY = '2026-09-01T14:59:59.999Z';

describe('The roadmap window', () => {
  const selected = inState('structuredProject', 'deliberation');

  test.each([
    ['2026-06-01T01:00:00.000Z', '2026-12-01T14:59:59.999Z', 'six calendar months, to the day'],
    ['2026-06-15T01:00:00.000Z', '2026-12-15T14:59:59.999Z', 'not 180 days'],
    ['2026-08-31T01:00:00.000Z', '2027-03-02T14:59:59.999Z', '28 February is a Sunday, 1 March a holiday'],
    ['2029-08-31T01:00:00.000Z', '2030-02-28T14:59:59.999Z', '31 August and six months are 28 February'],
    ['2027-08-31T01:00:00.000Z', '2028-02-29T14:59:59.999Z', 'or the 29th in a leap year'],
    ['2026-06-14T14:59:59.999Z', '2026-12-14T14:59:59.999Z', 'the day is the Korean one'],
    ['2026-06-14T15:00:00.000Z', '2026-12-15T14:59:59.999Z', 'also after midnight in Seoul'],
  ])('that starts %s runs until %s: %s', (at, due) => {
    selected.when(committee('SELECT', { grant: GRANT }).at(at)).then(knows({ clocks: { roadmap: { due } } }));
  });

  test('closes, and the case ends as expired', () => {
    inState('structuredProject', 'roadmap.drafting')
      .when(passes('roadmap'))
      .then(endsAs('expired'), notices('company-0001: roadmapExpired'));
  });

  test('closes over a roadmap that waits for its second signature, too', () => {
    inState('structuredProject', 'roadmap.awaitingCoSignature')
      .when(passes('roadmap'))
      .then(endsAs('expired'));
  });
});

describe('A roadmap being drafted', () => {
  const drafting = inState('structuredProject', 'roadmap.drafting');

  test('is submitted by the firm, and its partner is told', () => {
    drafting
      .when(SUBMIT)
      .then(
        leadsTo('roadmap.awaitingCoSignature'),
        knows({ roadmap: { documentSha256: SHA256, coSignedBy: null } }),
        notices('partner-tno: roadmapToCoSign'),
      );
  });

  test('is in time at the last millisecond, and late one later', () => {
    drafting.when(SUBMIT.at(LAST)).then(leadsTo('roadmap.awaitingCoSignature'));
    drafting.when(SUBMIT.at(LATE)).then(isRefused('isWithinRoadmapWindow', { receivedAt: LATE, due: LAST }));
  });

  test('is not submitted by the partner, nor by another firm', () => {
    drafting.when(partner('SUBMIT_ROADMAP', document)).then(isRefused('isApplicant', { role: 'partner' }));
    drafting.when(SUBMIT.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
  });

  test('has nothing to sign yet', () => {
    drafting.when(COSIGN).then(isNotOffered);
  });
});

describe('A roadmap that awaits its co-signature', () => {
  const waiting = inState('structuredProject', 'roadmap.awaitingCoSignature');

  test('goes to its evaluation once the partner has signed, and no window runs any more', () => {
    waiting
      .when(COSIGN)
      .then(
        leadsTo('roadmapEvaluation.unassigned'),
        knows({ roadmap: { coSignedBy: 'person-partner-1' } }),
        notices('company-0001: roadmapCoSigned'),
        waitsFor({}),
      );
  });

  test('is signed by the partner who is party to it, and by nobody else', () => {
    waiting.when(COSIGN.by({ org: 'partner-csem' })).then(isRefused('isOwnCase', {}));
    waiting.when(applicant('COSIGN_ROADMAP')).then(isRefused('isPartner', { role: 'applicant' }));
    waiting.when(officer('COSIGN_ROADMAP')).then(isRefused('isPartner', { role: 'officer' }));
  });

  test('is signed in time at the last millisecond, and late one later', () => {
    waiting.when(COSIGN.at(LAST)).then(leadsTo('roadmapEvaluation.unassigned'));
    waiting.when(COSIGN.at(LATE)).then(isRefused('isWithinRoadmapWindow', { receivedAt: LATE, due: LAST }));
  });

  test('signed in time counts though it is delivered after the window has closed', () => {
    waiting
      .when(COSIGN.received(LAST, '2026-12-03T01:00:00.000Z'))
      .then(leadsTo('roadmapEvaluation.unassigned'));
  });

  test('goes back to the firm where the partner returns it, and the six months run on', () => {
    const returned = partner('RETURN_ROADMAP', { reason: '일정을 고쳐 주십시오.' });
    waiting
      .when(returned)
      .then(
        leadsTo('roadmap.drafting'),
        notices('company-0001: roadmapReturned'),
        waitsFor({ roadmap: LAST, 'roadmap-check': HALF_WAY }),
      );
    waiting.when(returned.at(LATE)).then(isRefused('isWithinRoadmapWindow'));
    waiting.and(returned).when(SUBMIT).then(leadsTo('roadmap.awaitingCoSignature'));
  });
});

describe('The check half-way through the roadmap', () => {
  const drafting = inState('structuredProject', 'roadmap.drafting');
  const waiting = inState('structuredProject', 'roadmap.awaitingCoSignature');
  const PROGRESS = applicant('SUBMIT_ROADMAP_PROGRESS', document);
  const CHECK = officer('RECORD_ROADMAP_CHECK', { finding: 'at-risk', opinion });
  const DUE = '2026-09-01T15:00:00.000Z';

  test('is due after three months, and the case waits for it', () => {
    inState('structuredProject', 'deliberation')
      .when(committee('SELECT', { grant: GRANT }))
      .then(
        waitsFor({ roadmap: LAST, 'roadmap-check': HALF_WAY }),
        knows({ roadmapCheck: { announcedAt: null, finding: null } }),
      );
  });

  test.each([
    ['roadmap.drafting', drafting],
    ['roadmap.awaitingCoSignature', waiting],
  ])('is told to firm and partner once, and leaves the case where it was: %s', (path, story) => {
    story
      .when(passes('roadmap-check'))
      .then(
        leadsTo(path),
        notices('company-0001: roadmapCheckDue', 'partner-tno: roadmapCheckDue'),
        waitsFor({ roadmap: LAST }),
      );
    story.and(passes('roadmap-check')).when(passes('roadmap')).then(endsAs('expired'));
  });

  test('is not told again when the roadmap is submitted, returned, and submitted anew', () => {
    drafting
      .and(passes('roadmap-check'), SUBMIT)
      .when(partner('RETURN_ROADMAP', { reason: '일정을 고쳐 주십시오.' }))
      .then(waitsFor({ roadmap: LAST }));
  });

  test('has the firm say how far it has come, whenever it likes', () => {
    drafting.when(PROGRESS).then(stays, knows({ roadmapCheck: { progressSha256: SHA256 } }));
    waiting.and(passes('roadmap-check')).when(PROGRESS).then(stays);
    drafting.when(partner('SUBMIT_ROADMAP_PROGRESS', document)).then(isRefused('isApplicant'));
  });

  test('has an officer record what it found, from the day that it is due', () => {
    drafting
      .when(CHECK.at(HALF_WAY))
      .then(isRefused('isRoadmapCheckDue', { receivedAt: HALF_WAY, due: HALF_WAY }));
    drafting
      .and(passes('roadmap-check'))
      .when(CHECK)
      .then(
        stays,
        knows({ roadmapCheck: { finding: 'at-risk', opinion } }),
        notices('company-0001: roadmapChecked', 'partner-tno: roadmapChecked'),
      );
    drafting.when(committee('RECORD_ROADMAP_CHECK', {}).at(DUE)).then(isRefused('isOfficer'));
  });

  test('received after the day counts though the service has not yet told of it', () => {
    drafting.when(CHECK.at(DUE)).then(stays);
  });

  test('stops nothing: no law lets it, and the roadmap goes on to its evaluation', () => {
    drafting
      .and(passes('roadmap-check'), CHECK, SUBMIT)
      .when(COSIGN)
      .then(leadsTo('roadmapEvaluation.unassigned'));
  });
});

describe('The roadmap under evaluation', () => {
  const evaluated = inState('structuredProject', 'roadmapEvaluation.unassigned');

  test('that passes goes on to the agreement, with the amount that the committee names now', () => {
    evaluated
      .when(committee('PASS_ROADMAP', { grant: '900000000' }))
      .then(
        leadsTo('agreementPending.open'),
        knows({ grant: '900000000' }),
        notices('company-0001: roadmapPassed', 'company-0001: agreementToSign'),
      );
  });

  test('that fails is told as a no, and may be objected to', () => {
    evaluated
      .when(committee('FAIL_ROADMAP', refusing))
      .then(leadsTo('notSelected'), knows({ refusedFor: refusing }));
  });

  test('is decided by the committee, within the ceiling', () => {
    evaluated
      .when(officer('PASS_ROADMAP', { grant: GRANT }))
      .then(isRefused('isCommittee', { role: 'officer' }));
    evaluated.when(officer('FAIL_ROADMAP', refusing)).then(isRefused('isCommittee', { role: 'officer' }));
    evaluated
      .when(committee('PASS_ROADMAP', { grant: '1600000000' }))
      .then(
        isRefused(
          'isWithinCompanyCeiling',
          { already: '0', adding: '1600000000', cap: '1500000000' },
          'isGovernmentWithinRatio',
          'isFirmShareEnough',
        ),
      );
  });

  test('no longer knows a roadmap window that could close', () => {
    expect(dueOf(reached(evaluated), 'roadmap')).toBe(LAST);
    expect(Object.keys(reached(evaluated).state.deadlines)).toEqual([]);
  });
});
