import { describe, test } from 'vitest';
import { endsAs, isNotOffered, isRefused, knows, leadsTo, notices, waitsFor } from './support/expected.js';
import { inState } from './support/given.js';
import { GRANT, agreed, document, refusing, roadmap } from './support/lives.js';
import { applicant, committee, officer, partner, passes } from './support/moves.js';

const REJECT = committee('REJECT', refusing);
const OBJECT = applicant('FILE_OBJECTION', { ground: 'misreading', statement: '자료를 잘못 읽었습니다.' });
const UPHOLD = officer('UPHOLD_OBJECTION');
const DISMISS = officer('DISMISS_OBJECTION', { ground: 'unfounded' });

const notSelected = inState('structuredProject', 'deliberation').and(REJECT);

describe('Notified of a no', () => {
  test('a firm may object within ten days, on an admissible ground', () => {
    notSelected.when(OBJECT).then(
      leadsTo('objection.underReview'),
      knows({
        objectionFiled: true,
        objection: { ground: 'misreading', statement: '자료를 잘못 읽었습니다.' },
      }),
    );
  });

  test('the last millisecond of the tenth day is in time', () => {
    notSelected.when(OBJECT.at('2026-06-11T14:59:59.999Z')).then(leadsTo('objection.underReview'));
  });

  test('one millisecond later the right is lost', () => {
    notSelected.when(OBJECT.at('2026-06-11T15:00:00.000Z')).then(
      isRefused('isWithinObjectionWindow', {
        receivedAt: '2026-06-11T15:00:00.000Z',
        due: '2026-06-11T14:59:59.999Z',
      }),
    );
  });

  test('received in time counts, however late it is delivered', () => {
    notSelected
      .when(OBJECT.received('2026-06-11T14:59:59.999Z', '2026-06-15T01:00:00.000Z'))
      .then(leadsTo('objection.underReview'));
  });

  test('once the ten days have passed the no is final', () => {
    notSelected.when(passes('objection')).then(endsAs('rejected'));
  });

  test.each(['money', 'rules', 'panel-membership'])('%s is no ground for an objection', (ground) => {
    notSelected
      .when(applicant('FILE_OBJECTION', { ground, statement: '이의 있습니다.' }))
      .then(
        isRefused('isAdmissibleGround', { admissible: 'evaluator-error, misreading, administrative-error' }),
      );
  });

  test('nobody objects but the firm whose case it is', () => {
    notSelected.when(OBJECT.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
    notSelected.when(partner('FILE_OBJECTION', { ground: 'misreading' })).then(isRefused('isApplicant'));
  });
});

describe('An objection', () => {
  const objected = notSelected.and(OBJECT);

  test('is to be decided within thirty days of its receipt', () => {
    notSelected
      .when(OBJECT.received('2026-06-05T01:00:00.000Z', '2026-06-08T01:00:00.000Z'))
      .then(waitsFor({ 'objection-decision': '2026-07-06T14:59:59.999Z' }));
  });

  test('that is upheld goes back before the committee', () => {
    objected.when(UPHOLD).then(leadsTo('deliberation'), notices('company-0001: objectionUpheld'));
  });

  test('that is dismissed leaves the no as it was, and says so', () => {
    objected
      .when(DISMISS)
      .then(
        endsAs('rejected'),
        knows({ refusedFor: { ground: 'unfounded', opinion: null } }),
        notices('company-0001: objectionDismissed'),
      );
  });

  test('that is late is shown to be late, and is still decided', () => {
    const overdue = objected.and(passes('objection-decision'));
    overdue.when(UPHOLD).then(leadsTo('deliberation'));
    overdue.when(DISMISS).then(endsAs('rejected'));
    objected.when(passes('objection-decision')).then(leadsTo('objection.overdue'), waitsFor({}));
  });

  test('is decided by the agency', () => {
    objected.when(committee('UPHOLD_OBJECTION')).then(isRefused('isOfficer', { role: 'committee' }));
    objected.when(committee('DISMISS_OBJECTION')).then(isRefused('isOfficer', { role: 'committee' }));
  });

  test('is not filed twice while it is decided', () => {
    objected.when(OBJECT).then(isNotOffered);
  });
});

describe('A second no', () => {
  const upheld = notSelected.and(OBJECT, UPHOLD);

  test('to the same decision has no second objection', () => {
    upheld.and(REJECT).when(OBJECT).then(isRefused('isFirstObjection', {}));
  });

  test('is final once its ten days have passed', () => {
    upheld.and(REJECT).when(passes('objection')).then(endsAs('rejected'));
  });

  test('to the roadmap is another decision, with an objection of its own', () => {
    const toTheRoadmap = upheld.and(
      committee('SELECT', { grant: GRANT }),
      ...roadmap.slice(0, 2),
      committee('FAIL_ROADMAP', refusing),
    );
    toTheRoadmap.when(OBJECT).then(leadsTo('objection.underReview'));
    toTheRoadmap.and(OBJECT).when(UPHOLD).then(leadsTo('roadmapEvaluation'));
    toTheRoadmap
      .and(OBJECT, UPHOLD, committee('FAIL_ROADMAP', refusing))
      .when(OBJECT)
      .then(isRefused('isFirstObjection', {}));
  });

  test('need not follow: what was refused first can still be selected, agreed and begun', () => {
    const selected = upheld.and(committee('SELECT', { grant: GRANT }), ...roadmap);
    selected
      .and(agreed[0])
      .when(agreed[1])
      .then(leadsTo('research.underWay'), knows({ refusedFor: null }));
  });
});

describe('An objection to the roadmap’s evaluation', () => {
  test('that is upheld goes back to that evaluation, not to the first', () => {
    inState('structuredProject', 'roadmapEvaluation')
      .and(committee('FAIL_ROADMAP', refusing), OBJECT)
      .when(UPHOLD)
      .then(leadsTo('roadmapEvaluation'));
  });

  test('does not bring the roadmap’s six months back', () => {
    inState('structuredProject', 'roadmapEvaluation')
      .and(committee('FAIL_ROADMAP', refusing), OBJECT, UPHOLD)
      .when(applicant('SUBMIT_ROADMAP', document))
      .then(isNotOffered);
  });
});
