import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { EventMeta } from './kernel/types.js';

/** The events that a machine takes somewhere, without its deadlines; in the order of the states. */
export function eventsTaken(machine: AnyStateMachine): string[] {
  const walk = (node: AnyStateNode): string[] => [
    ...node.transitions.keys(),
    ...Object.values(node.states).flatMap(walk),
  ];
  return [...new Set(walk(machine.root))].filter((type) => !type.startsWith('xstate.'));
}

/**
 * What a chart says about its events: `beginning`, which opens the subject, and every event that its machine takes.
 * Throws a plain Error for an event that the catalogue doesn't know.
 */
export function eventsIn(
  machine: AnyStateMachine,
  beginning: string,
  catalogue: Readonly<Record<string, EventMeta>>,
): Record<string, EventMeta> {
  const entries = [beginning, ...eventsTaken(machine)].map((type) => {
    const meta = catalogue[type];
    if (!meta) throw new Error(`${machine.id} takes ${type}, which has no label`);
    return [type, meta] as const;
  });
  return Object.fromEntries(entries);
}
