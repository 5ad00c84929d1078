import { caseAddress } from '../../cli/case-address.js';
import { staff } from '../cohort/people.js';
import type { Case } from './board.js';
import type { Rounds } from './rounds.js';

interface Line {
  readonly id: string;
  readonly outcome: 'selected' | 'reserve' | 'rejected';
  readonly rank: number;
}

interface List {
  readonly sha256: string;
  readonly places: readonly Line[];
}

/** Where the committee's colleagues sit: whoever proposed a list doesn't decide on it. */
const CHAIR = staff('committee');
const COLLEAGUE = staff('committee', 2);
const OFFICER = staff('officer');

/** An officer looks at the list as it would be, stores it, and proposes it. */
export async function listDrafted(rounds: Rounds, call: Case): Promise<boolean> {
  await make(rounds, call, 'true', {});
  const { sha256 } = await make(rounds, call, 'false', {});
  await act(rounds, call, 'PROPOSE_LIST', { listSha256: sha256 }, OFFICER);
  return true;
}

/**
 * The committee decides: at `isFirst` it sends the autonomous track's list back; with the structured track it swaps the last
 * two places by exception. Two of its members press the button at once, and one of them is told that it is done.
 */
export async function decideList(rounds: Rounds, call: Case, isFirst: boolean): Promise<boolean> {
  if (call.track === 'autonomous' && isFirst) {
    await act(rounds, call, 'RETURN_LIST', { reason: '우대 가점 적용 근거를 다시 확인하십시오.' }, CHAIR);
    return true;
  }
  const listSha256 = await withExceptions(rounds, call, String(call.facts['proposedList']));
  const { courier } = rounds;
  const [first, second] = await Promise.all(
    [CHAIR, COLLEAGUE].map((who) =>
      courier.post(
        who,
        `${caseAddress(call.id)}/actions`,
        { type: 'DECIDE_LIST', data: { listSha256 } },
        'DECIDE_LIST',
      ),
    ),
  );
  const statuses = [first?.status ?? 0, second?.status ?? 0];
  if (statuses.some((status) => status < 300)) return true;
  throw new Error(
    `nobody could decide on ${call.id}: ${JSON.stringify([first?.body, second?.body]).slice(0, 800)}`,
  );
}

async function withExceptions(rounds: Rounds, call: Case, basedOn: string): Promise<string> {
  if (!call.id.endsWith('/structured/selection')) return basedOn;
  const { courier } = rounds;
  const { body } = await courier.get(CHAIR, `${caseAddress(call.id)}/lists/${basedOn}`);
  const { places } = body as unknown as List;
  const last = places.findLast(({ outcome }) => outcome === 'selected');
  const next = places.find(({ outcome }) => outcome === 'reserve');
  if (!last || !next) return basedOn;
  const exceptions = [
    { projectId: last.id, outcome: 'reserve', ground: '동일 기술 분야 과제와의 중복성을 고려하였습니다.' },
    { projectId: next.id, outcome: 'selected', ground: '수요기관의 우선 수요에 해당합니다.' },
  ];
  await make(rounds, call, 'true', { exceptions, basedOn }, CHAIR);
  return (await make(rounds, call, 'false', { exceptions, basedOn }, CHAIR)).sha256;
}

/** Somebody wants places back that were promised: it is refused, with the lawful way. */
export async function lowerCapacity(rounds: Rounds, call: Case): Promise<void> {
  const capacity = Math.max(1, Number(call.facts['capacity']) - 5);
  const data = { capacity, ground: '예산 사정으로 선정 규모를 줄이려 합니다.' };
  const { status } = await rounds.courier.post(
    CHAIR,
    `${caseAddress(call.id)}/actions`,
    { type: 'CHANGE_CAPACITY', data },
    'CHANGE_CAPACITY',
  );
  const promised = call.facts['applied'] as { readonly selected: number } | null;
  if (status < 300 && capacity < (promised?.selected ?? 0))
    throw new Error(`${call.id} took places back that were promised`);
}

async function make(
  { courier }: Rounds,
  call: Case,
  dryRun: 'true' | 'false',
  wished: object,
  who = OFFICER,
): Promise<List> {
  const address = `${caseAddress(call.id)}/lists?dryRun=${dryRun}`;
  const { status, body } = await courier.post(
    who,
    address,
    wished,
    `list, ${dryRun === 'true' ? 'dry run' : 'stored'}`,
  );
  if (status >= 300) throw new Error(`no list of ${call.id}: ${JSON.stringify(body).slice(0, 800)}`);
  return body as unknown as List;
}

async function act(
  { courier }: Rounds,
  call: Case,
  type: string,
  data: object,
  who: typeof OFFICER,
): Promise<void> {
  const { status, body } = await courier.post(who, `${caseAddress(call.id)}/actions`, { type, data }, type);
  if (status >= 300) throw new Error(`${type} of ${call.id}: ${JSON.stringify(body).slice(0, 800)}`);
}
