import { describe, test } from 'vitest';
import { isNotOffered, isOffered, isRefused, knows, leadsTo, notices, waitsFor } from './support/expected.js';
import { inState } from './support/given.js';
import { opinion, refusing } from './support/lives.js';
import { asks, committee, officer } from './support/moves.js';

const selects = (grant: string) => committee('SELECT', { grant });

describe('Under evaluation', () => {
  const evaluated = inState('structuredProject', 'underEvaluation.unassigned');

  test("the panel's score and its opinion, entered by an officer, go before the committee", () => {
    evaluated
      .when(officer('RECORD_EVALUATION', { score: 81.5, opinion }))
      .then(leadsTo('deliberation'), knows({ evaluation: { score: 81.5, opinion } }));
  });

  test('the panel scores and the committee decides: it can decide nothing yet', () => {
    evaluated.when(selects('900000000')).then(isNotOffered);
    evaluated.when(committee('RECORD_EVALUATION', { score: 99, opinion })).then(isRefused('isOfficer'));
  });
});

describe('In deliberation', () => {
  const before = inState('autonomousProject', 'deliberation');

  test.each([
    ['mitIlpProject', 'agreementPending.open'],
    ['structuredProject', 'roadmap.drafting'],
    ['autonomousProject', 'agreementPending.open'],
    ['ecoBridgeProject', 'agreementPending.open'],
  ] as const)('%s that is selected goes on to %s', (subject, path) => {
    inState(subject, 'deliberation')
      .when(selects('1000000000'))
      .then(leadsTo(path), knows({ grant: '1000000000' }));
  });

  test('selection is told at once, and the thirty days to the agreement begin', () => {
    before
      .when(selects('1000000000'))
      .then(
        notices('company-0001: selected', 'company-0001: agreementToSign'),
        waitsFor({ agreement: '2026-07-01T14:59:59.999Z' }),
      );
  });

  test('a no is told with its ground and opinion, and the ten days for an objection begin', () => {
    before
      .when(committee('REJECT', refusing))
      .then(
        leadsTo('notSelected'),
        knows({ refusedFor: refusing, grant: null }),
        notices('company-0001: notSelected'),
        waitsFor({ objection: '2026-06-11T14:59:59.999Z' }),
      );
  });

  test('only the committee decides on funding and amount', () => {
    before
      .when(officer('SELECT', { grant: '1000000000' }))
      .then(isRefused('isCommittee', { role: 'officer' }));
    before.when(officer('REJECT', refusing)).then(isRefused('isCommittee', { role: 'officer' }));
  });

  test('selection is offered to it before an amount is named', () => {
    before.when(asks('committee', 'SELECT')).then(isOffered);
  });
});

// The firm of these suites brings 100 million in cash and 300 in kind; its partner costs 100 million.
describe('The grant', () => {
  const before = inState('autonomousProject', 'deliberation');

  test("may be as much as three quarters with the partner's cost on top of it", () => {
    before.when(selects('1300000000')).then(leadsTo('agreementPending.open'));
  });

  test('one won more is above the ratio, for the government as for the firm', () => {
    before
      .when(selects('1300000001'))
      .then(
        isRefused(
          'isGovernmentWithinRatio',
          { government: '1200000001', total: '1600000001', atMost: '7500' },
          'isFirmShareEnough',
        ),
      );
  });

  test("may be a company's whole ceiling, and not a won more", () => {
    const rich = { government: '1', firmCash: '500000000', firmInKind: '500000000', partnerCost: '0' };
    const able = inState('autonomousProject', 'deliberation', { money: rich });
    able.when(selects('1500000000')).then(leadsTo('agreementPending.open'));
    able
      .when(selects('1500000001'))
      .then(isRefused('isWithinCompanyCeiling', { already: '0', adding: '1500000001', cap: '1500000000' }));
  });

  test("is more than the partner's cost, which is part of it", () => {
    before
      .when(selects('100000000'))
      .then(isRefused('coversPartnerCost', { partnerCost: '100000000', grant: '100000000' }));
  });

  test('needs a tenth of what the firm brings to be cash', () => {
    const poor = { government: '1', firmCash: '39999999', firmInKind: '360000001', partnerCost: '0' };
    inState('autonomousProject', 'deliberation', { money: poor })
      .when(selects('1000000000'))
      .then(isRefused('isFirmCashEnough', { cash: '39999999', firm: '400000000', atLeast: '1000' }));
  });

  test('leaves no stage without a tranche', () => {
    const free = { government: '1', firmCash: '100', firmInKind: '100', partnerCost: '0' };
    const small = inState('structuredProject', 'deliberation', { money: free });
    small.when(selects('4')).then(isRefused('fillsEveryTranche', { tranches: '0, 2, 2' }));
    small.when(selects('5')).then(leadsTo('roadmap.drafting'));
  });
});
