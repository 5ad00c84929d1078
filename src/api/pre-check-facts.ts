import type { CallContext } from '../charts/call/context.js';
import type { ProjectContextV2 } from '../charts/project-v2/context.js';
import { runningProjectsOf } from '../ledger/entrants.js';
import { companyFund, usedOf } from '../ledger/funds.js';
import type { Ledger } from '../ledger/ledger.js';
import { applicationsOf } from '../ledger/reads/said.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { partnersByIds } from '../ledger/registers/partners.js';
import type { Partner } from '../ledger/registers/partners.js';
import { listProposals, proposalsByIds } from '../ledger/registers/proposals.js';
import type { Proposal } from '../ledger/registers/proposals.js';
import { standingsOf } from '../ledger/registers/standings.js';
import type { Standing } from '../ledger/registers/standings.js';
import { dayOf } from '../rules/calendar.js';
import type { ScreeningFacts } from '../rules/screening.js';
import { wonText } from '../rules/won.js';

/** What books and registers say of the firms, researchers, partners, proposals and calls of some applications. */
export interface Known {
  readonly said: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly running: Readonly<Record<string, number>>;
  readonly committed: ReadonlyMap<string, bigint>;
  readonly firms: ReadonlyMap<string, Standing>;
  readonly researchers: ReadonlyMap<string, Standing>;
  readonly partners: ReadonlyMap<string, Partner>;
  /** By edition and id; `null` where no proposal of that edition has been brought to the register yet. */
  readonly proposals: ReadonlyMap<string, ReadonlyMap<string, Proposal> | null>;
  readonly calls: ReadonlyMap<string, CallContext>;
}

/** Reads what books and registers say of these applications, all of them at once. */
export async function knownOf(ledger: Ledger, views: readonly SubjectView[]): Promise<Known> {
  const firms = unique(views.map(({ identity }) => identity.companyId));
  const said = await applicationsOf(ledger, unique(views.map(({ identity }) => identity.id)));
  const investigators = unique([...said.values()].map(({ investigatorRef }) => textOr(investigatorRef)));
  const [running, committed, ofFirms, researchers, partners, proposals, calls] = await Promise.all([
    runningProjectsOf(ledger, firms),
    committedTo(ledger, views),
    standingsOf(ledger, 'firm', firms),
    standingsOf(ledger, 'researcher', investigators),
    partnersByIds(ledger, unique(views.map(({ identity }) => identity.partnerId))),
    proposalsFor(ledger, views),
    callsFor(ledger, unique(views.map((view) => projectOf(view).callId))),
  ]);
  const byRef = (standings: readonly Standing[]) => new Map(standings.map((each) => [each.ref, each]));
  return {
    ...{ said, running, committed, proposals, calls },
    ...{ firms: byRef(ofFirms), researchers: byRef(researchers) },
    partners: new Map(partners.map((each) => [each.id, each])),
  };
}

/** What the pre-check looks at of one application; `now` is the ISO instant it is. */
export function factsOf(view: SubjectView, known: Known, now: string): ScreeningFacts {
  const { identity, openedAt } = view;
  const { sector, requested, callId, proposalId } = projectOf(view);
  const { investigatorRef, foreignBearsCost } = known.said.get(identity.id) ?? {};
  const firm = known.firms.get(identity.companyId);
  const researcher = known.researchers.get(textOr(investigatorRef) ?? '');
  const call = known.calls.get(callId ?? '');
  const proposals = known.proposals.get(identity.editionId) ?? null;
  return {
    ...{ receivedAt: openedAt, onDay: dayOf(now), sector, funding: requested },
    ...(firm?.bannedUntil ? { firmBannedUntil: firm.bannedUntil } : {}),
    ...(researcher?.bannedUntil ? { investigatorBannedUntil: researcher.bannedUntil } : {}),
    firmRunning: (firm?.running ?? 0) + (known.running[identity.companyId] ?? 0),
    investigatorProjects: researcher?.projects ?? 0,
    investigatorAsPrincipal: researcher?.asPrincipal ?? 0,
    foreignBearsCost: foreignBearsCost === true,
    ...(identity.partnerId === null ? {} : { partner: identity.partnerId }),
    companyAlready: wonText(known.committed.get(identity.companyId) ?? 0n),
    ...(proposalId === null || proposals === null
      ? {}
      : { proposal: proposals.get(proposalId)?.state ?? 'unknown' }),
    ...(call ? { call: { window: call.window, history: call.windowHistory } } : {}),
  };
}

/** What is held or paid of each company's ceiling, in won. */
async function committedTo(ledger: Ledger, views: readonly SubjectView[]): Promise<Map<string, bigint>> {
  const companies = new Map(
    views.map(({ identity }) => [companyFund(identity.editionId, identity.companyId), identity.companyId]),
  );
  const used = await usedOf(ledger, [...companies.keys()]);
  return new Map([...companies].map(([key, companyId]) => [companyId, used[key] ?? 0n]));
}

/** The proposals that these applications answer, by their edition and id. */
async function proposalsFor(ledger: Ledger, views: readonly SubjectView[]): Promise<Known['proposals']> {
  const editions = unique(views.map(({ identity }) => identity.editionId));
  const found = editions.map(async (editionId) => {
    const own = views.filter(({ identity }) => identity.editionId === editionId);
    return [editionId, await answered(ledger, editionId, own)] as const;
  });
  return new Map(await Promise.all(found));
}

async function answered(
  ledger: Ledger,
  editionId: string,
  views: readonly SubjectView[],
): Promise<ReadonlyMap<string, Proposal> | null> {
  const ids = unique(views.map((view) => projectOf(view).proposalId));
  if (ids.length === 0) return null;
  const [found, any] = await Promise.all([
    proposalsByIds(ledger, editionId, ids),
    listProposals(ledger, { editionId }, { limit: 1 }),
  ]);
  return any.length === 0 ? null : new Map(found.map((each) => [each.id, each]));
}

async function callsFor(ledger: Ledger, ids: readonly string[]): Promise<Map<string, CallContext>> {
  const views = await Promise.all(ids.map((id) => getSubject(ledger, id)));
  return new Map(
    views.flatMap((view) =>
      view ? [[view.identity.id, view.facts as unknown as CallContext] as const] : [],
    ),
  );
}

function projectOf({ facts }: SubjectView): ProjectContextV2 {
  return facts as unknown as ProjectContextV2;
}

/** Whether a partner has left the register by a Korean day. */
export function hasLeft(partner: Partner | undefined, today: string): boolean {
  return typeof partner?.leftOn === 'string' && partner.leftOn <= today;
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts)].filter((text): text is string => typeof text === 'string');
}
