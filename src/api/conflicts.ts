import type { CallContext, PanelMember } from '../charts/call/context.js';
import type { ProjectContextV2 } from '../charts/project-v2/context.js';
import { ownCall } from '../charts/project-v2/place.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import type { Shared } from './deps.js';

/** Whoever can't evaluate a project, by opaque ids: they declared a conflict with it, or belong to one of its parties. */
export async function excludedFrom({ ledger }: Pick<Shared, 'ledger'>, projectId: string): Promise<string[]> {
  const view = await getSubject(ledger, projectId);
  const call = view && callOf(view);
  const panel = call ? await panelOf({ ledger }, call) : [];
  if (!view) return [];
  return panel.filter((member) => isInConflict(member, view)).map(({ person }) => person);
}

/** The panel that a call has, with the conflicts that its members declared; nobody where there is no such call. */
export async function panelOf(
  { ledger }: Pick<Shared, 'ledger'>,
  callId: string,
): Promise<readonly PanelMember[]> {
  const call = await getSubject(ledger, callId);
  return call ? (call.facts as unknown as CallContext).panel : [];
}

// Projects from before calls know of none.
function callOf({ facts }: SubjectView): string | null {
  return facts['callId'] ? ownCall(facts as unknown as ProjectContextV2) : null;
}

function isInConflict({ org, conflicts }: PanelMember, { identity }: SubjectView): boolean {
  const parties = [identity.companyId, identity.partnerId];
  return parties.includes(org) || conflicts.some(({ about }) => [identity.id, ...parties].includes(about));
}
