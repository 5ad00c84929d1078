import { and } from 'xstate';
import { tellCompany } from '../project/orders.js';
import { known } from '../words.js';
import { projectV2 } from './setup.js';

/** Where every project begins: what failed in the pre-check (사전검토) is overruled by an officer with a ground, or ends it. */
export function submitted(passed: string) {
  return projectV2.createStateConfig({
    id: 'submitted',
    meta: known('신청됨', 'Submitted', 'officer'),
    entry: tellCompany('applicationReceived'),
    on: {
      PASS_PRECHECK: {
        guard: and([
          'isOfficer',
          'isSectorListed',
          'isPartnerRegistered',
          'areStagesInOrder',
          'isPreCheckClear',
        ]),
        target: passed,
        actions: ['recordPreCheck', tellCompany('preCheckPassed')],
      },
      FAIL_PRECHECK: {
        guard: 'isOfficer',
        target: '#ineligible',
        actions: ['recordRefusal', tellCompany('ineligible')],
      },
    },
  });
}

/**
 * The autonomous track's priority (domain.md section 1): the officer confirms which claimed preferences hold; where
 * firms compete in a call, each by the document that proves it.
 */
export const priorityCheck = projectV2.createStateConfig({
  id: 'priorityCheck',
  meta: known('우대 요건 확인', 'Priority check', 'officer'),
  on: {
    CONFIRM_PRIORITY: {
      guard: and(['isOfficer', 'arePreferencesListed', 'arePreferencesProven']),
      target: '#underEvaluation',
      actions: ['confirmPreferences', 'recordProofs'],
    },
  },
});
