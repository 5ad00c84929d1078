import { describe, expect, test } from 'vitest';
import { isNotOffered, isOffered, isRefused, knows, leadsTo, stays } from './support/expected.js';
import { given, inState } from './support/given.js';
import { EVALUATED, SCREENED } from './support/lives-call.js';
import { asks, committee, officer, panelMember } from './support/moves.js';

const one = { person: 'person-panelMember-1', org: 'university-1' };
const two = { person: 'person-panelMember-2', org: 'university-2' };
const three = { person: 'person-panelMember-3', org: 'institute-1' };
const unasked = { conflicts: [], isDeclared: false };
const kinship = { about: 'company-0007', kind: 'kinship' };

const appoints = (...members: readonly object[]) => officer('APPOINT_PANEL', { members });
const declares = (...conflicts: readonly object[]) => panelMember('DECLARE_CONFLICTS', { conflicts });

const PREPARING = ['open', 'closed', 'screening', 'evaluating'];

describe('The panel of a call', () => {
  test.each(PREPARING)('is appointed by an officer while the call is %s', (path) => {
    inState('call', path)
      .when(appoints(one, two))
      .then(
        stays,
        knows({
          panel: [
            { ...one, ...unasked },
            { ...two, ...unasked },
          ],
        }),
      );
  });

  test('is whoever was appointed last; who stays keeps what they declared', () => {
    given('call')
      .and(appoints(one, two), declares(kinship))
      .when(appoints(one, three))
      .then(
        knows({
          panel: [
            { ...one, conflicts: [kinship], isDeclared: true },
            { ...three, ...unasked },
          ],
        }),
      );
  });

  test('is not the committee’s to appoint, nor anybody’s once the list is being made', () => {
    given('call')
      .when(committee('APPOINT_PANEL', { members: [one] }))
      .then(isRefused('isOfficer'));
    inState('call', 'deliberating.drafting').when(appoints(one)).then(isNotOffered);
  });
});

describe('A member of the panel', () => {
  const appointed = given('call').and(appoints(one, two));

  test.each(PREPARING)('declares conflicts of interest while the call is %s', (path) => {
    inState('call', path)
      .and(appoints(one, two))
      .when(declares(kinship))
      .then(
        stays,
        knows({
          panel: [
            { ...one, conflicts: [kinship], isDeclared: true },
            { ...two, ...unasked },
          ],
        }),
      );
  });

  test('may have none, and says so', () => {
    appointed
      .when(declares())
      .then(knows({ panel: [{ ...one, conflicts: [], isDeclared: true }, expect.anything()] }));
  });

  test('may declare anew: the latest declaration holds', () => {
    appointed
      .and(declares(kinship))
      .when(declares())
      .then(knows({ panel: [{ ...one, conflicts: [], isDeclared: true }, expect.anything()] }));
  });

  test('names only kinds of conflict that the edition knows', () => {
    appointed.when(declares(kinship, { about: 'company-0001', kind: 'dislike' })).then(
      isRefused('areConflictKindsListed', {
        listed:
          'in-project, evaluation-offence, kinship, same-department, cross-evaluation, money-or-joint-work',
      }),
    );
  });

  test('declares for nobody else, and nobody declares who is not on this panel', () => {
    appointed.when(declares(kinship).by({ person: 'person-panelMember-9' })).then(isRefused('isOnPanel', {}));
    appointed
      .when(officer('DECLARE_CONFLICTS', { conflicts: [] }).by({ person: one.person }))
      .then(isRefused('isPanelMember', { role: 'officer' }));
    appointed.when(asks('panelMember', 'DECLARE_CONFLICTS')).then(isOffered);
    given('call').when(asks('panelMember', 'DECLARE_CONFLICTS')).then(isRefused('isOnPanel', {}));
  });
});

describe('The screening of a call', () => {
  const screening = inState('call', 'screening');

  test('is over when the books know no application that is still unscreened', () => {
    screening.when(SCREENED).then(leadsTo('evaluating'));
  });

  test('is not over while one is left, and says how many are', () => {
    screening
      .when(officer('FINISH_SCREENING').booked({ unscreened: '17' }))
      .then(isRefused('isEverythingScreened', { unscreened: '17' }));
  });

  test('is not over on anybody’s word alone: without the books nothing is known', () => {
    screening
      .when(officer('FINISH_SCREENING'))
      .then(isRefused('isEverythingScreened', { unscreened: 'unknown' }));
  });

  test('is an officer’s to finish', () => {
    screening
      .when(committee('FINISH_SCREENING').booked({ unscreened: '0' }))
      .then(isRefused('isOfficer', { role: 'committee' }));
  });
});

describe('The evaluation of a call', () => {
  const evaluating = inState('call', 'evaluating');

  test('is over when the books know no project whose evaluation is missing', () => {
    evaluating.when(EVALUATED).then(leadsTo('deliberating.drafting'));
  });

  test.each([
    ['a score is missing', { unevaluated: '1' }, '1'],
    ['the books were not asked', {}, 'unknown'],
  ])('is not over while %s', (_, books, unevaluated) => {
    evaluating
      .when(officer('FINISH_EVALUATION').booked(books))
      .then(isRefused('isEverythingEvaluated', { unevaluated }));
  });
});
