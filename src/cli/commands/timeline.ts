import type { TimelineLine } from '../../contract/http/cases.js';
import { caseAddress } from '../case-address.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import type { Client } from '../http.js';
import { rolesIn } from '../refusal.js';
import { inBrief } from '../said.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';

interface TimelinePage {
  readonly items: readonly TimelineLine[];
  readonly next: number | null;
}

/** `rnd timeline`: everything that happened to a case, in order. */
export async function timeline(context: Context, options: CallerOptions, id: string): Promise<void> {
  const rows = await timelineOf(await clientOf(context, options), id);
  context.terminal.answer({ id, items: rows }, ({ items }) => described(items, context.terminal));
}

/** All rows of a case's ledger, read page by page. */
export async function timelineOf(client: Client, id: string): Promise<TimelineLine[]> {
  const address = `${caseAddress(id)}/timeline`;
  const rows: TimelineLine[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: TimelinePage = await client.get<TimelinePage>(address, { after: String(after) });
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}

function described(rows: readonly TimelineLine[], terminal: Terminal): string {
  const { say } = terminal;
  const heads = [
    '#',
    say({ ko: '접수 시각', en: 'received' }),
    say({ ko: '누가', en: 'who' }),
    say({ ko: '무엇을', en: 'what' }),
    say({ ko: '결과', en: 'led to' }),
  ];
  const cells = rows.map(({ seq, receivedAt, by, label, type, data, toLabel, outcome, reason }) => [
    String(seq),
    koreanTime(receivedAt),
    `${by.person} (${rolesIn([by.role], terminal)})${by.onBehalfOf ? ` ← ${by.onBehalfOf}` : ''}`,
    `${say(label)} ${type} ${inBrief(data)}`.trimEnd(),
    outcome === 'applied'
      ? say(toLabel)
      : `${say({ ko: '반영되지 않음', en: 'not taken' })}: ${reason ?? ''}`,
  ]);
  return table(heads, cells);
}
