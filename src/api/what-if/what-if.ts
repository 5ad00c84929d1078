import { chartOf } from '../../charts/registry.js';
import { refusalOf } from '../../charts/kernel/refusal.js';
import type { Actor, ChartEvent } from '../../charts/kernel/types.js';
import type { WhatIf } from '../../contract/http/what-if.js';
import { getSubject } from '../../ledger/reads/subjects.js';
import type { SubjectView } from '../../ledger/reads/subjects.js';
import type { Shared } from '../deps.js';
import { actionAtDoor } from '../door.js';
import { instant } from '../instant.js';
import type { Wanted } from '../intake.js';
import { explained } from '../problems.js';
import type { Language } from '../problems.js';
import { atTheDoor, keptOf } from '../refused.js';
import type { KeptRefusal } from '../refused.js';
import { actionableCase } from '../sight.js';
import { chartStateOf, stateAt } from '../stage.js';
import { imagine } from './imagine.js';
import type { Standing } from './imagine.js';
import { toldOf } from './told.js';

/** What would happen to a case by which body of an action. */
export interface Supposed {
  readonly subjectId: string;
  readonly body: unknown;
}

/**
 * What would happen if this person sent this action now: through the same door, the same books and the same charts as a real
 * one, and nothing is written. Throws Refused (`notFound`) for a case that isn't theirs to see.
 */
export async function whatIf(
  shared: Shared,
  actor: Actor,
  supposed: Supposed,
  language: Language,
): Promise<WhatIf> {
  const view = await actionableCase(shared, actor, supposed.subjectId);
  const [wanted, now] = await Promise.all([actionAtDoor(shared, actor, supposed), instant(shared)]);
  const event = eventOf(actor, wanted, now);
  const decided = standingOf(view);
  const refusal = wanted.refusal ?? overtaken(view, wanted) ?? refusedBy(decided, event);
  const asked = { id: supposed.subjectId, type: wanted.type, seq: view.seq };
  if (refusal) return { ...asked, ...refused(view, refusal, language) };
  const read = async (id: string): Promise<Standing | undefined> => {
    const found = await getSubject(shared.ledger, id);
    return found && standingOf(found);
  };
  const happened = await imagine({ now, read }, decided, event);
  return { ...asked, allowed: true, errors: [], ...toldOf(actor, happened) };
}

function standingOf(view: SubjectView): Standing {
  return { identity: view.identity, ...chartStateOf(view) };
}

function eventOf(by: Actor, { type, data, books }: Omit<Wanted, 'key'>, now: string): ChartEvent {
  return { type, by, at: now, receivedAt: now, data, ...(books && { books }) };
}

function overtaken({ seq }: SubjectView, { expectedSeq }: Omit<Wanted, 'key'>): KeptRefusal | undefined {
  if (expectedSeq === undefined || expectedSeq === seq) return undefined;
  return atTheDoor('caseHasMoved', { expected: String(expectedSeq), seq: String(seq) });
}

function refusedBy({ chart, state }: Standing, event: ChartEvent): KeptRefusal | undefined {
  const refusal = refusalOf(chart, state, event);
  return refusal ? keptOf(refusal) : undefined;
}

function refused(
  { identity, state }: SubjectView,
  kept: KeptRefusal,
  language: Language,
): Omit<WhatIf, 'id' | 'type' | 'seq'> {
  const { label } = stateAt(chartOf(identity.chartId), state);
  return {
    ...{ allowed: false, refusal: explained(kept, language), errors: [...kept.errors] },
    state: { from: state, fromLabel: label, to: state, toLabel: label },
    ...{ clocks: [], deadlines: [], money: { postings: [], tranches: [] } },
    ...{ letters: [], neighbours: [], effects: [] },
  };
}
