import { randomUUID } from 'node:crypto';
import type { DelegationBody, DeskBody, RevocationBody } from '../../contract/http/absences.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** A delegation to make; days are Korean calendar days, both included. */
export interface DelegateOptions extends CallerOptions {
  readonly of?: string;
  readonly to: string;
  readonly role: string;
  readonly org?: string;
  readonly from: string;
  readonly until: string;
  readonly ground: string;
  readonly key?: string;
}

/** Which delegations are listed. */
export interface DelegationsOptions extends CallerOptions {
  readonly person?: string;
  readonly on?: string;
}

/** Whose desk a track is. */
export interface DeskOptions extends CallerOptions {
  readonly edition?: string;
  readonly track: string;
  readonly officer: string;
  readonly deputy: string;
  readonly head: string;
}

/** Why a role is taken away. */
export interface RevokeOptions extends CallerOptions {
  readonly ground: string;
}

/** `rnd delegation make`: lets somebody act for a person who is away. */
export async function delegationMake(context: Context, options: DelegateOptions): Promise<void> {
  const { of: ofPerson, to: toPerson, role, org, from: fromDay, until: toDay, ground } = options;
  const client = await clientOf(context, options);
  const { body } = await client.post<DelegationBody>('/v1/delegations', {
    json: { toPerson, role, fromDay, toDay, ground, ...(ofPerson && { ofPerson }), ...(org && { org }) },
    headers: { 'idempotency-key': options.key ?? randomUUID() },
  });
  context.terminal.answer(body, (value) => delegations([value], context.terminal));
}

/** `rnd delegation list`: who stands in for whom. */
export async function delegationList(context: Context, options: DelegationsOptions): Promise<void> {
  const { person, on } = options;
  const client = await clientOf(context, options);
  const page = await client.get<{ readonly items: readonly DelegationBody[] }>('/v1/delegations', {
    person,
    on,
  });
  context.terminal.answer(page, ({ items }) => delegations(items, context.terminal));
}

/** `rnd delegation end`: ends a delegation before its last day. */
export async function delegationEnd(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const { body } = await client.send<DelegationBody>('DELETE', `/v1/delegations/${id}`);
  context.terminal.answer(body, (value) => delegations([value], context.terminal));
}

function delegations(items: readonly DelegationBody[], { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '위임이 없습니다.', en: 'There is no delegation.' });
  const heads = [
    '',
    say({ ko: '부재자', en: 'away' }),
    say({ ko: '대리인', en: 'stands in' }),
    say({ ko: '역할', en: 'role' }),
    say({ ko: '기간', en: 'days' }),
    say({ ko: '해지', en: 'ended' }),
  ];
  const rows = items.map(({ id, ofPerson, toPerson, role, fromDay, toDay, revokedAt }) => [
    ...[id, ofPerson, toPerson, role, `${fromDay} – ${toDay}`, revokedAt ? koreanTime(revokedAt) : '—'],
  ]);
  return table(heads, rows);
}

/** `rnd desk set`: says whose desk a track is. */
export async function deskSet(context: Context, options: DeskOptions): Promise<void> {
  const { edition, track, officer, deputy, head } = options;
  const client = await clientOf(context, options);
  const json = { track, officer, deputy, head, ...(edition && { edition }) };
  const { body } = await client.post<DeskBody>('/v1/desks', { json });
  context.terminal.answer(body, (value) => desks([value], context.terminal));
}

/** `rnd desk list`: whose desk each track is. */
export async function deskList(context: Context, options: CallerOptions): Promise<void> {
  const client = await clientOf(context, options);
  const page = await client.get<{ readonly items: readonly DeskBody[] }>('/v1/desks');
  context.terminal.answer(page, ({ items }) => desks(items, context.terminal));
}

function desks(items: readonly DeskBody[], { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '지정된 창구가 없습니다.', en: 'There is no desk.' });
  const heads = [
    say({ ko: '사업연도', en: 'edition' }),
    say({ ko: '유형', en: 'track' }),
    say({ ko: '담당자', en: 'officer' }),
    say({ ko: '대리인', en: 'deputy' }),
    say({ ko: '부서장', en: 'head' }),
  ];
  return table(
    heads,
    items.map(({ edition, track, officer, deputy, head }) => [edition, track, officer, deputy, head]),
  );
}

/** `rnd role revoke`: takes a person's role away from now on. */
export async function roleRevoke(
  context: Context,
  options: RevokeOptions,
  person: string,
  role: string,
): Promise<void> {
  const client = await clientOf(context, options);
  const json = { person, role, ground: options.ground };
  const { body } = await client.post<RevocationBody>('/v1/role-revocations', { json });
  context.terminal.answer(body, (value) => revocations([value], context.terminal));
}

/** `rnd role revocations`: roles that were taken away. */
export async function roleRevocations(context: Context, options: CallerOptions): Promise<void> {
  const client = await clientOf(context, options);
  const page = await client.get<{ readonly items: readonly RevocationBody[] }>('/v1/role-revocations');
  context.terminal.answer(page, ({ items }) => revocations(items, context.terminal));
}

function revocations(items: readonly RevocationBody[], { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '해지된 역할이 없습니다.', en: 'No role was taken away.' });
  return items
    .map(({ person, role, from, by, ground }) => `${person} ${role}: ${koreanTime(from)} (${by}) ${ground}`)
    .join('\n');
}
