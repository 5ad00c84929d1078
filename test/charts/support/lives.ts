import type { Subject } from '../../../src/contract/names.js';
import { call, objection } from './lives-call.js';
import { change } from './lives-change.js';
import { recovery, sanction, settlement } from './lives-closing.js';
import { tranche } from './lives-tranche.js';
import { applicant, committee, officer, partner, system } from './moves.js';
import type { Move } from './moves.js';

export const SHA256 = 'a'.repeat(64);
/** A payload that names one document. */
export const document = { documentSha256: SHA256 };
/** A text for a person, in both languages. */
export const opinion = { ko: '의견', en: 'An opinion' };
/** A no of a committee, with its reason. */
export const refusing = { ground: 'below-threshold', opinion };
/** All of the government's money for the project of these suites, in won. */
export const GRANT = '1000000000';

/** From the application to the committee. */
export const screened = [
  officer('PASS_PRECHECK'),
  officer('RECORD_EVALUATION', { score: 81.5, opinion }),
] as const;

export const selected = committee('SELECT', { grant: GRANT });

/** The agreement, signed by the firm and then by the agency. */
export const agreed = [
  applicant('SIGN_AGREEMENT', { ...document, foreignBenefitsDisclosed: true }),
  officer('COUNTERSIGN_AGREEMENT'),
] as const;

export const priorityConfirmed = officer('CONFIRM_PRIORITY', {
  preferences: ['tips'],
  proofs: [{ preference: 'tips', documentSha256: SHA256 }],
});

/** The roadmap, drafted by the firm, signed by its partner, and passed. */
export const roadmap = [
  applicant('SUBMIT_ROADMAP', document),
  partner('COSIGN_ROADMAP'),
  committee('PASS_ROADMAP', { grant: GRANT }),
] as const;

/** A stage's report on the stage's last day, and its evaluation. */
export const stageDone = [
  applicant('SUBMIT_STAGE_REPORT', document).onTheLast('stage'),
  officer('EVALUATE_STAGE', { grade: 'average' }),
] as const;

export const stages = [...stageDone, ...stageDone, ...stageDone] as const;

/** A stage's money is settled; `toReturn` in won has come back by then. */
export function settled(stage: number, toReturn = '0') {
  return system('SETTLEMENT_CHANGED', { stage, state: 'settled', toReturn });
}

/** From the final report until the money of all the stages is settled. */
export function finished(stageCount: number): Move[] {
  return [
    applicant('SUBMIT_FINAL_REPORT', document),
    committee('EVALUATE_FINAL', { grade: 'average' }),
    ...Array.from({ length: stageCount }, (_, index) => settled(index + 1)),
  ];
}

export const matched = [
  officer('PROPOSE_MATCH', { researcherRef: 'researcher-17' }),
  applicant('ACCEPT_MATCH'),
  partner('ACCEPT_MATCH'),
] as const;

export const agendaAgreed = [applicant('SUBMIT_AGENDA', document), partner('COSIGN_AGENDA')] as const;

export const explored = [
  applicant('SUBMIT_EXPLORATION_REPORT', document).onTheLast('stage'),
  committee('CONCLUDE_EXPLORATION', { outcome: 'technologyTransfer' }),
  partner('CONFIRM_TRANSFER', document),
] as const;

/** The criteria are frozen before the data come in. */
export const toTheGate = [
  officer('FREEZE_CRITERIA', { criteriaSha256: SHA256 }),
  applicant('SUBMIT_GATE_DATA', document),
] as const;

/** The committee's decision at a gate. */
export function decides(outcome: string, rest: object = {}) {
  return committee('DECIDE_GATE', { outcome, ...rest });
}

/** The shortest whole life of each subject: nothing goes wrong, nothing is late. */
export const LIVES: Readonly<Record<Subject, readonly Move[]>> = {
  mitIlpProject: [
    ...[...screened, selected, ...agreed, ...matched, ...agendaAgreed, ...explored],
    ...finished(1),
  ],
  structuredProject: [...screened, selected, ...roadmap, ...agreed, ...stages, ...finished(3)],
  autonomousProject: [
    ...[officer('PASS_PRECHECK'), priorityConfirmed, screened[1], selected, ...agreed, ...stages],
    ...finished(3),
  ],
  ecoBridgeProject: [
    ...[...screened, selected, ...agreed],
    ...[...toTheGate, decides('GO'), ...toTheGate, decides('GO'), ...toTheGate, decides('GO')],
    ...finished(3),
  ],
  ...{ call, objection, tranche, change, settlement, recovery, sanction },
};
