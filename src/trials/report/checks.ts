import type { Bilingual } from '../../charts/kernel/types.js';
import { grouped } from '../../intake/grouped.js';
import type { Strike } from '../plan/points.js';
import type { Scene } from '../plan/plan.js';
import type { Ended } from '../play/trial.js';
import type { Evidence, TrancheAtEnd } from './evidence.js';

/** A trial as it was played: its tranches with what they ended as (null: stuck), and what its people saw. */
export interface PlayedTrial {
  readonly no: number;
  readonly scene: Scene;
  readonly tranches: readonly { readonly id: string; readonly ended: Ended | null }[];
  readonly taken: readonly (number | null)[];
  readonly revoked: string | null;
}

/** What has to hold at the end, and what was found that speaks against it. */
export interface Check {
  readonly id: string;
  readonly says: Bilingual;
  readonly holds: boolean;
  readonly found: readonly string[];
}

/** What became of the strikes: `left` never came to their moment; `overtaken`: something else happened there. */
export interface StrikesAtEnd {
  readonly left: readonly (Strike & { readonly no: number })[];
  readonly overtaken: number;
  readonly struck: number;
}

const MOST_FOUND = 20;
/** Processes die beside each other; where that spoils more than a few strikes, too little was tried. */
const FEW = 3;
const SMALL_PART = 0.05;

/** What the trials are judged by; each check says what it found that speaks against it. */
export function checksOf(evidence: Evidence, played: readonly PlayedTrial[], strikes: StrikesAtEnd): Check[] {
  return [
    ...moneyChecks(evidence),
    ...endChecks(evidence, played),
    ...peopleChecks(evidence, played),
    ...strikeChecks(strikes),
  ];
}

function check(id: string, ko: string, en: string, found: readonly string[]): Check {
  return { id, says: { ko, en }, holds: found.length === 0, found: found.slice(0, MOST_FOUND) };
}

function moneyChecks({ tranches, payments, funds, balance }: Evidence): Check[] {
  const released = tranches.filter(({ state }) => state === 'released');
  const paidTo = grouped(payments, ({ key }) => key);
  const isReleased = new Set(released.map(({ id }) => id));
  return [
    check(
      'onePaymentEach',
      '지급된 단계마다 정산시스템 파일에 지급이 정확히 한 건 있음',
      "exactly one payment in the portal's own file for each released tranche",
      released.filter((one) => !isPaidOnce(one, paidTo.get(one.id))).map(({ id }) => id),
    ),
    check(
      'noOtherPayment',
      '그 밖의 지급은 한 건도 없음',
      'no payment for anything else',
      payments.filter(({ key }) => !isReleased.has(key)).map(({ key }) => key),
    ),
    check(
      'booksBalanced',
      '장부의 차변과 대변이 일치함',
      'the books balance',
      balance.debit === balance.credit ? [] : [`${balance.debit} ≠ ${balance.credit}`],
    ),
    check(
      'booksMatchPortal',
      '장부의 지급액이 정산시스템의 지급액과 단계별로 일치함',
      'the books have released what the portal has paid, tranche by tranche',
      tranches.filter((one) => !isPostedAsPaid(one, paidTo.get(one.id))).map(({ id }) => id),
    ),
    check(
      'withinCeilings',
      '한도를 넘은 곳이 없고, 지급되지 않을 예산이 잡혀 있지 않음',
      'no ceiling is passed, and nothing is held for what is not being paid',
      funds.filter(({ cap, pending, posted }) => pending !== 0n || posted > cap).map(({ key }) => key),
    ),
  ];
}

type Paid = readonly { readonly amount: string; readonly payee: string }[] | undefined;

function isPaidOnce({ amount, company }: TrancheAtEnd, paid: Paid = []): boolean {
  const [one] = paid;
  return paid.length === 1 && one?.amount === String(amount) && one.payee === company;
}

function isPostedAsPaid({ postings, posted }: TrancheAtEnd, paid: Paid = []): boolean {
  return postings === paid.length && posted === paid.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

function endChecks(
  { tranches, undelivered, failedWorkflows }: Evidence,
  played: readonly PlayedTrial[],
): Check[] {
  const released = tranches.filter(({ state }) => state === 'released');
  const stuck = played.flatMap((trial) => trial.tranches.filter(({ ended }) => ended === null));
  return [
    check(
      'nothingStuck',
      '마지막 장애 1분 뒤 멈춰 있는 건이 없음',
      'nothing is stuck a minute after the last failure',
      [
        ...stuck.map(({ id }) => `${id} ${tranches.find((one) => one.id === id)?.state}`),
        ...(undelivered === 0 ? [] : [`${undelivered} commands are not answered`]),
        ...(failedWorkflows === 0 ? [] : [`${failedWorkflows} workflows failed`]),
      ],
    ),
    check(
      'projectsKnow',
      '과제가 알고 있는 단계별 지급 상태가 실제와 같음',
      'each project knows of its tranche what is so',
      tranches.filter(({ known, state }) => known !== state).map(({ id, known }) => `${id} ${known}`),
    ),
    check(
      'toldOnce',
      '지급 통지가 건마다 정확히 한 번 발송됨',
      'each firm was told of its payment once',
      released.filter(({ notices }) => notices !== 1).map(({ id, notices }) => `${id} ${notices}`),
    ),
  ];
}

function peopleChecks({ tranches }: Evidence, played: readonly PlayedTrial[]): Check[] {
  const released = tranches.filter(({ state }) => state === 'released');
  const inScene = (...scenes: Scene[]): PlayedTrial[] => played.filter(({ scene }) => scenes.includes(scene));
  return [
    check(
      'twoPeople',
      '모든 지급을 청구자가 아닌 서로 다른 두 사람이 승인함',
      'two different people, and not the claimant, approved each release',
      released.filter((one) => !isByTwo(one)).map(({ id }) => id),
    ),
    check(
      'oneOfTwoApprovers',
      '동시에 승인한 두 사람 중 정확히 한 사람의 승인만 받아들여짐',
      'of two approvers in the same millisecond exactly one was taken',
      inScene('twoFirst', 'twoSecond')
        .filter(({ taken }) => taken[0] !== 1)
        .map(say),
    ),
    check(
      'noRevokedApprover',
      '권한이 회수된 승인자의 승인으로는 지급되지 않음',
      'nothing was released on the word of an approver whose role was revoked before',
      [
        ...released.filter(isOnRevokedWord).map(({ id }) => id),
        ...inScene('revoked')
          .filter(({ revoked }) => revoked === null)
          .map(say),
      ],
    ),
    check(
      'oneUnderCeiling',
      '한도에 동시에 도달한 두 단계 중 정확히 하나만 지급됨',
      'of two tranches that reached a ceiling at once exactly one was released',
      inScene('ceiling')
        .filter((trial) => !isOneReleased(trial))
        .map(say),
    ),
  ];
}

function isByTwo({ claimedBy, firstBy, secondBy }: TrancheAtEnd): boolean {
  return new Set([claimedBy, firstBy, secondBy]).size === 3 && firstBy !== null && secondBy !== null;
}

function isOnRevokedWord({ heldAt, revokedAt }: TrancheAtEnd): boolean {
  return revokedAt !== null && heldAt !== null && revokedAt < heldAt;
}

function isOneReleased({ tranches }: PlayedTrial): boolean {
  const count = (wanted: Ended): number => tranches.filter(({ ended }) => ended === wanted).length;
  return count('released') === 1 && count('noRoom') === 1;
}

function say({ no, scene }: PlayedTrial): string {
  return `trial ${no} (${scene})`;
}

function strikeChecks({ left, overtaken, struck }: StrikesAtEnd): Check[] {
  const most = Math.max(FEW, (struck + overtaken) * SMALL_PART);
  return [
    check(
      'everyPointReached',
      '계획한 장애 시점을 모두 거침',
      'every planned moment was come to',
      left.map(({ no, point, target }) => `trial ${no}: ${target} at ${point}`),
    ),
    check(
      'struckAsPlanned',
      '거의 모든 시점에서 계획한 대상이 종료됨',
      'at all but a few moments what was planned died there',
      overtaken <= most ? [] : [`${overtaken} of ${struck + overtaken} did not`],
    ),
  ];
}
