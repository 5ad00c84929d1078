import { given, inState, reached } from './given.js';
import {
  CASH_IN,
  CLAIM,
  CLAIM_DOCUMENTS,
  CLEAR,
  FIRST,
  SECOND,
  checked,
  claimed,
  opened,
} from './lives-tranche.js';
import { applicant, approver, asks, finance, officer } from './moves.js';
import type { No } from './noes-competing.js';

const claimable = inState('tranche', 'claimable').and(CASH_IN);
const atApproval = inState('tranche', 'claimed');
const full = given('tranche').and(
  ...[opened, CASH_IN, CLAIM],
  checked({ companySum: '1500000000', yearSum: '43400000000', agreementSum: '800000001' }),
);
const dated = (expiresOn: string) =>
  applicant('CLAIM', { documents: [CLAIM_DOCUMENTS[0], { ...CLAIM_DOCUMENTS[1], expiresOn }] });
const held = (book: string, says: string): No => [
  ...([claimable, CLAIM.booked({ ...CLEAR, [book]: says })] as const),
  { [book]: says },
];
const NEXT_YEAR = '2027-01-04T01:00:00.000Z';

const { sha256: standing } = reached(atApproval).state.context['approval'] as { sha256: string };

/** Those of a tranche: of its claim, its two approvals and its money. */
export const TRANCHE_NOES: Readonly<Record<string, No>> = {
  isApprover: [atApproval, finance('APPROVE_FIRST'), { role: 'finance' }],
  isFinance: [inState('tranche', 'firstApproved'), officer('APPROVE_SECOND'), { role: 'officer' }],
  isApproverOrFinance: [atApproval, officer('RETURN_CLAIM', { reason: '반려' }), { role: 'officer' }],
  isSystem: [atApproval, finance('FREEZE'), { role: 'finance' }],
  isNotClaimant: [atApproval, FIRST.by({ person: 'person-applicant-1' }), { claimant: 'person-applicant-1' }],
  isNotPreparer: [atApproval, FIRST.by({ person: 'person-officer-1' }), { preparers: 'person-officer-1' }],
  isSecondPerson: [
    inState('tranche', 'firstApproved'),
    SECOND.by({ onBehalfOf: 'person-approver-1' }),
    { firstApprover: 'person-approver-1', claimant: 'person-applicant-1' },
  ],
  isAgreementInForce: held('agreement', 'ended'),
  isStageReportAccepted: held('report', 'missing'),
  isGatePassed: held('gate', 'open'),
  isInstitutionNotFrozen: held('frozen', 'company-0001'),
  hasNoOpenRecovery: held('openRecoveries', '1'),
  isCashShareReceived: [
    inState('tranche', 'claimable'),
    asks('applicant', 'CLAIM'),
    { due: '20000000', received: '0' },
  ],
  hasNeededDocuments: [
    claimable,
    applicant('CLAIM', {
      documents: [
        { kind: 'tax-clearance', sha256: 'a' },
        { kind: 'letter', sha256: 'b' },
      ],
    }),
    { missing: 'claim-form', unlisted: 'letter', undated: 'tax-clearance' },
  ],
  hasNoExpiredDocument: [
    claimable,
    dated('2026-05-31'),
    { expired: 'tax-clearance 2026-05-31', receivedOn: '2026-06-01' },
  ],
  isNewDeposit: [
    inState('tranche', 'claimable').and(officer('CONFIRM_CASH_SHARE', { amount: '1', reference: 'bank-7' })),
    officer('CONFIRM_CASH_SHARE', { amount: '1', reference: 'bank-7' }),
    { reference: 'bank-7' },
  ],
  approvesWhatStands: [
    atApproval,
    approver('APPROVE_FIRST', { sha256: 'f'.repeat(64) }),
    { standing, sha256: 'f'.repeat(64) },
  ],
  isWithinYearBudget: [
    full,
    FIRST,
    { already: '43400000000', adding: '200000000', cap: '43400000000', year: '2026' },
  ],
  isWithinAgreement: [full, FIRST, { already: '800000001', adding: '200000000', cap: '1000000000' }],
  isYearBudgeted: [
    atApproval,
    FIRST.at('2033-01-04T01:00:00.000Z'),
    { year: '2033', budgeted: '2026, 2027, 2028, 2029, 2030, 2031, 2032' },
  ],
  isOfYearChecked: [
    given('tranche').and(opened, ...claimed),
    FIRST.at(NEXT_YEAR),
    { checked: '2026', year: '2027' },
  ],
};
