import { caseAddress } from '../../cli/case-address.js';
import { callId } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import type { Entrant } from '../cohort/entrants.js';
import { staff } from '../cohort/people.js';
import { csvOf } from './csv.js';
import { irisTable } from './iris.js';
import type { Rounds } from './rounds.js';

const OFFICER = staff('officer');

const THREE_DAYS_MS = 3 * 86_400_000;

/** The portal was away: in the last minute before the close it is moved three days on, while firms are sending. */
export async function extendWindow({ courier, cohort }: Rounds, track: Track, closes: string): Promise<void> {
  const address = `${caseAddress(callId(cohort.edition.id, track, 'selection'))}/actions`;
  const data = {
    closes: new Date(Date.parse(closes) + THREE_DAYS_MS).toISOString(),
    ground: '접수 시스템 장애로 마감을 3일 연장합니다.',
  };
  const { status, body } = await courier.post(
    OFFICER,
    address,
    { type: 'EXTEND_WINDOW', data },
    'EXTEND_WINDOW',
  );
  if (status >= 300) throw new Error(`the window was not extended: ${JSON.stringify(body).slice(0, 400)}`);
}

/** After the close IRIS's list is compared with what was received; one firm of it has never come here. */
export async function reconcile(
  { courier, cohort }: Rounds,
  track: Track,
  filed: readonly Entrant[],
  at: string,
): Promise<void> {
  const [first] = filed;
  if (!first) return;
  const missing = { ...first, key: `${first.key}-missing` };
  const file = { name: 'iris.csv', content: csvOf(irisTable([...filed, missing], at)), type: 'text/csv' };
  const address = `/v1/reconciliations?edition=${cohort.edition.id}&track=${track}`;
  const { status, body } = await courier.upload(OFFICER, address, file);
  if (status >= 300)
    throw new Error(`IRIS's list could not be compared: ${JSON.stringify(body).slice(0, 400)}`);
}

/** A partner leaves the program: its open proposals close, and its running projects are named to whoever books it. */
export async function partnerLeaves({ courier, cohort }: Rounds, on: string): Promise<void> {
  const leaving = cohort.edition.partners.at(-1)?.id ?? '';
  const json = { on, ground: '기관 사정으로 사업에서 탈퇴합니다.' };
  const { status, body } = await courier.post(
    OFFICER,
    `/v1/partners/${leaving}/departure`,
    json,
    'departure',
  );
  if (status >= 300) throw new Error(`a departure was not booked: ${JSON.stringify(body).slice(0, 400)}`);
}
