import { describe, expect, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  isUnknown,
  knows,
  leadsTo,
  notices,
  orders,
  waitsFor,
} from './support/expected.js';
import {
  ROADMAP_CALL,
  deliberating,
  objectionDecided,
  rejectedByCall,
  roadmapEvaluated,
} from './support/competing.js';
import { inState } from './support/given.js';
import { GRANT, agreed, document, refusing, roadmap } from './support/lives.js';
import { applicant, committee, officer, partner, passes, system } from './support/moves.js';

const REJECT = committee('REJECT', refusing);
const FAIL = committee('FAIL_ROADMAP', refusing);
const STATEMENT = { ground: 'misreading', statement: '자료를 잘못 읽었습니다.' };
const OBJECT = applicant('FILE_OBJECTION', STATEMENT);
const UPHELD = objectionDecided('upheld');
const DISMISSED = objectionDecided('dismissed', { ground: 'unfounded', opinion: { ko: '이유 없음' } });

const notSelected = inState('structuredProject', 'deliberation').and(REJECT);
const roadmapEvaluation = inState('structuredProject', 'roadmapEvaluation.unassigned');

describe('Notified of a no', () => {
  test('a firm may object within ten days, on an admissible ground', () => {
    notSelected
      .when(OBJECT)
      .then(leadsTo('objection'), knows({ objectionFiled: true, objectionNo: 1, objection: STATEMENT }));
  });

  test('the last millisecond of the tenth day is in time', () => {
    notSelected.when(OBJECT.at('2026-06-11T14:59:59.999Z')).then(leadsTo('objection'));
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
      .then(leadsTo('objection'));
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

  test('is a subject of its own, which knows what was decided, when it was received and who evaluated', () => {
    deliberating('structuredProject', 55)
      .and(rejectedByCall)
      .when(OBJECT.received('2026-06-05T01:00:00.000Z', '2026-06-08T01:00:00.000Z'))
      .then(
        orders('startObjection', {
          ...{ chartId: 'objection.v1', no: 1 },
          facts: {
            ...{ projectId: 'project/2026/structured/0001', companyId: 'company-0001' },
            ...{ partnerId: 'partner-tno', callId: 'call/2026/structured/selection', ...STATEMENT },
            ...{ decidedOn: 'selection', filedAt: '2026-06-05T01:00:00.000Z' },
            panel: ['person-ana', 'person-ben', 'person-cho'],
          },
        }),
        waitsFor({}),
      );
  });

  test('outside of a call names none, and no panel where only its protocol was entered', () => {
    notSelected.when(OBJECT).then(({ step }) => {
      const [started] = (step?.orders ?? []).filter(({ name }) => name === 'startObjection');
      expect(started?.params['facts']).toMatchObject({ callId: null, panel: [] });
    });
  });

  test('that is upheld goes back before the committee', () => {
    objected
      .when(UPHELD)
      .then(
        leadsTo('deliberation'),
        knows({ objection: { outcome: 'upheld' } }),
        notices('company-0001: objectionUpheld'),
        orders('tellCall'),
      );
  });

  test('with a score of its board’s brings that score and opinion with it; without one the score stays', () => {
    objected
      .when(objectionDecided('upheld', { score: 88.25, opinion: { ko: '다시 채점' } }))
      .then(knows({ evaluation: { score: 88.25, opinion: { ko: '다시 채점' } } }));
    objected.when(UPHELD).then(knows({ evaluation: { score: 81.5 } }));
  });

  test('that is dismissed leaves the no and its ground as they were, and says so', () => {
    objected
      .when(DISMISSED)
      .then(
        endsAs('rejected'),
        knows({ refusedFor: refusing, objection: { outcome: 'dismissed', opinion: { ko: '이유 없음' } } }),
        notices('company-0001: objectionDismissed'),
      );
  });

  test('that is withdrawn leaves it too, and needs no telling', () => {
    objected
      .when(objectionDecided('withdrawn'))
      .then(endsAs('rejected'), knows({ objection: { outcome: 'withdrawn' } }), notices());
  });

  test('is decided where it is kept, and is told by the service alone', () => {
    objected.when(officer('UPHOLD_OBJECTION')).then(isUnknown);
    objected.when(officer('DISMISS_OBJECTION', { ground: 'unfounded' })).then(isUnknown);
    objected
      .when(UPHELD.by({ person: 'person-officer-1', role: 'officer', org: 'agency' }))
      .then(isRefused('isSystem', { role: 'officer' }));
  });

  test('is not filed twice while it is decided', () => {
    objected.when(OBJECT).then(isNotOffered);
  });
});

describe('A second no', () => {
  const upheld = notSelected.and(OBJECT, UPHELD);

  test('to the same decision has no second objection', () => {
    upheld.and(REJECT).when(OBJECT).then(isRefused('isFirstObjection', {}));
  });

  test('is final once its ten days have passed', () => {
    upheld.and(REJECT).when(passes('objection')).then(endsAs('rejected'));
  });

  test('to the roadmap is another decision, with an objection of its own', () => {
    const toTheRoadmap = upheld.and(committee('SELECT', { grant: GRANT }), ...roadmap.slice(0, 2), FAIL);
    toTheRoadmap.when(OBJECT).then(leadsTo('objection'), knows({ objectionNo: 2 }));
    toTheRoadmap.and(OBJECT).when(UPHELD).then(leadsTo('roadmapEvaluation.evaluated'));
    toTheRoadmap.and(OBJECT, UPHELD, FAIL).when(OBJECT).then(isRefused('isFirstObjection', {}));
  });

  test('hears only what its own objection came to, not what an earlier one did', () => {
    upheld
      .and(committee('SELECT', { grant: GRANT }), ...roadmap.slice(0, 2), FAIL, OBJECT)
      .when(system('OBJECTION_DECIDED', { no: 1, outcome: 'dismissed' }))
      .then(isRefused('isLatestObjection', { objectionNo: '2' }));
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
  test('that is upheld goes back to that decision, not to the first', () => {
    roadmapEvaluation.and(FAIL, OBJECT).when(UPHELD).then(leadsTo('roadmapEvaluation.evaluated'));
  });

  test('does not bring the roadmap’s six months back', () => {
    roadmapEvaluation
      .and(FAIL, OBJECT, UPHELD)
      .when(applicant('SUBMIT_ROADMAP', document))
      .then(isNotOffered);
  });
});

describe('In a call', () => {
  const refused = deliberating('structuredProject', 70).and(rejectedByCall);

  test('an objection that is upheld goes back before the committee, and the call finds its place', () => {
    refused
      .and(OBJECT)
      .when(UPHELD)
      .then(
        leadsTo('deliberation'),
        orders('tellCall', {
          ...{ to: 'call/2026/structured/selection', event: 'OBJECTION_UPHELD' },
          data: { projectId: 'project/2026/structured/0001' },
        }),
      );
  });

  test('one over the roadmap is the roadmap call’s', () => {
    roadmapEvaluated(70)
      .and(rejectedByCall, OBJECT)
      .when(UPHELD)
      .then(
        leadsTo('roadmapEvaluation.evaluated'),
        orders('tellCall', {
          ...{ to: ROADMAP_CALL, event: 'OBJECTION_UPHELD' },
          data: { projectId: 'project/2026/structured/0001' },
        }),
      );
    roadmapEvaluated(70)
      .and(rejectedByCall)
      .when(OBJECT)
      .then(({ step }) => {
        const [started] = (step?.orders ?? []).filter(({ name }) => name === 'startObjection');
        expect(started?.params['facts']).toMatchObject({ callId: ROADMAP_CALL, decidedOn: 'roadmap' });
      });
  });

  test('one that is dismissed or withdrawn tells the call nothing: there was no place to be found', () => {
    refused.and(OBJECT).when(DISMISSED).then(endsAs('rejected'), orders('tellCall'));
    refused.and(OBJECT).when(objectionDecided('withdrawn')).then(endsAs('rejected'), orders('tellCall'));
  });
});
