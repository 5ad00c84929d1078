import type { ClockName } from '../../program/types.js';
import { editionIds, loadEdition, termsOf } from '../../program/load.js';
import { dueOf } from '../../rules/clocks.js';
import type { Context } from '../context.js';
import { usage } from '../failure.js';
import { koreanTime } from '../text.js';

/** Which clock, from when (a day in Korea or an ISO instant), by which edition. */
export interface ClockOptions {
  readonly clock: string;
  readonly from: string;
  readonly edition: string;
}

/** `rnd clock explain`: when a clock runs out, by which rule, with its arithmetic and its clause (domain.md section 4). */
export function clockExplain({ terminal }: Context, { clock, from, edition }: ClockOptions): void {
  const terms = termsOf(editionNamed(edition), 'structured');
  if (!isClock(clock, terms.clocks)) {
    const names = Object.keys(terms.clocks).join(', ');
    throw usage({
      ko: `기한 이름이 아닙니다: ${clock}. 가능한 이름: ${names}`,
      en: `${clock} is no clock; there are ${names}`,
    });
  }
  const due = dueOf(terms, clock, instantOf(from));
  terminal.answer(due, (value) =>
    [
      ...value.steps.map((step) => `  ${terminal.say(step)}`),
      `→ ${koreanTime(value.due)} (${value.rule})`,
      terminal.say(value.clause),
    ].join('\n'),
  );
}

function editionNamed(id: string) {
  if (editionIds().includes(id)) return loadEdition(id);
  const ids = editionIds().join(', ');
  throw usage({
    ko: `사업 연도 판이 아닙니다: ${id}. 가능한 판: ${ids}`,
    en: `${id} is no edition; there are ${ids}`,
  });
}

function isClock(name: string, clocks: Readonly<Record<string, unknown>>): name is ClockName {
  return Object.hasOwn(clocks, name);
}

// A day is taken as its beginning in Korea.
function instantOf(from: string): string {
  const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(from) ? `${from}T00:00:00+09:00` : from);
  if (Number.isNaN(ms)) {
    throw usage({
      ko: `날짜가 아닙니다: ${from} (예: 2026-08-31)`,
      en: `${from} is no day; one looks like 2026-08-31`,
    });
  }
  return new Date(ms).toISOString();
}
