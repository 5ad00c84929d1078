import { BESIDE, BESIDE_PLURALS } from '../contract/names.js';
import { usage } from './failure.js';

const PROJECT = /^(?:project\/)?([a-z0-9-]+)\/([a-z-]+)\/(\d+)(?:\/tranche\/(\d+))?$/;
const BESIDE_A_PROJECT = /^([a-z]+)\/([a-z0-9-]+\/[a-z-]+\/\d+\/\d+)$/;
const CALL = /^call\/([a-z0-9-]+\/[a-z-]+\/[a-z]+)$/;

/**
 * A case's address on the API from its id: of a project or a tranche, with or without `project/` in front, of a call, or of
 * what runs beside a project, such as an objection or a recovery. Throws a usage failure.
 */
export function caseAddress(id: string): string {
  const [, first, beside] = BESIDE_A_PROJECT.exec(id) ?? [];
  const kind = BESIDE.find((each) => each === first);
  if (kind && beside) return `/v1/${BESIDE_PLURALS[kind]}/${beside}`;
  if (CALL.test(id)) return callAddress(id);
  const [, edition, slug, number, tranche] = PROJECT.exec(id) ?? [];
  if (!edition || !slug || !number) {
    throw usage({
      ko: `과제·공고 등의 번호가 아닙니다: ${id} (예: project/2026-pocket/structured/0001, 뒤에 /tranche/1, 또는 recovery/2026/structured/0001/1)`,
      en: `${id} is no case; one looks like project/2026-pocket/structured/0001, with /tranche/1 behind, or recovery/2026/structured/0001/1`,
    });
  }
  const project = `${edition}/${slug}/${number}`;
  return tranche === undefined ? `/v1/projects/${project}` : `/v1/tranches/${project}/${tranche}`;
}

/** A call's address on the API from its id. Throws a usage failure. */
export function callAddress(id: string): string {
  const call = CALL.exec(id)?.[1];
  if (call) return `/v1/calls/${call}`;
  throw usage({
    ko: `공고 번호가 아닙니다: ${id} (예: call/2026/structured/selection)`,
    en: `${id} is no call; one looks like call/2026/structured/selection`,
  });
}

/** Whether an id is a tranche's. */
export function isTranche(id: string): boolean {
  return /\/tranche\/\d+$/.test(id);
}
