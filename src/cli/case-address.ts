import { usage } from './failure.js';

const PROJECT = /^(?:project\/)?([a-z0-9-]+)\/([a-z-]+)\/(\d+)(?:\/tranche\/(\d+))?$/;
const OBJECTION = /^objection\/([a-z0-9-]+\/[a-z-]+\/\d+\/\d+)$/;
const CALL = /^call\/([a-z0-9-]+\/[a-z-]+\/[a-z]+)$/;

/**
 * A case's address on the API from its id: of a project or a tranche, with or without `project/` in front, of a call, or of
 * an objection. Throws a usage failure.
 */
export function caseAddress(id: string): string {
  const objection = OBJECTION.exec(id)?.[1];
  if (objection) return `/v1/objections/${objection}`;
  if (CALL.test(id)) return callAddress(id);
  const [, edition, slug, number, tranche] = PROJECT.exec(id) ?? [];
  if (!edition || !slug || !number) {
    throw usage({
      ko: `과제·공고·이의신청 번호가 아닙니다: ${id} (예: project/2026-pocket/structured/0001, 뒤에 /tranche/1)`,
      en: `${id} is no case; one looks like project/2026-pocket/structured/0001, or ends in /tranche/1`,
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
