import type { Setting } from './bench.js';
import { compare } from './compare.js';
import type { Comparison } from './compare.js';
import { claimableTranches, projectsUnderEvaluation } from './projects.js';
import { approvals, bareUpdates, evaluations } from './sides.js';
import type { Side } from './sides.js';

/** A decision beside a bare Update: one by one, and many at once. */
export interface Comparisons {
  readonly oneByOne: Comparison;
  readonly atOnce: Comparison;
}

/** Sends Updates to workflows that ask of Temporal what a decision does, and nothing more: what our own part adds is the rest. */
export async function measureTemporal(setting: Setting): Promise<Comparisons> {
  const what = "a decision's part of Temporal / Temporal이 하는 일만";
  return both(setting, what, await bareUpdates(setting, 'equipped', setting.sizes.callsAtOnce));
}

/** Records the evaluation of one project after the other: an approval that nothing follows from. */
export async function measureEvaluations(
  setting: Setting,
): Promise<Comparisons & { readonly projects: readonly string[] }> {
  const { decisions, sizes, step } = setting;
  const count = (sizes.rounds + 1) * (sizes.callsOneByOne + sizes.callsAtOnce);
  const projects = await step(`${count} projects, applied for and pre-checked / 과제 신청과 사전검토`, () =>
    projectsUnderEvaluation(decisions.people, count),
  );
  const compared = await both(setting, 'evaluation / 선정평가 등록', evaluations(decisions, projects));
  return { ...compared, projects };
}

/** Approves one tranche after the other for the first time: an approval of which the tranche's project is told. */
export async function measureApprovals(
  setting: Setting,
): Promise<Comparisons & { readonly tranches: readonly string[] }> {
  const { decisions, books, sizes, step } = setting;
  const tranches = await step(`${sizes.callsAtOnce} tranches, made claimable / 단계별 지급`, () =>
    claimableTranches(decisions.people, sizes.callsAtOnce),
  );
  await books.quiet();
  const compared = await both(setting, 'first approval / 1차 승인', approvals(decisions, books, tranches));
  return { ...compared, tranches: tranches.map(({ id }) => id) };
}

async function both(setting: Setting, what: string, ours: Side): Promise<Comparisons> {
  const { sizes, step, cpu } = setting;
  const { rounds, callsOneByOne, callsAtOnce, concurrency } = sizes;
  const bare = await bareUpdates(setting, 'bare', callsAtOnce);
  const oneByOne = await step(`${what}, one by one / 하나씩`, () =>
    compare(ours, bare, { rounds, calls: callsOneByOne, concurrency: 1, cpu }),
  );
  const atOnce = await step(`${what}, ${concurrency} at once / 동시 ${concurrency}건`, () =>
    compare(ours, bare, { rounds, calls: callsAtOnce, concurrency, cpu }),
  );
  return { oneByOne, atOnce };
}
