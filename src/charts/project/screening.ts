import { and } from 'xstate';
import { known } from '../words.js';
import { tellCompany } from './orders.js';
import { project } from './setup.js';

/** Where every project begins: the pre-check (사전검토) looks at bans and eligibility only (domain.md section 2). */
export function submitted(passed: string) {
  return project.createStateConfig({
    id: 'submitted',
    meta: known('신청됨', 'Submitted', 'officer'),
    entry: tellCompany('applicationReceived'),
    on: {
      PASS_PRECHECK: {
        guard: and(['isOfficer', 'isSectorListed', 'isPartnerRegistered', 'areStagesInOrder']),
        target: passed,
        actions: tellCompany('preCheckPassed'),
      },
      FAIL_PRECHECK: {
        guard: 'isOfficer',
        target: '#ineligible',
        actions: ['recordRefusal', tellCompany('ineligible')],
      },
    },
  });
}

/** The autonomous track's priority (domain.md section 1): the officer confirms which claimed preferences hold. */
export const priorityCheck = project.createStateConfig({
  id: 'priorityCheck',
  meta: known('우대 요건 확인', 'Priority check', 'officer'),
  on: {
    CONFIRM_PRIORITY: {
      guard: and(['isOfficer', 'arePreferencesListed']),
      target: '#underEvaluation',
      actions: 'confirmPreferences',
    },
  },
});
