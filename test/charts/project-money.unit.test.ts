import { describe, test } from 'vitest';
import { isRefused, knows, orders, stays } from './support/expected.js';
import { given, inState } from './support/given.js';
import { agreed } from './support/lives.js';
import { committee, finance, officer, passes, told } from './support/moves.js';
import { POSTINGS } from './support/samples-tranche.js';

const PROJECT = 'project/2026/structured/0001';
const TRANCHE = `${PROJECT}/tranche/1`;
const BUDGET = 'year/2026/all';

const underWay = inState('structuredProject', 'research.underWay');
const released = underWay.and(told(1, 'released'));
const draw = {
  ...{ drawId: 'draw-1', tranche: 1, institution: 'company-0001' },
  ...{ amount: '60000000', drawnOn: '2026-07-01' },
};
const draws = (more: object = {}) => finance('RECORD_DRAW', { ...draw, ...more });

describe('An agreement that comes into force', () => {
  const signed = inState('structuredProject', 'agreementPending.open').and(agreed[0]);

  test('binds the grant to the firm, and to its partner for its cost of joint research', () => {
    signed.when(agreed[1]).then(
      orders('postCommit', {
        kind: 'commit',
        lines: [
          { debit: `company/company-0001/${PROJECT}`, credit: BUDGET, amount: '900000000' },
          { debit: `partner/partner-tno/${PROJECT}`, credit: BUDGET, amount: '100000000' },
        ],
      }),
    );
  });

  test('begins a tranche for every stage, with its part of that cost, and all of the grant', () => {
    const whose = { partnerId: 'partner-tno', grant: '1000000000' };
    signed.when(agreed[1]).then(
      orders('scheduleTranches', {
        chartId: 'tranche.v2',
        tranches: [
          { no: 1, amount: '200000000', partnerAmount: '20000000', ...whose },
          { no: 2, amount: '400000000', partnerAmount: '40000000', ...whose },
          { no: 3, amount: '400000000', partnerAmount: '40000000', ...whose },
        ],
      }),
    );
  });
});

describe('A draw', () => {
  test('is finance’s to record, and leaves the tranche for the institution that drew', () => {
    released.when(draws()).then(
      stays,
      knows({ draws: [draw] }),
      orders('postDraw', {
        kind: 'draw',
        lines: [
          {
            ...{ debit: `drawn/company-0001/${PROJECT}`, credit: `tranche/${TRANCHE}` },
            amount: '60000000',
          },
        ],
      }),
    );
    released.when(officer('RECORD_DRAW', draw)).then(isRefused('isFinance', { role: 'officer' }));
  });

  test('is recorded once, by the portal’s id of it', () => {
    released
      .and(draws())
      .when(draws({ amount: '1' }))
      .then(isRefused('isNewDraw', { drawId: 'draw-1' }));
  });

  test('is never more than was released, to the won', () => {
    const drawn = released.and(draws());
    drawn.when(draws({ drawId: 'draw-2', amount: '140000000' })).then(stays);
    drawn
      .when(draws({ drawId: 'draw-2', amount: '140000001' }))
      .then(
        isRefused('isWithinReleased', { released: '200000000', drawn: '60000000', undrawn: '140000000' }),
      );
    underWay.when(draws()).then(isRefused('isWithinReleased', { released: '0', drawn: '0', undrawn: '0' }));
    released
      .when(draws({ tranche: 2, amount: '1' }))
      .then(isRefused('isWithinReleased', { released: '0', drawn: '0', undrawn: '0' }));
  });

  test('is the firm’s or its partner’s, and nobody else’s', () => {
    released
      .when(draws({ institution: 'partner-tno' }))
      .then(knows({ draws: [{ ...draw, institution: 'partner-tno' }] }));
    released
      .when(draws({ institution: 'company-0002' }))
      .then(isRefused('isInstitutionOfProject', { institutions: 'company-0001, partner-tno' }));
  });

  test('is none of an institution whose spending is frozen; another’s goes on', () => {
    const since = '2026-12-09T03:00:00.000Z';
    const frozen = released.and(
      officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach', institution: 'partner' }).at(since),
    );
    const drawsOn = (drawnOn: string, institution: string) => draws({ drawnOn, institution });
    frozen
      .when(drawsOn('2026-12-10', 'partner-tno'))
      .then(isRefused('isInstitutionNotFrozen', { frozen: 'partner-tno', since }));
    frozen.when(drawsOn('2026-12-10', 'company-0001')).then(stays);
    frozen.when(drawsOn('2026-12-09', 'partner-tno')).then(stays);
    const decided = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' });
    frozen
      .and(passes('special-evaluation-explanation'), decided.at('2027-02-01T03:00:00.000Z'))
      .when(drawsOn('2027-02-02', 'partner-tno'))
      .then(stays);
  });

  test('is refused before anything was released, in whatever state', () => {
    given('structuredProject')
      .when(draws())
      .then(isRefused('isWithinReleased', { released: '0', drawn: '0', undrawn: '0' }));
  });
});

describe('A posting that was wrong', () => {
  const drawn = released.and(draws());
  const corrects = (posting: string, books: object = {}) =>
    finance('CORRECT_POSTING', { posting, ground: '금액 착오' }).booked({ ...POSTINGS[posting], ...books });

  test('is corrected by its reverse, and a draw can then be recorded as it was', () => {
    drawn
      .when(corrects('7'))
      .then(
        stays,
        knows({ draws: [] }),
        orders('postReverse', { kind: 'reverse', lines: [], reverses: '7' }),
        orders('tellTranches'),
      );
    drawn
      .and(corrects('7'))
      .when(draws({ amount: '6000000' }))
      .then(knows({ draws: [{ drawId: 'draw-1', amount: '6000000' }] }));
  });

  test('of the firm’s cash is told to its tranche, which counts it no more', () => {
    drawn.when(corrects('8')).then(
      knows({ draws: [draw] }),
      orders('postReverse', { kind: 'reverse', lines: [], reverses: '8' }),
      orders('tellTranches', {
        event: 'CASH_SHARE_CORRECTED',
        each: [{ no: 1, data: { amount: '1000' } }],
      }),
    );
  });

  test('is not reversed by whoever made it, also not for somebody else', () => {
    drawn
      .when(corrects('7', { madeBy: 'person-finance-1' }))
      .then(isRefused('isAnotherPerson', { madeBy: 'person-finance-1' }));
    drawn
      .when(corrects('7').by({ onBehalfOf: 'person-finance-7' }))
      .then(isRefused('isAnotherPerson', { madeBy: 'person-finance-7' }));
    drawn.when(corrects('7', { madeBy: 'a, b' }).by({ person: 'b' })).then(isRefused('isAnotherPerson'));
    drawn.when(corrects('7').by({ role: 'officer' })).then(isRefused('isFinance', { role: 'officer' }));
  });

  test('is reversed once', () => {
    drawn.when(corrects('7', { reversed: 'yes' })).then(isRefused('isNotReversed', { posting: '7' }));
    drawn
      .and(corrects('7'))
      .when(corrects('7').by({ person: 'person-finance-2' }))
      .then(isRefused('isNotReversed', { posting: '7' }));
  });

  test('is one of this project, as the books know it', () => {
    drawn
      .when(finance('CORRECT_POSTING', { posting: '7', ground: '금액 착오' }))
      .then(isRefused('isPostingOfProject', { posting: '7' }, 'isCorrectable'));
  });

  test.each(['commit', 'decommit', 'release', 'return', 'recover', 'reverse'])(
    'has another way back where it is a %s',
    (kind) => {
      drawn
        .when(corrects('7', { kind }))
        .then(isRefused('isCorrectable', { kind, correctable: 'draw, share' }));
    },
  );
});
