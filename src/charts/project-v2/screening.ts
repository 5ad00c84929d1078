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
