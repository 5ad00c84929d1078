import { usage } from './failure.js';

const PROJECT = /^(?:project\/)?([a-z0-9-]+)\/([a-z-]+)\/(\d+)(?:\/tranche\/(\d+))?$/;

/** A project's or tranche's address on the API from its id, with or without `project/` in front. Throws a usage failure. */
export function caseAddress(id: string): string {
  const [, edition, slug, number, tranche] = PROJECT.exec(id) ?? [];
  if (!edition || !slug || !number) {
    throw usage({
      ko: `과제 번호가 아닙니다: ${id} (예: project/2026-pocket/structured/0001, 뒤에 /tranche/1)`,
      en: `${id} is no case; one looks like project/2026-pocket/structured/0001, or ends in /tranche/1`,
    });
  }
  const project = `${edition}/${slug}/${number}`;
  return tranche === undefined ? `/v1/projects/${project}` : `/v1/tranches/${project}/${tranche}`;
}

/** Whether an id is a tranche's. */
export function isTranche(id: string): boolean {
  return /\/tranche\/\d+$/.test(id);
}
