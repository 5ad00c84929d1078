import { randomUUID } from 'node:crypto';
import type { Action, DecidedAnswer } from '../../contract/http/actions.js';
import type { CaseBody } from '../../contract/http/cases.js';
import { besideId, trancheId } from '../../contract/names.js';
import type { Beside } from '../../contract/names.js';
import { Refused } from '../http.js';
import { caseAddress } from '../case-address.js';
import { putDocument } from '../commands/documents.js';
import type { Cast, Player } from './cast.js';
import { inBrief } from '../said.js';
import { settled } from './command.js';
import { Difference } from './difference.js';
import { patiently } from './patience.js';
import type { Entry } from './record.js';
import type { Explained } from '../../contract/http/problem.js';
import type { Materials, Move, Script, Turn, Wait } from './script.js';

/** A project under way: where it is read, who reads it, and where what happens is told. */
export interface Stage {
  readonly script: Script;
  readonly id: string;
  readonly cast: Cast;
  /** Reads the states between turns: the applicant, whose case it is. */
  readonly reader: Player;
  readonly tell: (entry: Entry) => void;
}

/** Plays a project's turns in order; throws a Difference at the first one that doesn't lead where the chart promises. */
export async function play(stage: Stage, turns: readonly Turn[]): Promise<void> {
  for (const turn of turns) {
    if ('send' in turn) await move(stage, turn);
    else await wait(stage, turn);
  }
}

/** A case's id within a stage: the project's own, or that of what belongs to it. */
export function caseOf({ id }: Pick<Stage, 'id'>, on: Move['on']): string {
  if (on === undefined) return id;
  if (typeof on === 'number') return trancheId(id, on);
  const [beside, no] = on.split('/') as [Beside, string];
  return besideId(beside, id, Number(no));
}

async function wait(stage: Stage, { on, until, heard }: Wait): Promise<void> {
  const reached = await untilState(stage, caseOf(stage, on), until);
  stage.tell(entryOf(stage, reached, reached.updatedAt, null));
  if (heard) await untilHeard(stage, Number(on), until);
}

// A tranche tells its project how it stands; what the project begins afterwards, such as a settlement, goes by that.
async function untilHeard({ reader, id }: Stage, no: number, state: string): Promise<void> {
  let last: string | undefined;
  await patiently(
    `${id} to hear that its tranche ${no} is ${state}`,
    async () => {
      const { facts } = await reader.client.get<CaseBody>(caseAddress(id));
      const tranches = facts['tranches'] as readonly { readonly no: number; readonly state: string }[];
      last = tranches.find((one) => one.no === no)?.state;
      return last === state ? true : undefined;
    },
    () => last ?? 'not there yet',
  );
}

async function untilState({ reader }: Stage, id: string, state: string): Promise<CaseBody> {
  let last = '';
  return patiently(
    `${id} to become ${state}`,
    async () => {
      const body = await reader.client.get<CaseBody>(caseAddress(id)).catch(notYetThere);
      last = body?.state ?? 'not there yet';
      if (body?.closedAt && body.state !== state)
        throw new Difference(`${id} ended as ${body.state}, not as ${state}`);
      return body?.state === state ? body : undefined;
    },
    () => last,
  );
}

// A tranche's case appears a moment after the project's decision that schedules it.
function notYetThere(error: unknown): undefined {
  if (error instanceof Refused && error.problem.status === 404) return undefined;
  throw error;
}

async function move(stage: Stage, turn: Move): Promise<void> {
  const id = caseOf(stage, turn.on);
  const before = await untilState(stage, id, turn.at);
  const player = await stage.cast.player(turn.who);
  const action = await offered(id, player, turn);
  const data =
    typeof turn.data === 'function' ? await turn.data(materials(stage, before, player)) : (turn.data ?? {});
  const at = new Date().toISOString();
  const { label } = action;
  const said = { person: player.id, role: player.role, event: turn.send, label, said: inBrief(data) };
  try {
    const decided = await sent(id, player, turn.send, data);
    if (turn.refusedWith)
      throw new Difference(`${id} took ${turn.send} of ${player.id}, which it should refuse`);
    if (decided.state !== turn.leadsTo)
      throw new Difference(`${id}: ${turn.send} led to ${decided.state}, not to ${turn.leadsTo}`);
    await mustLeave(stage, id, turn);
    stage.tell(entryOf(stage, decided, at, said));
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.code === undefined) throw error;
    const refusal = error.problem as Explained;
    if (refusal.code !== turn.refusedWith)
      throw new Difference(`${id} refused ${turn.send} of ${player.id}: ${JSON.stringify(refusal)}`);
    stage.tell({ ...entryOf(stage, before, at, said), refusal });
  }
}

// The facts that a turn promises besides its state, such as the stage that a RECYCLE goes back to.
async function mustLeave({ reader }: Stage, id: string, { send, leaves = {} }: Move): Promise<void> {
  if (Object.keys(leaves).length === 0) return;
  const { facts } = await reader.client.get<CaseBody>(caseAddress(id));
  for (const [name, promised] of Object.entries(leaves)) {
    if (facts[name] === promised) continue;
    throw new Difference(`${id}: ${send} left ${name} ${String(facts[name])}, not ${promised}`);
  }
}

// What is offered decides: a window that isn't open yet is waited for, and nothing is sent before.
async function offered(id: string, player: Player, turn: Move): Promise<Action> {
  let why = '';
  return patiently(
    `${turn.send} to be offered to ${player.id} in ${id}`,
    async () => {
      const { actions } = await player.client.get<{ actions: Action[] }>(`${caseAddress(id)}/actions`);
      const action = actions.find(({ type }) => type === turn.send);
      if (!action) throw new Difference(`${id} knows no ${turn.send}`);
      why = action.refusal?.code ?? '';
      return action.allowed || turn.refusedWith ? action : undefined;
    },
    () => why,
  );
}

async function sent(
  id: string,
  player: Player,
  type: string,
  data: object,
): Promise<Pick<DecidedAnswer, 'id' | 'state' | 'stateLabel'>> {
  const { status, body } = await player.client.post<DecidedAnswer>(`${caseAddress(id)}/actions`, {
    json: { type, data },
    headers: { 'idempotency-key': randomUUID() },
  });
  return settled(player, id, { status, body });
}

function materials({ script, id }: Stage, { facts }: CaseBody, player: Player): Materials {
  return {
    facts,
    now: new Date().toISOString(),
    put: async (title) => {
      const text = `${title}\n${id} · ${script.name}\n${player.id}\n`;
      return (await putDocument(player.client, new TextEncoder().encode(text), 'document.txt')).sha256;
    },
  };
}

type Said = { person: string; role: string; event: string; label: Entry['label']; said: string };

function entryOf(
  { script }: Stage,
  { id, state, stateLabel }: Pick<CaseBody, 'id' | 'state' | 'stateLabel'>,
  at: string,
  said: Said | null,
): Entry {
  const who = said && { person: said.person, role: said.role };
  const { event = null, label = null, said: words = '' } = said ?? {};
  return { at, script: script.name, case: id, who, event, label, said: words, state, stateLabel };
}
