import { describe, test } from 'vitest';
import { isNotOffered, isOffered, isRefused, knows, leadsTo, stays } from './support/expected.js';
import {
  ANA,
  BEN,
  CHO,
  DAN,
  IN_CALL,
  assigns,
  evaluatedAt,
  revises,
  scores,
  writing,
} from './support/competing.js';
import { inState } from './support/given.js';
import { SHA256, opinion, roadmap } from './support/lives.js';
import { asks, committee, officer, panelMember } from './support/moves.js';

const unassigned = inState('structuredProject', 'underEvaluation.unassigned', IN_CALL);
const scoring = unassigned.and(assigns(ANA, BEN, CHO));
const twoScored = scoring.and(scores(ANA, 80), scores(BEN, 70));
const criteria = ['answer', 'technology', 'capability', 'market'];

const recuses = (person: string) => panelMember('RECUSE', { kind: 'kinship' }).by({ person });
const replaces = (member: string, by: string) =>
  officer('REPLACE_MEMBER', { member, by, ground: '연락이 되지 않습니다.' });
const moderates = officer('MODERATE', { note: '재논의하여 확정했습니다.' });

describe('A panel to be assigned', () => {
  test('is assigned by an officer, at least as large as the edition says', () => {
    unassigned
      .when(assigns(ANA, BEN, CHO))
      .then(
        leadsTo('underEvaluation.scoring'),
        knows({ panel: { members: [{ person: ANA, score: null }, { person: BEN }, { person: CHO }] } }),
      );
    unassigned
      .when(assigns(ANA, BEN))
      .then(isRefused('isPanelLargeEnough', { members: '2', panelMinimum: '3' }));
    unassigned.when(assigns(ANA, BEN, BEN)).then(isRefused('isPanelLargeEnough'));
    unassigned
      .when(committee('ASSIGN_PANEL', { members: [ANA, BEN, CHO] }))
      .then(isRefused('isOfficer', { role: 'committee' }));
  });

  test('has nobody on it whom a conflict of interest excludes, and is told who that is', () => {
    unassigned
      .when(assigns(ANA, BEN, CHO).booked({ excluded: `${DAN},${BEN}` }))
      .then(isRefused('hasNoExcludedMember', { excluded: BEN }));
    unassigned
      .when(assigns(ANA, BEN, CHO).booked({ excluded: DAN }))
      .then(leadsTo('underEvaluation.scoring'));
  });

  test('is offered to an officer before anybody is named', () => {
    unassigned.when(asks('officer', 'ASSIGN_PANEL')).then(isOffered);
  });

  test('may have sat elsewhere: its protocol is entered, but only outside of a call', () => {
    const PROTOCOL = officer('RECORD_EVALUATION', { score: 81.5, opinion });
    unassigned.when(PROTOCOL).then(isRefused('isOutsideCall', { call: 'call/2026/structured/selection' }));
    inState('structuredProject', 'underEvaluation.unassigned').when(PROTOCOL).then(leadsTo('deliberation'));
  });
});

describe('A panel that scores', () => {
  test('takes one score from each of its members, who need not wait for each other', () => {
    scoring.when(scores(BEN, 70)).then(
      stays,
      knows({
        panel: { members: [{ score: null }, { person: BEN, score: { total: 7000 } }, { score: null }] },
      }),
    );
    twoScored.when(scores(BEN, 90)).then(isRefused('hasNotScored', {}));
  });

  test('takes none from anybody else', () => {
    scoring.when(scores(DAN, 70)).then(isRefused('isAssignedMember', {}));
    scoring
      .when(officer('SCORE', { scores: {}, justification: opinion }))
      .then(isRefused('isPanelMember', { role: 'officer' }, 'isAssignedMember', 'scoresEveryCriterion'));
  });

  test('scores every criterion of the edition and nothing else', () => {
    const all = Object.fromEntries(criteria.map((id) => [id, 80]));
    const { answer: _answer, ...some } = all;
    const sends = (sheet: object) =>
      panelMember('SCORE', { scores: sheet, justification: opinion }).by({ person: ANA });
    const seen = { criteria: criteria.join(', ') };
    scoring.when(sends(all)).then(stays);
    scoring.when(sends(some)).then(isRefused('scoresEveryCriterion', seen));
    scoring.when(sends({ ...all, beauty: 100 })).then(isRefused('scoresEveryCriterion', seen));
  });

  test('is offered to its members before they have written anything, and no longer once they have', () => {
    scoring.when(asks('panelMember', 'SCORE').by({ person: ANA })).then(isOffered);
    twoScored.when(asks('panelMember', 'SCORE').by({ person: ANA })).then(isRefused('hasNotScored', {}));
  });

  test('ends with the last score: mean, opinions without names, and each criterion’s mean', () => {
    twoScored.when(scores(CHO, 60)).then(
      leadsTo('deliberation'),
      knows({
        evaluation: {
          score: 70,
          opinion: { ko: '60점으로 보았습니다.\n\n70점으로 보았습니다.\n\n80점으로 보았습니다.' },
          criteria: Object.fromEntries(criteria.map((id) => [id, 7000])),
        },
      }),
    );
  });

  test('keeps a mean to two decimals', () => {
    scoring
      .and(scores(ANA, 80), scores(BEN, 80))
      .when(scores(CHO, 81))
      .then(knows({ evaluation: { score: 80.33 } }));
  });

  test('of five leaves out the highest and the lowest', () => {
    unassigned
      .and(assigns(ANA, BEN, CHO, DAN, 'person-eun'), scores(ANA, 90), scores(BEN, 80), scores(CHO, 70))
      .and(scores(DAN, 72))
      .when(scores('person-eun', 65))
      .then(leadsTo('deliberation'), knows({ evaluation: { score: 74 } }));
  });

  test('decides nothing: that is the committee’s', () => {
    twoScored.when(committee('SELECT', { grant: '1000000000' })).then(isNotOffered);
  });
});

describe('A member who stands aside', () => {
  test('stays on record with the kind of conflict, and counts no more', () => {
    twoScored
      .when(recuses(CHO))
      .then(
        leadsTo('underEvaluation.scoring'),
        knows({ panel: { members: [{}, {}, { person: CHO, recused: 'kinship', score: null }] } }),
      );
    twoScored.and(recuses(CHO)).when(scores(CHO, 60)).then(isRefused('isAssignedMember', {}));
  });

  test('does so before scoring, not after', () => {
    twoScored.when(recuses(ANA)).then(isRefused('hasNotScored', {}));
  });

  test('ends the evaluation where enough others have all scored', () => {
    unassigned
      .and(assigns(ANA, BEN, CHO, DAN), scores(ANA, 80), scores(BEN, 80), scores(CHO, 80))
      .when(recuses(DAN))
      .then(leadsTo('deliberation'), knows({ evaluation: { score: 80 } }));
  });

  test('leaves a panel that is too small waiting for somebody new', () => {
    twoScored
      .and(recuses(CHO), replaces(CHO, DAN))
      .when(scores(DAN, 60))
      .then(leadsTo('deliberation'), knows({ evaluation: { score: 70 } }));
  });
});

describe('A member who is replaced', () => {
  test('before scoring: whoever comes instead scores, and the absent one cannot any more', () => {
    twoScored
      .when(replaces(CHO, DAN))
      .then(stays, knows({ panel: { members: [{}, {}, { replacedBy: DAN }, { person: DAN }] } }));
    twoScored.and(replaces(CHO, DAN)).when(scores(CHO, 0)).then(isRefused('isAssignedMember', {}));
  });

  test('after scoring: the score stays on record and does not count', () => {
    twoScored
      .and(replaces(ANA, DAN), scores(CHO, 70))
      .when(scores(DAN, 70))
      .then(
        leadsTo('deliberation'),
        knows({
          evaluation: { score: 70 },
          panel: { members: [{ person: ANA, score: { total: 8000 }, replacedBy: DAN }, {}, {}, {}] },
        }),
      );
  });

  test('was on the panel, and the new one was not', () => {
    scoring.when(replaces(DAN, 'person-eun')).then(isRefused('isMemberToReplace', {}));
    scoring.when(replaces(ANA, BEN)).then(isRefused('isNewToPanel', {}));
    scoring
      .and(replaces(ANA, DAN))
      .when(replaces(ANA, 'person-eun'))
      .then(isRefused('isMemberToReplace', {}));
  });

  test('by nobody whom a conflict excludes, and by an officer alone', () => {
    scoring
      .when(replaces(ANA, DAN).booked({ excluded: DAN }))
      .then(isRefused('hasNoExcludedMember', { excluded: DAN }));
    scoring
      .when(committee('REPLACE_MEMBER', { member: ANA, by: DAN, ground: '부재' }))
      .then(isRefused('isOfficer', { role: 'committee' }));
  });
});

describe('A panel that is thirty points apart', () => {
  const apart = scoring.and(scores(ANA, 90), scores(BEN, 75));
  const moderated = apart.and(scores(CHO, 60));

  test('meets again, and one a point closer does not', () => {
    apart.when(scores(CHO, 60)).then(leadsTo('underEvaluation.moderation'), knows({ evaluation: null }));
    apart.when(scores(CHO, 61)).then(leadsTo('deliberation'));
  });

  test('may revise its scores, and what they were before is kept', () => {
    moderated
      .when(revises(CHO, 72))
      .then(stays, knows({ panel: { members: [{}, {}, { score: { total: 7200, revisedFrom: 6000 } }] } }));
    moderated
      .and(revises(CHO, 72))
      .when(revises(CHO, 74))
      .then(knows({ panel: { members: [{}, {}, { score: { total: 7400, revisedFrom: 6000 } }] } }));
    moderated.when(revises(DAN, 72)).then(isRefused('isAssignedMember', {}));
  });

  test('goes before the committee once an officer concludes it, as the scores then are', () => {
    moderated
      .and(revises(CHO, 75))
      .when(moderates)
      .then(leadsTo('deliberation'), knows({ evaluation: { score: 80 } }));
    moderated.when(moderates).then(leadsTo('deliberation'), knows({ evaluation: { score: 75 } }));
    moderated.when(committee('MODERATE', { note: '확정' })).then(isRefused('isOfficer'));
  });

  test('scores on where a member is replaced meanwhile', () => {
    moderated.when(replaces(CHO, DAN)).then(leadsTo('underEvaluation.scoring'));
    moderated.and(replaces(CHO, DAN)).when(scores(DAN, 70)).then(leadsTo('deliberation'));
  });

  test('also meets where the last who would have scored stands aside', () => {
    unassigned
      .and(assigns(ANA, BEN, CHO, DAN), scores(ANA, 90), scores(BEN, 75), scores(CHO, 60))
      .when(recuses(DAN))
      .then(leadsTo('underEvaluation.moderation'));
  });
});

describe('The panel of a roadmap', () => {
  const signed = writing().and(roadmap[0], roadmap[1]);

  test('is another one: the first is kept with what it came to', () => {
    writing()
      .and(roadmap[0])
      .when(roadmap[1])
      .then(
        leadsTo('roadmapEvaluation.unassigned'),
        knows({
          ...{ panel: null, evaluation: null },
          earlierPanels: [{ members: [{ person: ANA }, {}, {}], evaluation: { score: 80 } }],
        }),
      );
  });

  test('scores the roadmap’s own criteria, and then it waits for its call', () => {
    signed
      .and(...evaluatedAt(75).slice(0, 3))
      .when(evaluatedAt(75)[3])
      .then(
        leadsTo('roadmapEvaluation.evaluated'),
        knows({ evaluation: { score: 75, criteria: { plan: 7500 } } }),
      );
  });

  test('meets again where it is far apart, and may be a protocol from elsewhere only outside of a call', () => {
    signed
      .and(assigns(ANA, BEN, CHO), scores(ANA, 90), scores(BEN, 60))
      .when(scores(CHO, 60))
      .then(leadsTo('roadmapEvaluation.moderation'));
    signed.when(officer('RECORD_EVALUATION', { score: 80, opinion })).then(isRefused('isOutsideCall'));
    inState('structuredProject', 'roadmapEvaluation.unassigned')
      .when(officer('RECORD_EVALUATION', { score: 80, opinion }))
      .then(leadsTo('roadmapEvaluation.evaluated'), knows({ roadmap: { documentSha256: SHA256 } }));
  });
});
