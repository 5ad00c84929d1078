import { describe, expect, test } from 'vitest';
import { isRefused, knows, leadsTo, notices, orders, stays } from './support/expected.js';
import { inState, taken } from './support/given.js';
import { NEW_PARTNER, PARTICULARS, requests } from './support/lives-change.js';
import { committee, finance, officer, passes, system, told } from './support/moves.js';
import { PARTNER } from './support/people.js';

const PROJECT = 'project/2026/structured/0001';
const DRAW = { drawId: 'draw-1', tranche: 1, institution: PARTNER, amount: '1000' };
const underWay = inState('structuredProject', 'research.underWay');

function changed(kind: string, no = 1, particulars = PARTICULARS[kind]) {
  return system('AGREEMENT_CHANGED', { no, kind, particulars });
}

function made(from: typeof underWay, kind: string) {
  return from.and(requests(kind)).when(changed(kind));
}

describe('Another partner', () => {
  test('is asked to sign the change that brings it in', () => {
    underWay
      .when(requests('institution'))
      .then(notices('company-0001: changeRequested', `${NEW_PARTNER}: changeToCoSign`), (outcome) => {
        const order = outcome.step?.orders.find(({ name }) => name === 'startChange');
        expect(order?.params['facts']).toMatchObject({ partnerId: NEW_PARTNER });
      });
  });

  test('takes the place of the old one, and both are told', () => {
    made(underWay, 'institution').then(
      knows({ partnerId: NEW_PARTNER, changes: [{ state: 'applied' }] }),
      notices(
        'partner-tno: partnerReplaced',
        `${NEW_PARTNER}: partnerJoined`,
        'company-0001: agreementChanged',
      ),
    );
  });

  test('may spend from then on, and the old one may not', () => {
    const project = PROJECT;
    made(underWay, 'institution').then(
      orders('holdSpending', { project, institution: PARTNER }),
      orders('liftSpending', { project, institution: NEW_PARTNER }),
      knows({ freezes: [{ institution: PARTNER, until: null, cause: 'replaced' }] }),
    );
    const replaced = underWay
      .and(told(1, 'released'), requests('institution'), changed('institution'))
      .and(finance('RECORD_DRAW', { ...DRAW, drawnOn: '2026-06-01' }));
    replaced
      .when(finance('RECORD_DRAW', { ...DRAW, drawId: 'draw-2', drawnOn: '2026-06-02' }))
      .then(isRefused('isInstitutionNotFrozen'));
  });

  test('that was replaced before, and comes back, may spend again', () => {
    const back = { replaces: NEW_PARTNER, by: PARTNER };
    underWay
      .and(requests('institution'), changed('institution'), requests('institution', back))
      .when(changed('institution', 2, back))
      .then((outcome) => {
        const { freezes } = taken(outcome).state.context as {
          freezes: { institution: string; until: unknown }[];
        };
        const frozen = freezes.filter(({ until }) => until === null);
        expect(frozen.map(({ institution }) => institution)).toEqual([NEW_PARTNER]);
      });
  });

  test('that comes while the old one is evaluated is not held by that, and the old one stays so', () => {
    underWay
      .and(
        requests('institution'),
        officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach', institution: 'partner' }),
      )
      .and(changed('institution'), passes('special-evaluation-explanation'))
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' }))
      .then(
        leadsTo('research.underWay'),
        orders('liftSpending', { project: PROJECT, institution: NEW_PARTNER }),
      );
  });

  test('is whom the rest of the partner’s money is for', () => {
    const told1 = told(1, 'released');
    made(underWay.and(told1), 'institution').then(
      orders('tellTranches', {
        event: 'RESCHEDULE',
        each: [
          { no: 2, data: { amount: '400000000', partnerId: NEW_PARTNER } },
          { no: 3, data: { amount: '400000000', partnerId: NEW_PARTNER } },
        ],
      }),
    );
  });

  test('is another one than the present one, and registered', () => {
    underWay
      .when(requests('institution', { replaces: 'partner-mgb', by: NEW_PARTNER }))
      .then(isRefused('replacesOwnPartner', { partner: PARTNER }));
    underWay
      .when(requests('institution', { replaces: PARTNER, by: PARTNER }))
      .then(isRefused('replacesOwnPartner', { partner: PARTNER }));
    const unknown = requests('institution', { replaces: PARTNER, by: 'partner-nobody' });
    underWay.when(unknown).then(isRefused('isNewPartnerRegistered', { partner: 'partner-nobody' }));
    underWay.when(unknown.booked({ newPartner: 'registered' })).then(stays);
    underWay
      .when(requests('institution').booked({ newPartner: 'left' }))
      .then(isRefused('isNewPartnerRegistered', { partner: NEW_PARTNER }));
  });
});
