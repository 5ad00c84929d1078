import { createHash } from 'node:crypto';
import { canonicalJson } from '../../program/canonical.js';
import type { Day } from '../../rules/calendar.js';
import type { Cohort } from '../cohort/cohort.js';
import type { Entrant } from '../cohort/entrants.js';
import type { Board, Case } from '../play/board.js';
import { koreanDay } from '../play/days.js';
import type { Books } from './books.js';

/** What became of one application; money in whole won as digits, days in Korea. */
export interface Outcome {
  readonly key: string;
  readonly track: string;
  readonly company: string;
  readonly name: string;
  readonly arrival: Entrant['arrival'];
  readonly flaw: string | null;
  /** The state in the end; `notReceived` where it came too late. */
  readonly state: string;
  readonly score: number | null;
  readonly place: string | null;
  readonly rank: number | null;
  readonly grant: string | null;
  readonly released: string;
  readonly returned: string;
  readonly agreedOn: Day | null;
  readonly endedOn: Day | null;
}

interface Facts {
  readonly evaluation: { readonly score: number } | null;
  readonly place: { readonly outcome: string; readonly rank: number } | null;
  readonly grant: string | null;
  readonly tranches: readonly { readonly released: string }[];
  readonly recoveries: readonly { readonly amount: string; readonly outstanding: string }[];
  readonly agreement: { readonly inForceFrom: string | null } | null;
}

/** What became of every application of a cohort, in the order of their keys. */
export function outcomesOf({ entrants }: Cohort, board: Board, { happenings }: Books): Outcome[] {
  const projects = new Map(board.all('project').map((one) => [board.entrantOf(one).key, one]));
  const last = new Map(happenings.map(({ id, at }) => [id, koreanDay(at)]));
  return entrants.map((entrant) => {
    const project = projects.get(entrant.key);
    return project ? outcomeOf(entrant, project, last.get(project.id) ?? null) : neverReceived(entrant);
  });
}

function outcomeOf(entrant: Entrant, { state, facts, isClosed }: Case, last: Day | null): Outcome {
  const { evaluation, place, grant, tranches, recoveries, agreement } = facts as unknown as Facts;
  const released = tranches.reduce((sum, tranche) => sum + BigInt(tranche.released), 0n);
  const returned = recoveries.reduce(
    (sum, { amount, outstanding }) => sum + BigInt(amount) - BigInt(outstanding),
    0n,
  );
  return {
    ...known(entrant),
    ...{ state, score: evaluation?.score ?? null, grant, released: String(released) },
    ...{ place: place?.outcome ?? null, rank: place?.rank ?? null, returned: String(returned) },
    agreedOn: agreement?.inForceFrom ? koreanDay(agreement.inForceFrom) : null,
    endedOn: isClosed ? last : null,
  };
}

function neverReceived(entrant: Entrant): Outcome {
  return {
    ...known(entrant),
    ...{ state: 'notReceived', score: null, place: null, rank: null, grant: null },
    ...{ released: '0', returned: '0', agreedOn: null, endedOn: null },
  };
}

function known({ key, track, firm, arrival, flaw }: Entrant) {
  return { key, track, company: firm.companyId, name: firm.name.ko, arrival, flaw };
}

/** The SHA-256 of all outcomes: two runs of one seed have the same. */
export function digestOf(outcomes: readonly Outcome[]): string {
  return createHash('sha256').update(canonicalJson(outcomes)).digest('hex');
}
