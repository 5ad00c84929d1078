import { caseAddress } from '../../cli/case-address.js';
import { ASSUMED } from '../cohort/assumptions.js';
import { staff } from '../cohort/people.js';
import type { Case } from './board.js';
import type { Data, Move, Store } from './moves/move.js';
import type { Rounds } from './rounds.js';

interface Verdict {
  readonly code: string;
  readonly ok: boolean;
}

interface Checked {
  readonly id: string;
  readonly verdicts: readonly Verdict[];
}

/** What an officer may overrule after asking the firm: counts that another register keeps, and that may be out of date. */
const MAY_BE_OUT_OF_DATE: readonly string[] = [
  'isInvestigatorWithinLimit',
  'isPrincipalWithinLimit',
  'isFirmWithinLimit',
];

/** What the service itself asks for before the pre-check is passed: no officer can overrule it. */
const CHARTS_OWN: readonly string[] = ['isSectorListed', 'isPartnerRegistered'];

/** The pre-check of a call: every verdict is read page by page, and decided on together. */
export async function screen(rounds: Rounds, call: Case): Promise<void> {
  const today = await rounds.today();
  const moves: Move[] = [];
  for (const checked of await preChecks(rounds, call)) {
    const about = rounds.board.find(checked.id);
    if (about?.state !== 'submitted') continue;
    const key = rounds.board.entrantOf(about).key;
    const failing = checked.verdicts.filter(({ ok }) => !ok).map(({ code }) => code);
    moves.push({ on: today, who: staff('officer', 2), about, ...decided(rounds, key, failing) });
  }
  await rounds.send(moves, today);
  await rounds.rest();
}

function decided({ cohort }: Rounds, key: string, failing: readonly string[]): { type: string; data: Data } {
  if (failing.length === 0) return { type: 'PASS_PRECHECK', data: {} };
  const isOutOfDate = failing.every((code) => MAY_BE_OUT_OF_DATE.includes(code));
  if (isOutOfDate && cohort.dice.chance(ASSUMED.overrules, 'overrules', key)) {
    const ground = '기업이 종료 확인서를 제출하여 수행 중 과제수에서 제외함.';
    return { type: 'PASS_PRECHECK', data: { overruled: failing.map((code) => ({ code, ground })) } };
  }
  const ground = failing.find((code) => CHARTS_OWN.includes(code)) ?? failing[0] ?? '';
  const opinion = { ko: '사전검토 요건을 충족하지 않습니다.', en: 'The pre-check is not passed.' };
  return { type: 'FAIL_PRECHECK', data: { ground: inKebab(ground), opinion } };
}

/** A code as grounds are written: `isFirmFree` is `is-firm-free`. */
function inKebab(code: string): string {
  return code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function preChecks({ courier }: Rounds, call: Case): Promise<Checked[]> {
  const found: Checked[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await courier.get(
      staff('officer'),
      `${caseAddress(call.id)}/pre-check?limit=100${query}`,
    );
    if (status >= 300) throw new Error(`no pre-check of ${call.id}: ${JSON.stringify(body).slice(0, 400)}`);
    found.push(...(body['items'] as readonly Checked[]));
    cursor = body['next'] as string | null;
  } while (cursor !== null);
  return found;
}

/** The autonomous track's priority: what a firm claims is confirmed by a document that proves it, nine times in ten. */
export async function confirmPriorities(rounds: Rounds, call: Case): Promise<void> {
  const today = await rounds.today();
  const officer = staff('officer', 2);
  const moves = rounds.board.entrantsOf(call.id, /^priorityCheck$/).map((about): Move => {
    const { key } = rounds.board.entrantOf(about);
    const claimed = about.facts['preferences'] as readonly string[];
    const preferences = claimed.filter((id) => rounds.cohort.dice.chance(0.9, 'proof', key, id));
    const data = async (store: Store): Promise<Data> => {
      const proofs: Data[] = [];
      for (const preference of preferences)
        proofs.push({ preference, documentSha256: await store(`우대 요건 증빙 ${key} ${preference}`) });
      return { preferences, proofs };
    };
    return { on: today, who: officer, about, type: 'CONFIRM_PRIORITY', data };
  });
  if (moves.length === 0) return;
  await rounds.send(moves, today);
  await rounds.rest();
}
