import { describe, expect, test } from 'vitest';
import {
  beginsAs,
  endsAs,
  isOffered,
  isOver,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
} from './support/expected.js';
import { begun } from './support/beginnings.js';
import { given, reached } from './support/given.js';
import {
  APPROVE,
  APPROVED,
  COSIGN,
  NEW_PARTNER,
  PARTICULARS,
  REJECT,
  REVIEWS,
  WITHDRAW,
  change as life,
} from './support/lives-change.js';
import { applicant, asks, committee, finance, officer, partner, passes } from './support/moves.js';
import { PARTNER } from './support/people.js';

const opinion = { ko: '변경 사유가 인정됩니다.', en: 'The reasons hold.' };
const institution = given('change');
const goals = { kind: 'goals', particulars: PARTICULARS['goals'], partnerId: PARTNER };
const simple = given('change', goals);
const money = given('change', {
  ...{ kind: 'total-money', particulars: PARTICULARS['total-money'], partnerId: PARTNER },
  decidedBy: 'committee',
});

describe('An important change', () => {
  test('is reviewed, and to be decided within fifteen days of its receipt', () => {
    const { state } = reached(simple);
    expect(state.value).toBe('underReview');
    expect(state.context['clocks']).toMatchObject({
      'change-decision': {
        ...{ from: '2026-06-01T00:00:00.000Z', due: '2026-06-16T14:59:59.999Z', rule: 'civil' },
      },
    });
  });

  test('that was received before it was begun counts from its receipt', () => {
    const later = { ...goals, filedAt: '2026-05-29T01:00:00.000Z' };
    expect(reached(given('change', later)).state.context['clocks']).toMatchObject({
      'change-decision': { from: '2026-05-29T01:00:00.000Z', due: '2026-06-15T14:59:59.999Z' },
    });
  });

  test('that is approved changes the agreement: the project is told what', () => {
    simple.when(APPROVE).then(
      endsAs('approved'),
      knows({ decision: { outcome: 'approved', ground: null, opinion, by: 'person-officer-1' } }),
      orders('tellProject', {
        event: 'AGREEMENT_CHANGED',
        data: { no: 1, kind: 'goals', particulars: PARTICULARS['goals'] },
      }),
    );
  });

  test('that is rejected leaves it as it is', () => {
    simple
      .when(REJECT)
      .then(
        endsAs('rejected'),
        knows({ decision: { outcome: 'rejected', ground: 'not-needed' } }),
        orders('tellProject', { event: 'CHANGE_REFUSED', data: { no: 1, outcome: 'rejected' } }),
        notices('company-0001: changeRejected'),
      );
  });

  test('may be withdrawn by its firm, and by nobody else', () => {
    simple
      .when(WITHDRAW)
      .then(
        endsAs('withdrawn'),
        orders('tellProject', { event: 'CHANGE_REFUSED', data: { no: 1, outcome: 'withdrawn' } }),
      );
    simple.when(WITHDRAW.by({ org: 'company-0002' })).then(isRefused('isOwnCase', {}));
    simple.when(officer('WITHDRAW_CHANGE')).then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('is decided by the officer; where money or the period changes, by the committee', () => {
    simple
      .when(committee('APPROVE_CHANGE', { opinion }))
      .then(isRefused('isDeciderOfChange', { role: 'committee', decidedBy: 'officer' }));
    money.when(APPROVE).then(isRefused('isDeciderOfChange', { role: 'officer', decidedBy: 'committee' }));
    money.when(APPROVED).then(endsAs('approved'));
    money.when(asks('committee', 'APPROVE_CHANGE')).then(isOffered);
    simple
      .when(applicant('APPROVE_CHANGE', { opinion }))
      .then(isRefused('isOfficerOrCommittee', { role: 'applicant' }, 'isDeciderOfChange'));
  });

  test('needs neither clauses reviewed nor a signature where no partner is replaced', () => {
    simple.when(REVIEWS[0]).then(isRefused('bringsPartner', { kind: 'goals' }));
    simple.when(partner('COSIGN_CHANGE')).then(isRefused('bringsPartner', { kind: 'goals' }));
  });

  test('is decided once', () => {
    simple.and(APPROVE).when(REJECT).then(isOver);
  });
});

describe('The fifteen days', () => {
  const EXTEND = officer('EXTEND_CLOCK', {
    ...{ clock: 'change-decision', until: '2026-06-30', ground: '외부 자문이 필요합니다.' },
  });

  test('are extended with notice to the firm', () => {
    simple
      .when(EXTEND)
      .then(
        leadsTo('underReview'),
        knows({ clocks: { 'change-decision': { due: '2026-06-30T14:59:59.999Z' } } }),
        notices('company-0001: clockExtended'),
      );
  });

  test('that have passed are said to be overdue, and the change is still decided', () => {
    const late = simple.and(passes('tending'), passes('tending'));
    late.when(APPROVE).then(endsAs('approved'));
    late.when(EXTEND.at('2026-06-18T01:00:00.000Z')).then(leadsTo('underReview'));
  });
});

describe('A partner that is replaced', () => {
  test('comes in once roadmap and intellectual property were looked at again', () => {
    institution
      .when(APPROVE)
      .then(isRefused('areClausesReviewed', { unreviewed: 'roadmap, intellectual-property' }, 'isCoSigned'));
    institution
      .and(REVIEWS[1])
      .when(APPROVE)
      .then(isRefused('areClausesReviewed', { unreviewed: 'roadmap' }, 'isCoSigned'));
    institution
      .and(...REVIEWS)
      .when(APPROVE)
      .then(isRefused('isCoSigned', {}));
  });

  test('and once the new one has signed', () => {
    institution.when(COSIGN).then(leadsTo('underReview'), knows({ coSignedBy: 'person-partner-1' }));
    institution.when(COSIGN.by({ org: PARTNER })).then(isRefused('isOwnCase', {}));
    institution.and(COSIGN).when(COSIGN).then(isRefused('isNotCoSignedYet', {}));
    institution
      .and(...REVIEWS, COSIGN)
      .when(APPROVE)
      .then(
        endsAs('approved'),
        orders('tellProject', {
          event: 'AGREEMENT_CHANGED',
          data: { no: 1, kind: 'institution', particulars: { replaces: PARTNER, by: NEW_PARTNER } },
        }),
      );
  });

  test('has each of its clauses reviewed once, by an officer, on record', () => {
    institution
      .when(REVIEWS[0])
      .then(knows({ reviews: [{ of: 'roadmap', by: 'person-officer-1', opinion }] }));
    institution
      .and(REVIEWS[0])
      .when(REVIEWS[0])
      .then(isRefused('isClauseToReview', { unreviewed: 'intellectual-property' }));
    institution
      .when(finance('RECORD_CLAUSE_REVIEW', { of: 'roadmap', opinion }))
      .then(isRefused('isOfficer', { role: 'finance' }));
  });
});

describe('A minor change', () => {
  const minor = {
    ...{ kind: 'method', particulars: PARTICULARS['method'], partnerId: PARTNER },
    ...{ importance: 'minor', decidedBy: null },
  };

  test('is registered at once, and its project is told', () => {
    beginsAs('registered', begun('change', minor).first, {
      event: 'CHANGE_REGISTERED',
      data: { no: 1 },
    });
  });

  test('takes nothing more', () => {
    given('change', minor).when(APPROVE).then(isOver);
  });
});

describe('A change that a committee imposed', () => {
  test('is made at once, without anybody’s approval', () => {
    const imposed = { ...goals, decidedBy: null, imposedBy: 'special-evaluation', reason: null };
    beginsAs('approved', begun('change', imposed).first, {
      event: 'AGREEMENT_CHANGED',
      data: { no: 1, kind: 'goals', particulars: PARTICULARS['goals'] },
    });
  });
});

describe('A partner that a committee imposed', () => {
  const imposed = given('change', { imposedBy: 'special-evaluation', reason: null });

  test('still has to sign, and the clauses are still reviewed again', () => {
    expect(reached(imposed).state.value).toBe('underReview');
    imposed.when(APPROVE).then(isRefused('areClausesReviewed', undefined, 'isCoSigned'));
    imposed
      .and(...REVIEWS, COSIGN)
      .when(APPROVE)
      .then(endsAs('approved'));
  });

  test('is asked to, once the clauses are reviewed', () => {
    imposed.when(REVIEWS[0]).then(notices(`${NEW_PARTNER}: changeToCoSign`));
  });

  test('is not the firm’s to withdraw', () => {
    imposed.when(WITHDRAW).then(isRefused('isOwnRequest', {}));
  });
});

test('The shortest life of a change ends it', () => {
  expect(reached(institution.and(...life)).state.done).toBe(true);
});
