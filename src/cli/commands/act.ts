import { randomUUID } from 'node:crypto';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import { actionData } from '../action-data.js';
import { caseAddress } from '../case-address.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import type { Terminal } from '../terminal.js';
import { koreanTime } from '../text.js';
import { actionLines } from './show.js';
import { suppose } from './suppose.js';
import type { Supposed } from './suppose.js';

/** How an action is sent; `key` is its idempotency key, made up where it isn't given. */
export interface SendOptions extends CallerOptions {
  readonly key?: string;
  readonly dryRun?: boolean;
}

/** What to send with an action. */
export interface ActOptions extends SendOptions {
  readonly data?: string;
}

/** `rnd act`: sends an event to a case. A 202 prints the key, with which the same command can be sent again safely. */
export async function act(
  context: Context,
  options: ActOptions,
  id: string,
  type: string,
  pairs: readonly string[],
): Promise<void> {
  const address = caseAddress(id);
  const data = await actionData(pairs, options.data);
  await send(context, options, { address, type, data });
}

/** Sends an action, or asks what it would do (`dryRun`), and tells what came of it. */
export async function send(context: Context, options: SendOptions, action: Supposed): Promise<void> {
  if (options.dryRun) return suppose(context, options, action);
  const { address, type, data } = action;
  const key = options.key ?? randomUUID();
  const client = await clientOf(context, options);
  const { status, body } = await client.post<DecidedAnswer | AcceptedAnswer>(`${address}/actions`, {
    json: { type, data },
    headers: { 'idempotency-key': key },
  });
  context.terminal.answer({ status, key, ...body }, (answer) => answered(answer, key, context.terminal));
}

/** An answer to a command for its reader: decided, or received and still under way. */
export function answered(answer: DecidedAnswer | AcceptedAnswer, key: string, terminal: Terminal): string {
  const { say } = terminal;
  if (!('seq' in answer)) {
    const { href, receivedAt } = answer.command;
    return say({
      ko: `접수했습니다 (${koreanTime(receivedAt)}). 처리 결과: ${href}\n같은 요청을 다시 보낼 때: --key ${key}`,
      en: `Received (${koreanTime(receivedAt)}). What becomes of it: ${href}\nTo send the very same again: --key ${key}`,
    });
  }
  const { id, outcome, reason, stateLabel, state, actions } = answer;
  const head =
    outcome === 'applied'
      ? `✓ ${id}: ${say(stateLabel)} (${state})`
      : `· ${id}: ${say({ ko: '반영되지 않음', en: 'not taken' })} (${reason ?? ''}), ${say(stateLabel)}`;
  return [head, ...actionLines(actions, terminal)].join('\n');
}
