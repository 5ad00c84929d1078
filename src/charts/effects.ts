import type { Bilingual } from './kernel/types.js';

/**
 * Where an order goes: `effect` to an activity of its name, `child` to a neighbouring subject's workflow, `posting` into
 * the ledger in the transaction of its row.
 */
export type Lane = 'effect' | 'child' | 'posting';

/** What an order is, for people and for the workflow. */
export interface Effect {
  readonly lane: Lane;
  readonly label: Bilingual;
}

function effect(lane: Lane, ko: string, en: string): Effect {
  return { lane, label: { ko, en } };
}

/**
 * Every order that a chart can give. Params, money as digits:
 * `sendNotice` {to, notice}; `tendClock` {clock, mark, kind, to?, whose, due} → CLOCK_ESCALATED {clock, mark, person,
 * onBehalfOf?} where it escalates; `checkClaim` {amount, year, agreement} → CLAIM_CHECKED {companySum, yearSum, agreementSum};
 * `reserveFunds` {reservation, amount, companyCeiling, year, yearBudget, agreement, grant, approvers} → FUNDS_RESERVED or
 * FUNDS_REFUSED {limit}; `freeFunds` {reservation}; `payTranche` {payee, amount, reference} → PAYMENT_CONFIRMED,
 * PAYMENT_UNKNOWN or PAYMENT_REJECTED; `reconcilePayment` {payee, amount, reference, quietPeriodMs} → PAYMENT_CONFIRMED or
 * PAYMENT_NOT_MADE; `holdSpending`, `liftSpending` {project, institution};
 * a call's, all with `callId`: `closeIntake` {closes} → INTAKE_CLOSED {received}; `applyList` {listSha256, by, receivedAt} →
 * LIST_APPLIED {selected, reserve, rejected}; `promoteNext` {by} → PLACE_FILLED {projectId, rank} or RESERVE_EXHAUSTED;
 * `placeUpheld` {projectId, by} → UPHELD_PLACED {projectId, outcome, rank}; `endReserve` {by} → RESERVE_ENDED {released};
 * `startObjection`, `startSettlement`, `startRecovery`, `startSanction` {chartId, no, facts}; `tellCall`, `tellSettlement` {to,
 * event, data};
 * `scheduleTranches` {chartId, tranches: [{no, …facts}]}; `tellTranches` {event, each: [{no, data}]}; other `child` orders
 * {event, data, tranches?} (none: the project is told); postings {kind, lines: [{debit, credit, amount}], reservation?,
 * reverses?}, and those of the first versions one line's own {debit, credit, amount}.
 */
export const effects = {
  sendNotice: effect('effect', '통지', 'Send a notice'),
  tendClock: effect('effect', '기한 알림', 'Remind of a time limit, or escalate it'),
  checkClaim: effect('effect', '청구 한도 확인', 'Check a claim against the ceilings'),
  reserveFunds: effect('effect', '예산 확보', 'Reserve the funds'),
  freeFunds: effect('effect', '예산 확보 해제', 'Give back the funds held'),
  payTranche: effect('effect', '지급', 'Pay the tranche'),
  reconcilePayment: effect('effect', '지급 결과 조회', 'Ask what became of the payment'),
  holdSpending: effect('effect', '기관 집행 정지', "Hold an institution's spending"),
  liftSpending: effect('effect', '기관 집행 정지 해제', "Lift the hold on an institution's spending"),
  closeIntake: effect('effect', '접수 마감 확인', 'Close the intake'),
  applyList: effect('effect', '선정 결과 통보', "Notify the list's outcomes"),
  promoteNext: effect('effect', '예비순위 승계', 'Promote from the reserve list'),
  placeUpheld: effect('effect', '이의신청 인용 반영', 'Place an upheld objection'),
  endReserve: effect('effect', '예비순위 종료', 'End the reserve list'),
  startObjection: effect('child', '이의신청 절차 개시', 'Start the objection'),
  startSettlement: effect('child', '정산 절차 개시', 'Start the settlement'),
  startRecovery: effect('child', '환수 절차 개시', 'Start the recovery'),
  startSanction: effect('child', '제재처분 절차 개시', 'Start the sanction'),
  tellSettlement: effect('child', '정산에 알림', 'Tell the settlement'),
  startChange: effect('child', '협약변경 절차 개시', 'Start the change of agreement'),
  tellCall: effect('child', '공고에 알림', 'Tell the call'),
  scheduleTranches: effect('child', '단계별 지급 예정 등록', 'Schedule the tranches'),
  openTranche: effect('child', '단계 지급 개시', 'Open a tranche'),
  freezeTranches: effect('child', '집행 정지', 'Freeze the tranches'),
  unfreezeTranches: effect('child', '집행 정지 해제', 'Unfreeze the tranches'),
  cancelTranches: effect('child', '잔여 지급 취소', 'Cancel the remaining tranches'),
  tellTranches: effect('child', '단계별 지급에 알림', 'Tell the tranches'),
  tellProject: effect('child', '과제에 알림', 'Tell the project'),
  postCommit: effect('posting', '협약 금액 기장', 'Post the commitment'),
  postDecommit: effect('posting', '협약 금액 해제 기장', 'Post what is not committed any more'),
  postShare: effect('posting', '기업부담 현금 기장', "Post the firm's cash share"),
  postRelease: effect('posting', '지급 기장', 'Post the release'),
  postDraw: effect('posting', '인출 기장', 'Post a draw'),
  postReturn: effect('posting', '반납 기장', 'Post the return'),
  postRecover: effect('posting', '환수 기장', 'Post the recovery'),
  postReverse: effect('posting', '역분개 기장', 'Post the reverse of a posting'),
} as const satisfies Readonly<Record<string, Effect>>;

/** The name of an order. */
export type EffectName = keyof typeof effects;

/** The lane of an order; throws a plain Error for a name that the catalogue lacks. */
export function laneOf(name: string): Lane {
  if (!Object.hasOwn(effects, name)) throw new Error(`no effect ${name} in the catalogue`);
  return effects[name as EffectName].lane;
}

/** Implementations for a chart's setup: nothing, because `transition` hands orders over as data. */
export function order<Params>(): (args: unknown, params: Params) => void {
  return () => undefined;
}
