import { describe, test } from 'vitest';
import { isRefused, knows, leadsTo, orders, stays } from './support/expected.js';
import { inState } from './support/given.js';
import { agreed, decides, document, toTheGate } from './support/lives.js';
import { applicant, committee, officer, regulator, told } from './support/moves.js';

const OPEN = officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
const EXPLAIN = applicant('SUBMIT_EXPLANATION', document);
const CONTINUE = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' });
const STOP = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' });

const underWay = inState('structuredProject', 'research.underWay');
const opening = (no: number, stage: number, cashShareDue: string) =>
  orders('openTranche', { event: 'OPEN_TRANCHE', data: { stage, cashShareDue }, tranches: [no] });

describe('What a tranche tells its project', () => {
  test('is known to it, and moves nothing', () => {
    underWay.when(told(1, 'claimed')).then(
      stays,
      knows({
        tranches: [
          { no: 1, amount: '200000000', state: 'claimed', released: '0' },
          { no: 2, amount: '400000000', state: 'planned', released: '0' },
          { no: 3, amount: '400000000', state: 'planned', released: '0' },
        ],
      }),
    );
    underWay
      .when(told(1, 'released'))
      .then(knows({ tranches: [{ state: 'released', released: '200000000' }, {}, {}] }));
  });

  test('is told by nobody else', () => {
    underWay
      .when(told(1, 'released').by({ person: 'person-1', role: 'finance', org: 'agency' }))
      .then(isRefused('isSystem', { role: 'finance' }));
  });
});

describe('A tranche that says it is there', () => {
  test('is opened where its stage has begun', () => {
    underWay.when(told(1, 'scheduled')).then(opening(1, 1, '20000000'));
  });

  test('is not opened where its stage has not', () => {
    underWay.when(told(2, 'scheduled')).then(orders('openTranche'), knows({ openedTranches: 1 }));
  });

  test('is opened once its stage begins, and again when it says so late', () => {
    const second = inState('structuredProject', 'research.underWay', {}, 2);
    second.when(told(2, 'scheduled')).then(opening(2, 2, '40000000'));
    second.when(told(3, 'scheduled')).then(orders('openTranche'));
  });

  test('during a special evaluation is frozen, not opened', () => {
    underWay
      .and(OPEN)
      .when(told(1, 'scheduled'))
      .then(orders('openTranche'), orders('freezeTranches', { event: 'FREEZE', data: {}, tranches: [1] }));
  });

  test('after a special evaluation is opened as it would have been before', () => {
    underWay
      .and(OPEN, told(1, 'scheduled'), told(1, 'held'), EXPLAIN, CONTINUE)
      .when(told(1, 'scheduled'))
      .then(opening(1, 1, '20000000'));
  });

  test('during a clinical hold is frozen, not opened', () => {
    inState('ecoBridgeProject', 'clinical.criteria')
      .and(regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' }))
      .when(told(1, 'scheduled'))
      .then(orders('openTranche'), orders('freezeTranches', { event: 'FREEZE', data: {}, tranches: [1] }));
  });

  test('after its project was stopped is cancelled, not opened', () => {
    underWay
      .and(OPEN, EXPLAIN, STOP)
      .when(told(1, 'scheduled'))
      .then(
        orders('openTranche'),
        orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [1] }),
      );
  });
});

describe('A tranche that was refused', () => {
  test('does not keep its project from the next stage, nor the next tranche from it', () => {
    inState('structuredProject', 'research.stageEvaluation')
      .and(told(1, 'refused'))
      .when(officer('EVALUATE_STAGE', { grade: 'average' }))
      .then(leadsTo('research.underWay'), opening(2, 2, '40000000'));
  });
});

describe('The firm’s cash', () => {
  test('is asked for as the grant is paid: by the same shares, and all of it', () => {
    const two = { entryStage: 'phase-1', targetStage: 'phase-2' };
    inState('ecoBridgeProject', 'clinical.criteria', two)
      .when(told(1, 'scheduled'))
      .then(opening(1, 1, '20000000'));
    inState('ecoBridgeProject', 'clinical.criteria', two)
      .and(...toTheGate)
      .when(decides('GO'))
      .then(opening(2, 2, '80000000'));
    const one = { entryStage: 'phase-1', targetStage: 'phase-1' };
    inState('ecoBridgeProject', 'clinical.criteria', one)
      .when(told(1, 'scheduled'))
      .then(opening(1, 1, '100000000'));
  });

  test('comes to every won where it does not divide', () => {
    const money = {
      government: '1',
      firmCash: '100000001',
      firmInKind: '300000000',
      partnerCost: '100000000',
    };
    const third = inState('structuredProject', 'research.underWay', { money }, 3);
    third.when(told(1, 'scheduled')).then(opening(1, 3, '20000000'));
    third.when(told(2, 'scheduled')).then(opening(2, 3, '40000000'));
    third.when(told(3, 'scheduled')).then(opening(3, 3, '40000001'));
  });
});

describe('Before there is an agreement', () => {
  test('there is no tranche', () => {
    inState('structuredProject', 'agreementPending.signed')
      .when(agreed[1])
      .then(knows({ openedTranches: 1 }));
    inState('structuredProject', 'agreementPending.open')
      .when(agreed[0])
      .then(knows({ tranches: [], openedTranches: 0 }));
  });
});
