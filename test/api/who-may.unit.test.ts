import { describe, expect, test } from 'vitest';
import { outsideSource } from '../../src/api/offered.js';
import { wrongRole } from '../../src/api/rights.js';
import { namesIn } from '../../src/charts/kernel/refusal.js';
import type { Chart, Role } from '../../src/charts/kernel/types.js';
import { charts } from '../../src/charts/registry.js';
import { rolesWithPanel } from '../../src/charts/roles-panel.js';
import { ROLES } from '../../src/contract/http/problem.js';

/** Who may send what (domain.md section 6): every event that comes from outside, whichever chart has it. */
const WHO_MAY: Readonly<Record<string, readonly Role[]>> = {
  // The company: applies, withdraws, submits, objects, asks.
  WITHDRAW: ['applicant'],
  FILE_OBJECTION: ['applicant'],
  SUBMIT_ROADMAP: ['applicant'],
  SIGN_AGREEMENT: ['applicant'],
  SUBMIT_PLAN_REVISION: ['applicant'],
  SUBMIT_STAGE_REPORT: ['applicant'],
  SUBMIT_AGENDA: ['applicant'],
  SUBMIT_EXPLORATION_REPORT: ['applicant'],
  SUBMIT_FINAL_REPORT: ['applicant'],
  REQUEST_TERMINATION: ['applicant'],
  REPORT_COSTS: ['applicant'],
  CLAIM: ['applicant'],
  DECLINE_SELECTION: ['applicant'],
  SUBMIT_ROADMAP_PROGRESS: ['applicant'],
  WITHDRAW_OBJECTION: ['applicant'],
  AMEND_CLAIM: ['applicant'],
  REQUEST_CHANGE: ['applicant'],
  WITHDRAW_CHANGE: ['applicant'],
  ACCEPT_SETTLEMENT: ['applicant'],
  OBJECT_TO_SETTLEMENT: ['applicant'],
  PROPOSE_INSTALMENTS: ['applicant'],
  REQUEST_RECONSIDERATION: ['applicant'],
  // The partner: matching, co-signing, gate data.
  ACCEPT_MATCH: ['applicant', 'partner'],
  DECLINE_MATCH: ['applicant', 'partner'],
  SUBMIT_GATE_DATA: ['applicant', 'partner'],
  SUBMIT_EXPLANATION: ['applicant', 'partner'],
  COSIGN_CHANGE: ['partner'],
  COSIGN_ROADMAP: ['partner'],
  RETURN_ROADMAP: ['partner'],
  COSIGN_AGENDA: ['partner'],
  RETURN_AGENDA: ['partner'],
  CONFIRM_TRANSFER: ['partner', 'officer'],
  CONFIRM_COLLABORATION: ['partner', 'officer'],
  // The agency's officers: pre-check, running the rounds, registering.
  PASS_PRECHECK: ['officer'],
  FAIL_PRECHECK: ['officer'],
  CONFIRM_PRIORITY: ['officer'],
  RECORD_EVALUATION: ['officer'],
  UPHOLD_OBJECTION: ['officer'],
  DISMISS_OBJECTION: ['officer'],
  PROPOSE_MATCH: ['officer'],
  COUNTERSIGN_AGREEMENT: ['officer'],
  REQUEST_PLAN_REVISION: ['officer'],
  CANCEL_SELECTION: ['officer'],
  FREEZE_CRITERIA: ['officer'],
  MEET_CONDITION: ['officer'],
  OPEN_SPECIAL_EVALUATION: ['officer'],
  CONFIRM_CASH_SHARE: ['officer'],
  SETTLE: ['officer'],
  ASSIGN_PANEL: ['officer'],
  REPLACE_MEMBER: ['officer'],
  MODERATE: ['officer'],
  RECORD_ROADMAP_CHECK: ['officer'],
  ASSIGN_BOARD: ['officer'],
  EXTEND_WINDOW: ['officer'],
  CORRECT_WINDOW: ['officer'],
  APPOINT_PANEL: ['officer'],
  FINISH_SCREENING: ['officer'],
  FINISH_EVALUATION: ['officer'],
  PROPOSE_LIST: ['officer'],
  SUSPEND_CLOCK: ['officer'],
  RESUME_CLOCK: ['officer'],
  CORRECT_CLOCK: ['officer'],
  PROPOSE_SANCTION: ['officer'],
  RECORD_CLAUSE_REVIEW: ['officer'],
  RETURN_COST_REPORT: ['officer'],
  DECIDE_SETTLEMENT_OBJECTION: ['officer'],
  EXTEND_CLOCK: ['officer', 'committee'],
  APPROVE_CHANGE: ['officer', 'committee'],
  REJECT_CHANGE: ['officer', 'committee'],
  RETURN_STAGE_REPORT: ['officer', 'committee'],
  RETURN_EXPLORATION_REPORT: ['officer', 'committee'],
  EVALUATE_STAGE: ['officer', 'committee'],
  EVALUATE_FINAL: ['officer', 'committee'],
  // Panel members: what is assigned to them, and their own conflicts of interest.
  DECLARE_CONFLICTS: ['panelMember'],
  SCORE: ['panelMember'],
  REVISE_SCORE: ['panelMember'],
  RECUSE: ['panelMember'],
  // The committee: funding, amount, and whether a project goes on.
  SELECT: ['committee'],
  REJECT: ['committee'],
  PASS_ROADMAP: ['committee'],
  FAIL_ROADMAP: ['committee'],
  CONCLUDE_EXPLORATION: ['committee'],
  DECIDE_GATE: ['committee'],
  DECIDE_SPECIAL_EVALUATION: ['committee'],
  TERMINATE_AGREEMENT: ['committee'],
  CUT_GRANT: ['committee'],
  ORDER_RECOVERY: ['committee'],
  DECIDE_SANCTION: ['committee'],
  CHANGE_CAPACITY: ['committee'],
  RETURN_LIST: ['committee'],
  DECIDE_LIST: ['committee'],
  // Money: two different people.
  APPROVE_FIRST: ['approver'],
  APPROVE_SECOND: ['finance'],
  RETURN_CLAIM: ['approver', 'finance'],
  REFUSE_CLAIM: ['approver', 'finance'],
  RECHECK_CLAIM: ['approver', 'finance'],
  RETRY_PAYMENT: ['finance'],
  RECORD_DRAW: ['finance'],
  CORRECT_POSTING: ['finance'],
  RECORD_RECEIPT: ['finance'],
  APPROVE_INSTALMENTS: ['finance'],
  REFUSE_INSTALMENTS: ['finance'],
  REVOKE_INSTALMENTS: ['finance'],
  CONFIRM_REPAYMENT: ['finance'],
  // The administrator: days off that were added.
  RECOUNT_CLOCKS: ['administrator'],
  // The regulator announces; an officer enters what it said where it has no line to us.
  CLINICAL_HOLD: ['officer', 'regulator'],
  LIFT_CLINICAL_HOLD: ['officer', 'regulator'],
};

/** The first version knew special evaluations of the firm alone. */
const IN_FIRST_VERSION: typeof WHO_MAY = { SUBMIT_EXPLANATION: ['applicant'] };

function whoMay(chart: Chart, type: string): readonly Role[] | undefined {
  const isFirst = chart.id.endsWith('Project.v1');
  return (isFirst ? IN_FIRST_VERSION[type] : undefined) ?? WHO_MAY[type];
}

type Node = Chart['machine']['root'];

/** The guards of every branch that a chart has for an event, by their names. */
function branchesOf(chart: Chart, type: string): string[][] {
  const walk = (node: Node): string[][] => [
    ...(node.transitions.get(type) ?? []).map(({ guard }) =>
      guard ? namesIn(guard as Parameters<typeof namesIn>[0]) : [],
    ),
    ...Object.values(node.states).flatMap((child) => walk(child as Node)),
  ];
  return walk(chart.machine.root);
}

/** Whether somebody of this role gets past the door and past the role guards of one branch; `org` is whose case it is. */
function passes(chart: Chart, type: string, names: readonly string[], role: Role, isOwn: boolean): boolean {
  const by = { person: 'p', role, org: isOwn ? 'own' : 'other' };
  const event = { type, by, at: '', receivedAt: '' };
  const context = { companyId: 'own', partnerId: 'own' };
  const source = outsideSource(chart, type) ?? 'internal';
  const isOpen = wrongRole(by, source) === null;
  const ours = names.filter((name): name is keyof typeof rolesWithPanel =>
    Object.hasOwn(rolesWithPanel, name),
  );
  return isOpen && ours.every((name) => rolesWithPanel[name]({ context, event }));
}

const outside = charts.flatMap((chart) =>
  Object.keys(chart.events)
    .filter((type) => outsideSource(chart, type))
    .map((type) => [chart.id, type, chart] as const),
);

describe('Who may send what (domain.md section 6)', () => {
  test('the table has every event that comes from outside, and no other', () => {
    expect(Object.keys(WHO_MAY).sort()).toEqual([...new Set(outside.map(([, type]) => type))].sort());
  });

  test.each(outside)('%s: %s', (_, type, chart) => {
    const branches = branchesOf(chart, type);
    expect(branches).not.toEqual([]);
    for (const names of branches) {
      const may = ROLES.filter((role) => passes(chart, type, names, role, true));
      expect({ names, may: may.toSorted() }).toEqual({ names, may: whoMay(chart, type)?.toSorted() });
      const outsiders = ROLES.filter((role) => passes(chart, type, names, role, false));
      expect(outsiders.filter((role) => role === 'applicant' || role === 'partner')).toEqual([]);
    }
  });
});
