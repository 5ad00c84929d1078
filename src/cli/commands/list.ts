import type { CaseLine } from '../../contract/http/cases.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { rolesIn } from '../refusal.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** What a list of projects is narrowed to; as the API names it. */
export interface ListOptions extends CallerOptions {
  readonly kind: string;
  readonly track?: string;
  readonly state?: string;
  readonly company?: string;
  readonly partner?: string;
  readonly edition?: string;
  readonly awaiting?: string;
  readonly dueBefore?: string;
  readonly open?: boolean;
  readonly closed?: boolean;
  readonly limit?: string;
  readonly cursor?: string;
}

/** A page of projects; `next` is the cursor to go on with, null at the end. */
export interface Page {
  readonly items: readonly CaseLine[];
  readonly next: string | null;
}

/** `rnd list`: projects, or what belongs to them, that the caller may see, a page at a time. */
export async function list(context: Context, options: ListOptions): Promise<void> {
  const client = await clientOf(context, options);
  const { track, state, company, partner, edition, awaiting, dueBefore, limit, cursor } = options;
  const open = options.open ? 'true' : options.closed ? 'false' : undefined;
  const page = await client.get<Page>(`/v1/${options.kind}`, {
    ...{ track, state, company, partner, edition, awaiting },
    ...{ dueBefore, limit, cursor, open },
  });
  context.terminal.answer(page, (value) => described(value, context.terminal));
}

function described({ items, next }: Page, terminal: Terminal): string {
  const { say } = terminal;
  if (items.length === 0) return say({ ko: '해당하는 건이 없습니다.', en: 'There is no such case.' });
  const heads = [
    say({ ko: '건', en: 'case' }),
    say({ ko: '상태', en: 'state' }),
    say({ ko: '처리할 사람', en: 'who must act' }),
    say({ ko: '다음 기한', en: 'next deadline' }),
    say({ ko: '기업', en: 'company' }),
  ];
  const rows = items.map(({ id, stateLabel, awaits, nextDue, company }) => [
    id,
    say(stateLabel),
    rolesIn(awaits, terminal) || '—',
    nextDue ? koreanTime(nextDue) : '—',
    company,
  ]);
  const more =
    next === null
      ? []
      : ['', say({ ko: `다음 쪽: --cursor ${next}`, en: `The next page: --cursor ${next}` })];
  return [table(heads, rows), ...more].join('\n');
}
