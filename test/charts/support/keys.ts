import { pathOf } from '../../../src/charts/kernel/step.js';
import { promisedPlaces } from '../../../src/charts/call/context.js';
import type { CallContext } from '../../../src/charts/call/context.js';
import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';
import type { Clocks } from '../../../src/charts/clockwork/running.js';
import type { Chart, ChartState } from '../../../src/charts/kernel/types.js';
import { closingSubject, ending } from './keys-closing.js';
import { changeSubject } from './keys-life.js';

type Facts = Readonly<Record<string, unknown>>;

interface TrancheFact {
  readonly state: string;
  readonly released: string;
}

const CLOSING = /^(finalReport|finalEvaluation|settlement|repayment)/;

// What the tranches told matters only where it is settled: everywhere else it would multiply the same paths.
function money({ tranches }: Facts, path: string): unknown {
  if (!CLOSING.test(path)) return null;
  const all = tranches as readonly TrancheFact[];
  return [all.some(({ state }) => state === 'claimed'), all.some(({ released }) => released !== '0')];
}

function conditions({ conditions: all }: Facts): unknown {
  const open = (all as readonly { metBySha256: unknown; lapsedAt: unknown }[]).filter(
    ({ metBySha256 }) => metBySha256 === null,
  );
  return [open.length > 0, open.some(({ lapsedAt }) => lapsedAt !== null)];
}

function clinical(facts: Facts): unknown {
  const hold = facts['clinicalHold'] as { resumeTo: string; remainingMs: number | null } | null;
  return [
    ...[facts['clinicalStage'], facts['openedTranches'], conditions(facts)],
    hold && [hold.resumeTo, hold.remainingMs === null],
  ];
}

// Who of the panel is who matters to nobody but them: only how far all of them are.
function panel({ panel: now }: Partial<ProjectContextV2>): unknown {
  const seats = (now?.members ?? []).map(({ score, replacedBy, recused }) => {
    if (replacedBy !== null) return 'replaced';
    return recused ?? String(score?.total);
  });
  return seats.toSorted();
}

// What a call said matters until the agreement is in force, and a panel while it is one.
function competing(facts: Partial<ProjectContextV2>, path: string): unknown {
  if (facts.agreement?.inForceFrom) return null;
  const { callId, place, roadmapCheck } = facts;
  return [
    ...[callId, place?.outcome, place?.callId],
    /^(under|roadmap)Evaluation/.test(path) ? panel(facts) : null,
    path.startsWith('roadmap.') ? [roadmapCheck?.announcedAt !== null, roadmapCheck?.finding] : null,
  ];
}

function project(facts: Facts, path: string): unknown {
  const match = facts['match'] as { acceptedBy: unknown } | null;
  const special = facts['specialEvaluation'] as { cause: string } | null;
  const isClinical = facts['track'] === 'ecoBridge';
  return [
    ...[facts['resumeTo'], facts['objectionFiled'], facts['outcome'], special?.cause, match?.acceptedBy],
    isClinical ? clinical(facts) : facts['stage'],
    ...[money(facts, path), competing(facts, path)],
  ];
}

function tranche(facts: Facts): unknown {
  const isPaidIn = Number(facts['cashShareReceived']) >= Number(facts['cashShareDue']);
  // The first version also keeps what is held while nothing is paid.
  const held = facts['isReserved'] ?? null;
  return [isPaidIn, facts['resumeTo'], facts['isFrozen'], facts['isCancelled'], held];
}

function call(facts: Facts): unknown {
  const { kept, panel, window, reserveExhausted } = facts as unknown as CallContext;
  const isKept = kept.freed.length + kept.upheld.length + kept.places > 0;
  return [panel.map(({ isDeclared }) => isDeclared), window, reserveExhausted, isKept, placesOf(facts)];
}

// Counts grow without end; what is allowed hangs on whether places are vacant, and whether an answer is awaited.
function placesOf(facts: Facts): unknown {
  const context = facts as unknown as CallContext;
  const vacant = context.capacity - promisedPlaces(context);
  return [Math.sign(vacant), Math.min(context.filling, 2), context.askAgain];
}

function objection(facts: Facts): unknown {
  return [facts['board']];
}

function factsOf(context: Facts, path: string): unknown {
  if ('competition' in context) return call(context);
  if ('decidedOn' in context) return objection(context);
  if ('coSignedBy' in context) return changeSubject(context);
  if ('track' in context) return ending(context, path) ?? project(context, path);
  return closingSubject(context) ?? tranche(context);
}

// What stands still is waited for by nothing until it is resumed; where its duty is no longer open that is over.
function stillIn({ pendingIn }: Chart, { clocks }: Facts, path: string): unknown {
  const open = pendingIn?.(path) ?? [];
  return Object.entries((clocks ?? {}) as Clocks).flatMap(([clock, running]) =>
    running?.suspended && open.includes(clock) ? [clock] : [],
  );
}

/** What makes two states of a chart the same for a walk: the rest of what is known changes nothing that is allowed. */
export function keyOf(chart: Chart, { value, context }: ChartState): string {
  const path = pathOf(value);
  return JSON.stringify([path, factsOf(context, path), stillIn(chart, context, path)]);
}
