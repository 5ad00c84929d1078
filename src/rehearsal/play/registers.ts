import { TRACKS } from '../../contract/names.js';
import type { Cohort } from '../cohort/cohort.js';
import type { Entrant } from '../cohort/entrants.js';
import { staff } from '../cohort/people.js';
import type { Courier } from './courier.js';
import { csvOf } from './csv.js';

/** The day of the registers that the pre-check asks, and how long a ban of theirs lasts. */
const AS_OF = '2026-03-02';
const BANNED_UNTIL = '2028-12-31';

/** More than a firm, or a principal investigator, may have running. */
const TOO_MANY = 4;

/** Brings what the agency knows before the program opens, as files: firms, partners' proposals, bans and running projects. */
export async function fillRegisters(courier: Courier, cohort: Cohort): Promise<void> {
  await importFile(courier, 'companies', [
    ['기업 식별자', '사업자등록번호', '기업명', '기업명(영문)'],
    ...cohort.firms.map(({ companyId, businessNumber, name }) => [
      companyId,
      businessNumber,
      name.ko,
      name.en,
    ]),
  ]);
  await importFile(courier, 'proposals', [
    ['제안번호', '협력기관', '제안명', '제안명(영문)', '분야', '상태'],
    ...cohort.proposals.map(({ id, partnerId, title, sector, isOpen }) => [
      ...[id, partnerId, title.ko, title.en, sector, isOpen ? '공개' : '마감'],
    ]),
  ]);
  await importFile(courier, 'standing', [
    ['구분', '참조번호', '참여제한 종료일', '수행 중 과제수', '참여 과제수', '연구책임 과제수', '기준일'],
    ...oncePerReference(cohort.entrants.flatMap(standingOf)),
  ]);
  await sitAtDesks(courier, cohort);
}

/** Each track has somebody who is told of the agency's clocks, a deputy, and a head to whom what stays late goes. */
async function sitAtDesks(courier: Courier, { edition }: Cohort): Promise<void> {
  const [officer, deputy, head] = [1, 2, 3].map((no) => staff('officer', no).person);
  for (const track of TRACKS) {
    const desk = { edition: edition.id, track, officer, deputy, head };
    const { status, body } = await courier.post(staff('administrator'), '/v1/desks', desk, 'SET_DESK');
    if (status >= 300) throw new Error(`a desk was not set: ${JSON.stringify(body).slice(0, 400)}`);
  }
}

function standingOf({ flaw, firm, key }: Entrant): string[][] {
  const many = String(TOO_MANY);
  switch (flaw) {
    case 'firmBanned':
      return [['기업', firm.companyId, BANNED_UNTIL, '', '', '', AS_OF]];
    case 'tooManyRunning':
      return [['기업', firm.companyId, '', many, '', '', AS_OF]];
    case 'tooManyLed':
      return [['연구자', `researcher-${key}`, '', '', many, many, AS_OF]];
    default:
      return [];
  }
}

function oncePerReference(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(rows.map((row) => [row[1], row])).values()];
}

/** Imports a table as an officer would: tried first, then for good. Throws, with the first faults, where a row isn't taken. */
export async function importFile(
  courier: Courier,
  kind: string,
  rows: readonly (readonly string[])[],
  query = '',
): Promise<void> {
  // A header alone is no file.
  if (rows.length < 2) return;
  const file = { name: `${kind}.csv`, content: csvOf(rows), type: 'text/csv' };
  for (const dryRun of ['true', 'false']) {
    const { status, body } = await courier.upload(
      staff('officer'),
      `/v1/imports/${kind}?dryRun=${dryRun}${query}`,
      file,
    );
    if (status < 300 && body['errorCount'] === 0) continue;
    throw new Error(`the ${kind} were not taken: ${JSON.stringify(body).slice(0, 1_000)}`);
  }
}
