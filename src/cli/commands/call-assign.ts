import { randomUUID } from 'node:crypto';
import type { AssignmentBody } from '../../contract/http/lists.js';
import { callAddress } from '../case-address.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { table } from '../text.js';
import type { Terminal } from '../terminal.js';
import { counted } from './bulk.js';

/** How panels are assigned. */
export interface AssignOptions extends CallerOptions {
  readonly panelSize?: string;
  readonly dryRun?: boolean;
  readonly key?: string;
}

/** `rnd call assign`: assigns panels to every project of a call that has none, or only shows it. */
export async function callAssign(context: Context, options: AssignOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const { panelSize, dryRun = false, key = randomUUID() } = options;
  const { body } = await client.post<AssignmentBody>(`${callAddress(id)}/assignments?dryRun=${dryRun}`, {
    json: panelSize === undefined ? {} : { panelSize: Number(panelSize) },
    headers: { 'idempotency-key': key },
  });
  context.terminal.answer(body, (value) => described(value, context.terminal));
}

function described({ items, unassignable, loads, bulk }: AssignmentBody, terminal: Terminal): string {
  const { say } = terminal;
  const heads = [say({ ko: '평가위원', en: 'member' }), say({ ko: '배정 과제 수', en: 'projects' })];
  const short = unassignable.map(({ project, needed, eligible }) =>
    say({
      ko: `✗ ${project}: ${needed}명이 필요하나 ${eligible}명만 평가할 수 있습니다.`,
      en: `✗ ${project}: needs ${needed}, and only ${eligible} can evaluate it.`,
    }),
  );
  const head = say({
    ko: `${items.length}개 과제의 평가단`,
    en: `Panels for ${items.length} projects`,
  });
  const done = bulk ? [counted(bulk, terminal)] : [];
  return [
    head,
    table(
      heads,
      loads.map((load) => [load.person, String(load.projects)]),
    ),
    ...short,
    ...done,
  ].join('\n');
}
