import { SYSTEM } from '../charts/kernel/types.js';
import type { Command, EffectOrder, SubjectInput } from './messages.js';
import { besideId, trancheId } from './names.js';
import type { Beside } from './names.js';

/** The orders that start something beside a project: which subject, and the event that begins it. */
const STARTS: Readonly<Record<string, { readonly subject: Beside; readonly begins: string }>> = {
  startObjection: { subject: 'objection', begins: 'OPEN_OBJECTION' },
  startChange: { subject: 'change', begins: 'OPEN_CHANGE' },
  startSettlement: { subject: 'settlement', begins: 'OPEN_SETTLEMENT' },
  startRecovery: { subject: 'recovery', begins: 'OPEN_RECOVERY' },
  startSanction: { subject: 'sanction', begins: 'OPEN_SANCTION' },
};

/** Tranches to be scheduled, each with what its chart begins with: at least its number and its amount in won. */
interface Schedule {
  readonly chartId: string;
  readonly tranches: readonly { readonly no: number; readonly amount: string }[];
}

/** The project's first, second … of a kind; `chartId` is the version that it follows, `facts` what its chart begins with. */
interface Starting {
  readonly chartId: string;
  readonly no: number;
  readonly facts: SubjectInput['facts'];
}

/**
 * What an order to tell neighbours says: the event, its data, and whom: a subject, tranches, or else the project; or each of
 * some tranches its own.
 */
interface Telling {
  readonly event: string;
  readonly data: Command['data'];
  readonly to?: string;
  readonly tranches?: readonly number[];
  readonly each?: readonly { readonly no: number; readonly data: Command['data'] }[];
}

/** What a neighbour is told, by its id. */
export interface Told {
  readonly to: string;
  readonly command: Command;
}

/**
 * The subjects that an order starts, whole: a project's tranches, or what runs beside it; none where it starts nothing. The
 * same order always starts the same.
 */
export function startedBy(order: EffectOrder, input: SubjectInput): SubjectInput[] {
  const starts = Object.hasOwn(STARTS, order.name) ? STARTS[order.name] : undefined;
  if (starts) return [besideStarted(order, input, starts)];
  if (order.name !== 'scheduleTranches') return [];
  const { chartId, tranches } = order.params as unknown as Schedule;
  return tranches.map((plan) => trancheStarted(order, input, { chartId, plan }));
}

function trancheStarted(
  order: EffectOrder,
  { identity, facts: { terms } }: SubjectInput,
  { chartId, plan }: { readonly chartId: string; readonly plan: Schedule['tranches'][number] },
): SubjectInput {
  const { id: projectId, companyId, editionId } = identity;
  const id = trancheId(projectId, plan.no);
  return {
    identity: { ...identity, id, subject: 'tranche', chartId, parentId: projectId },
    facts: { subjectId: id, projectId, companyId, editionId, ...plan, terms },
    command: commandOf(order, `${order.key}/${plan.no}`, 'SCHEDULE', {}),
  };
}

function besideStarted(
  order: EffectOrder,
  { identity, facts: { terms } }: SubjectInput,
  { subject, begins }: { readonly subject: Beside; readonly begins: string },
): SubjectInput {
  const { chartId, no, facts } = order.params as unknown as Starting;
  const { id: projectId, companyId, editionId } = identity;
  const id = besideId(subject, projectId, no);
  // Whom the order names: a partner may have been replaced since the project began, or is about to be.
  const partner = 'partnerId' in facts ? { partnerId: facts['partnerId'] as string | null } : {};
  return {
    identity: { ...identity, ...partner, id, subject, chartId, parentId: projectId },
    facts: { ...facts, subjectId: id, projectId, companyId, editionId, no, terms },
    command: commandOf(order, `${order.key}/${subject}`, begins, {}),
  };
}

/** Who is told what by an order to tell neighbours; each is an announcement of its own, applied once. */
export function toldBy(order: EffectOrder, { identity: { id, parentId } }: SubjectInput): Told[] {
  const { event, data, to, tranches, each } = order.params as unknown as Telling;
  const all = each ?? tranches?.map((no) => ({ no, data }));
  if (!all) return [{ to: to ?? parentId ?? id, command: commandOf(order, order.key, event, data) }];
  return all.map(({ no, data: own }) => ({
    to: trancheId(id, no),
    command: commandOf(order, `${order.key}/${no}`, event, own),
  }));
}

function commandOf(order: EffectOrder, id: string, type: string, data: Command['data']): Command {
  return { id, type, data, by: SYSTEM, receivedAt: order.at };
}
