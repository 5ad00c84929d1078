import { describe, test } from 'vitest';
import {
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { SHA256, decides, document, toTheGate } from './support/lives.js';
import { applicant, committee, officer, passes, regulator } from './support/moves.js';

const HOLD = regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-2026-3' });
const LIFT = regulator('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-2026-3' });
const FREEZE = toTheGate[0].at('2026-07-01T01:00:00.000Z');
const all = [1, 2, 3];

const criteria = inState('ecoBridgeProject', 'clinical.criteria');
const underWay = criteria.and(FREEZE);

describe('A hold that is announced during a special evaluation', () => {
  const open = officer('OPEN_SPECIAL_EVALUATION', { ground: 'misconduct' }).at('2026-11-02T01:00:00.000Z');
  const evaluated = underWay.and(open);
  const goesOn = [
    applicant('SUBMIT_EXPLANATION', document),
    committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' }),
  ] as const;
  const held = evaluated.and(HOLD.at('2026-11-03T00:00:00.000Z'));

  test('is told to both, and leaves the evaluation where it is', () => {
    evaluated
      .when(HOLD)
      .then(
        stays,
        knows({ clinicalHold: { authority: 'MFDS', resumeTo: 'underWay' }, resumeTo: 'clinicalHold' }),
        notices('company-0001: clinicalHold', 'partner-tno: clinicalHold'),
      );
  });

  test('is found by the project when it goes on, and its money stays frozen', () => {
    held.and(goesOn[0]).when(goesOn[1]).then(leadsTo('clinicalHold'), orders('unfreezeTranches'));
    held
      .and(...goesOn)
      .when(LIFT.at('2027-01-02T00:00:00.000Z'))
      .then(leadsTo('clinical.underWay'), waitsFor({ stage: '2027-08-29T14:59:59.999Z' }));
  });

  test('can be lifted while the evaluation lasts, and the stage has what was left of it', () => {
    const lifted = held.and(LIFT.at('2026-11-05T00:00:00.000Z'));
    held.when(LIFT).then(stays, knows({ clinicalHold: null, resumeTo: 'underWay' }));
    lifted
      .and(goesOn[0])
      .when(goesOn[1])
      .then(
        leadsTo('clinical.underWay'),
        waitsFor({ stage: '2027-07-02T14:59:59.999Z' }),
        orders('unfreezeTranches', { event: 'UNFREEZE', data: {}, tranches: all }),
      );
  });

  test('is one: a second is not taken, nor one lifted that was never announced', () => {
    held.when(HOLD).then(isRefused('isNotOnHold', {}));
    evaluated.when(LIFT).then(isRefused('isOnHold', {}));
    evaluated
      .when(committee('CLINICAL_HOLD', {}))
      .then(isRefused('isRegulatorOrOfficer', { role: 'committee' }));
  });

  test('does not hold a project that is past its stages', () => {
    inState('ecoBridgeProject', 'finalReport.open')
      .and(passes('final-report'), officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }))
      .when(HOLD)
      .then(isRefused('isNotOnHold', {}));
  });
});

describe('A regulator’s clinical hold', () => {
  test('freezes the stage and its money, and tells both', () => {
    underWay
      .when(HOLD)
      .then(
        leadsTo('clinicalHold'),
        knows({ clinicalHold: { authority: 'MFDS', reference: 'hold-2026-3', resumeTo: 'underWay' } }),
        orders('freezeTranches', { event: 'FREEZE', data: {}, tranches: all }),
        notices('company-0001: clinicalHold', 'partner-tno: clinicalHold'),
        waitsFor({}),
      );
  });

  test('is announced by the regulator, or entered by an officer', () => {
    underWay
      .when(officer('CLINICAL_HOLD', { authority: 'FDA', reference: 'hold-1' }))
      .then(leadsTo('clinicalHold'));
    underWay
      .when(applicant('CLINICAL_HOLD', { authority: 'FDA', reference: 'hold-1' }))
      .then(isRefused('isRegulatorOrOfficer', { role: 'applicant' }));
    underWay
      .and(HOLD)
      .when(committee('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-1' }))
      .then(isRefused('isRegulatorOrOfficer', { role: 'committee' }));
  });

  test('keeps what is left of the stage, and the stage goes on with that when it is lifted', () => {
    // Held on 1 December 2026, with 211 days and some hours of the year to go; lifted two months later.
    const held = underWay.and(HOLD.at('2026-12-01T00:00:00.000Z'));
    const left = Date.parse('2027-06-30T14:59:59.999Z') - Date.parse('2026-12-01T00:00:00.000Z');
    underWay.when(HOLD.at('2026-12-01T00:00:00.000Z')).then(knows({ clinicalHold: { remainingMs: left } }));
    held.when(LIFT.at('2027-02-01T00:00:00.000Z')).then(
      leadsTo('clinical.underWay'),
      knows({
        clinicalHold: null,
        clocks: {
          stage: { due: '2027-08-31T14:59:59.999Z', rule: 'resumed', suspended: null },
        },
      }),
      waitsFor({ stage: '2027-08-31T14:59:59.999Z' }),
      orders('unfreezeTranches', { event: 'UNFREEZE', data: {}, tranches: all }),
      notices('company-0001: clinicalHoldLifted'),
    );
  });

  test('lets nothing be done in the stage while it stands', () => {
    const held = underWay.and(HOLD);
    for (const move of [applicant('SUBMIT_GATE_DATA', document), decides('GO'), HOLD])
      held.when(move).then(isNotOffered);
  });

  test('that came once more leaves what was left the second time', () => {
    const lifted = underWay.and(HOLD.at('2026-12-01T00:00:00.000Z'), LIFT.at('2027-02-01T00:00:00.000Z'));
    lifted
      .and(HOLD.at('2027-03-01T00:00:00.000Z'))
      .when(LIFT.at('2027-03-31T00:00:00.000Z'))
      .then(waitsFor({ stage: '2027-09-30T14:59:59.999Z' }));
  });

  test.each([
    ['criteria', criteria, 'clinical.criteria'],
    ['data that are overdue', underWay.and(passes('stage')), 'clinical.overdue'],
    ['a gate', underWay.and(toTheGate[1]), 'clinical.gate'],
    [
      'a gate on hold',
      underWay.and(toTheGate[1], decides('HOLD', { until: '2027-12-31', basis: '추가 자료' })),
      'clinical.hold',
    ],
  ])('over %s leads back there, and stops no stage’s clock', (_, story, path) => {
    story.when(HOLD).then(leadsTo('clinicalHold'), knows({ clinicalHold: { remainingMs: null } }));
    story
      .and(HOLD)
      .when(LIFT)
      .then(leadsTo(path), knows({ clinicalHold: null }));
  });

  test('does not move the date of a gate’s own hold', () => {
    underWay
      .and(toTheGate[1], decides('HOLD', { until: '2027-12-31', basis: '추가 자료' }), HOLD)
      .when(LIFT)
      .then(waitsFor({ 'gate-hold': '2027-12-31T14:59:59.999Z' }));
  });

  test('is none of a project that has no clinical stage under way', () => {
    inState('ecoBridgeProject', 'finalReport.open').when(HOLD).then(isNotOffered);
    inState('ecoBridgeProject', 'agreementPending.open').when(HOLD).then(isNotOffered);
    criteria.when(LIFT).then(isNotOffered);
  });

  test('lets a special evaluation be opened, and a project be stopped', () => {
    const stopped = underWay.and(
      HOLD,
      officer('OPEN_SPECIAL_EVALUATION', { ground: 'changed-environment' }),
      applicant('SUBMIT_EXPLANATION', document),
    );
    stopped
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }))
      .then(leadsTo('finalEvaluation'));
  });

  test('lets a condition be met, whose day does not stop', () => {
    const conditions = [{ id: 'toxicity', text: { ko: '독성', en: 'Toxicity' }, due: '2026-09-30' }];
    const held = inState('ecoBridgeProject', 'clinical.gate').and(
      decides('CONDITIONAL_GO', { conditions }),
      HOLD,
    );
    held
      .when(officer('MEET_CONDITION', { conditionId: 'toxicity', documentSha256: SHA256 }))
      .then(leadsTo('clinicalHold'), knows({ conditions: [{ metBySha256: SHA256 }] }));
    held
      .when(LIFT.at('2026-11-02T01:00:00.000Z'))
      .then(leadsTo('clinical.criteria'), waitsFor({ 'gate-condition': '2026-09-30T14:59:59.999Z' }));
  });
});
