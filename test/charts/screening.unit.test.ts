import { describe, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  isUnknown,
  knows,
  leadsTo,
  endsAs,
  notices,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { asks, finance, officer } from './support/moves.js';
import { SHA256, opinion } from './support/lives.js';

const PASS = officer('PASS_PRECHECK');
const FAIL = officer('FAIL_PRECHECK', { ground: 'participation-ban', opinion });

describe('An application that was handed in', () => {
  test.each([
    ['mitIlpProject', 'underEvaluation.unassigned'],
    ['structuredProject', 'underEvaluation.unassigned'],
    ['autonomousProject', 'priorityCheck'],
    ['ecoBridgeProject', 'underEvaluation.unassigned'],
  ] as const)('of %s that passes the pre-check goes on to %s', (subject, path) => {
    given(subject).when(PASS).then(leadsTo(path), notices('company-0001: preCheckPassed'));
  });

  test('that fails the pre-check is ineligible, with its ground, and nothing follows', () => {
    given('structuredProject')
      .when(FAIL)
      .then(
        endsAs('ineligible'),
        knows({ refusedFor: { ground: 'participation-ban', opinion } }),
        notices('company-0001: ineligible'),
      );
  });

  test('is pre-checked by an officer and by nobody else', () => {
    given('structuredProject')
      .when(finance('PASS_PRECHECK'))
      .then(isRefused('isOfficer', { role: 'finance' }));
    given('structuredProject')
      .when(finance('FAIL_PRECHECK', { ground: 'participation-ban' }))
      .then(isRefused('isOfficer', { role: 'finance' }));
  });

  test('cannot pass with a sector that the edition does not list', () => {
    given('structuredProject', { sector: 'Z9' })
      .when(PASS)
      .then(isRefused('isSectorListed', { sector: 'Z9' }));
  });

  test('cannot pass with a partner that is not in the register', () => {
    given('autonomousProject', { partnerId: 'partner-nobody' })
      .when(PASS)
      .then(isRefused('isPartnerRegistered', { partner: 'partner-nobody' }));
  });

  test('can pass with a partner that staff registered after the edition was made', () => {
    const newcomer = given('autonomousProject', { partnerId: 'partner-newcomer' });
    newcomer.when(PASS.booked({ failing: '' })).then(leadsTo('priorityCheck'));
    newcomer
      .when(PASS.booked({ failing: 'isPartnerRegistered' }))
      .then(isRefused('isPartnerRegistered', { partner: 'partner-newcomer' }, 'isPreCheckClear'));
  });

  test('with a partner that has left the register passes only where an officer says why', () => {
    const left = { failing: 'isPartnerRegistered' };
    const overruled = [{ code: 'isPartnerRegistered', ground: '탈퇴 전에 체결된 공동연구 협약' }];
    given('autonomousProject')
      .when(PASS.booked(left))
      .then(isRefused('isPreCheckClear', { failing: 'isPartnerRegistered' }));
    given('autonomousProject')
      .when(officer('PASS_PRECHECK', { overruled }).booked(left))
      .then(leadsTo('priorityCheck'));
  });

  test('is told of everything that is wrong with it at once', () => {
    given('autonomousProject', { partnerId: 'partner-nobody', sector: 'Z9' })
      .when(PASS)
      .then(isRefused('isSectorListed', { sector: 'Z9' }, 'isPartnerRegistered'));
  });

  test('can still be failed where it cannot pass', () => {
    given('structuredProject', { sector: 'Z9' }).when(FAIL).then(endsAs('ineligible'));
  });

  test('is pre-checked before it is evaluated', () => {
    given('structuredProject')
      .when(officer('RECORD_EVALUATION', { score: 80, opinion }))
      .then(isNotOffered);
  });
});

describe('What failed in the pre-check', () => {
  const seen = { failing: 'isFirmFree,isFirmWithinLimit' };
  const overrules = (...codes: readonly string[]) =>
    officer('PASS_PRECHECK', { overruled: codes.map((code) => ({ code, ground: '확인 결과 해당 없음' })) });

  test('stands in the way until an officer overrules each of it, with a ground', () => {
    given('structuredProject')
      .when(PASS.booked(seen))
      .then(isRefused('isPreCheckClear', { failing: 'isFirmFree, isFirmWithinLimit' }));
    given('structuredProject')
      .when(overrules('isFirmFree').booked(seen))
      .then(isRefused('isPreCheckClear', { failing: 'isFirmWithinLimit' }));
    given('structuredProject')
      .when(overrules('isFirmFree', 'isFirmWithinLimit').booked(seen))
      .then(
        leadsTo('underEvaluation.unassigned'),
        knows({
          preCheck: {
            failing: ['isFirmFree', 'isFirmWithinLimit'],
            overruled: [
              { code: 'isFirmFree', ground: '확인 결과 해당 없음' },
              { code: 'isFirmWithinLimit', ground: '확인 결과 해당 없음' },
            ],
          },
        }),
      );
  });

  test('is nothing where the books say so, or say nothing', () => {
    const clear = knows({ preCheck: { failing: [], overruled: [] } });
    given('structuredProject')
      .when(PASS.booked({ failing: '' }))
      .then(clear);
    given('structuredProject').when(PASS).then(clear);
  });

  test('does not keep an officer from the form in which it is overruled', () => {
    given('structuredProject').when(asks('officer', 'PASS_PRECHECK').booked(seen)).then(isOffered);
  });

  test('cannot be overruled where the edition itself says no', () => {
    given('structuredProject', { sector: 'Z9' })
      .when(overrules('isSectorListed').booked({ failing: 'isSectorListed' }))
      .then(isRefused('isSectorListed', { sector: 'Z9' }));
  });
});

describe('An Eco-Bridge application', () => {
  test.each([
    ['phase-2', 'ind-filing'],
    ['nda-bla', 'target-identification'],
  ])('cannot pass with %s as its entry and %s as its target', (entryStage, targetStage) => {
    given('ecoBridgeProject', { entryStage, targetStage })
      .when(PASS)
      .then(isRefused('areStagesInOrder', { entryStage, targetStage }));
  });

  test('may enter at any stage, and may have that one as its target', () => {
    given('ecoBridgeProject', { entryStage: 'phase-3', targetStage: 'phase-3' })
      .when(PASS)
      .then(leadsTo('underEvaluation.unassigned'));
  });
});

describe('The priority check of the autonomous track', () => {
  const claimed = inState('autonomousProject', 'priorityCheck');

  test('confirms which of the claimed preferences hold', () => {
    claimed
      .when(officer('CONFIRM_PRIORITY', { preferences: ['tips', 'baby-unicorn'] }))
      .then(leadsTo('underEvaluation.unassigned'), knows({ preferences: ['tips', 'baby-unicorn'] }));
  });

  test('may find that none holds', () => {
    claimed
      .when(officer('CONFIRM_PRIORITY', { preferences: [] }))
      .then(leadsTo('underEvaluation.unassigned'), knows({ preferences: [] }));
  });

  test('confirms in a call what a document proves, and nothing else', () => {
    const competing = inState('autonomousProject', 'priorityCheck', {
      callId: 'call/2026/autonomous/selection',
    });
    const proofsOf = (...all: readonly string[]) =>
      all.map((preference) => ({ preference, documentSha256: SHA256 }));
    const confirms = (...proven: readonly string[]) =>
      officer('CONFIRM_PRIORITY', { preferences: ['tips', 'baby-unicorn'], proofs: proofsOf(...proven) });
    competing.when(confirms('tips')).then(isRefused('arePreferencesProven', { unproven: 'baby-unicorn' }));
    competing
      .when(confirms('tips', 'baby-unicorn'))
      .then(
        leadsTo('underEvaluation.unassigned'),
        knows({ preferences: ['tips', 'baby-unicorn'], proofs: proofsOf('tips', 'baby-unicorn') }),
      );
    competing
      .when(officer('CONFIRM_PRIORITY', { preferences: [] }))
      .then(leadsTo('underEvaluation.unassigned'), knows({ proofs: [] }));
  });

  test('knows no preference that the edition does not list', () => {
    claimed.when(officer('CONFIRM_PRIORITY', { preferences: ['tips', 'old-friend'] })).then(
      isRefused('arePreferencesListed', {
        listed: 'unicorn-candidate, tips, super-gap, baby-unicorn, pre-unicorn',
      }),
    );
  });

  test('is no part of another track', () => {
    given('structuredProject')
      .when(officer('CONFIRM_PRIORITY', { preferences: [] }))
      .then(isUnknown);
  });
});
