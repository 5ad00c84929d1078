import type { AnyStateNode } from 'xstate';
import { createActivities } from '../../../activities/index.js';
import type { ActivityDeps } from '../../../activities/index.js';
import { effects, laneOf } from '../../../src/charts/effects.js';
import type { Bilingual, Chart, Role, StateMeta } from '../../../src/charts/kernel/types.js';
import { rolesWithPanel } from '../../../src/charts/roles-panel.js';
import { payloadOf } from '../../../src/contract/events.js';
import type { Subject } from '../../../src/contract/names.js';
import { notices } from '../../../src/contract/notices.js';
import { refusals } from '../../../src/contract/refusals.js';
import { around, leavesOf, nameOf, nodesOf } from './graph.js';
import {
  actionsOf,
  delaysOf,
  everywhere,
  guardsIn,
  guardsOf,
  isOrder,
  noticesOf,
  writtenIn,
} from './named.js';
import { some } from './people.js';

/** Everything in which a chart doesn't keep to the rules of all charts (design.md); empty for a chart that may be released. */
export function offencesOf(chart: Chart): string[] {
  return [
    ...namesWithout(chart),
    ...wordless(chart),
    ...unreachable(chart),
    ...deadEnds(chart),
    ...unperformed(chart),
    ...shapeless(chart),
    ...idlers(chart),
    ...forgetful(chart),
  ];
}

/** Guards, effects and delays go by names that the chart's setup knows. */
function namesWithout(chart: Chart): string[] {
  const { guards, actions, delays } = chart.machine.implementations;
  const unknown = (
    where: string,
    what: string,
    named: { type: string } | string,
    known: object,
  ): string[] => {
    if (typeof named === 'string') return [`${where} has ${named}`];
    return Object.hasOwn(known, named.type)
      ? []
      : [`${where} names the ${what} ${named.type}, which there isn't`];
  };
  return [
    ...everywhere(chart, guardsOf).flatMap(([where, one]) => unknown(where, 'guard', one, guards)),
    ...everywhere(chart, actionsOf).flatMap(([where, one]) => unknown(where, 'action', one, actions)),
    ...everywhere(chart, delaysOf).flatMap(([where, type]) => unknown(where, 'delay', { type }, delays)),
    ...Object.keys(chart.evidence)
      .filter((name) => !Object.hasOwn(guards, name))
      .map((name) => `evidence of ${name}, which is no guard`),
  ];
}

function isSaid(words: Bilingual | undefined): boolean {
  return !!words && /[가-힣]/.test(words.ko) && /[A-Za-z]/.test(words.en) && !/[가-힣]/.test(words.en);
}

/** States, events, refusals and notices are said in Korean and in English. */
function wordless(chart: Chart): string[] {
  const states = nodesOf(chart.machine.root).filter((node) => node.parent);
  const codes = everywhere(chart, guardsOf).flatMap(([, one]) => (typeof one === 'string' ? [] : [one.type]));
  const said = (what: string, words: Bilingual | undefined): string[] =>
    isSaid(words) ? [] : [`${what} has no words`];
  return [
    ...said(chart.id, chart.label),
    ...states.flatMap((node) => said(nameOf(node), (node.meta as StateMeta | undefined)?.label)),
    ...Object.entries(chart.events).flatMap(([type, { label }]) => said(type, label)),
    ...[...new Set(codes)].flatMap((code) => {
      const entry = Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : undefined;
      return [...said(`the refusal ${code}`, entry?.title), ...said(`what to do about ${code}`, entry?.next)];
    }),
    ...noticesOf(chart).flatMap((name) =>
      said(
        `the notice ${name}`,
        Object.hasOwn(notices, name) ? notices[name as keyof typeof notices] : undefined,
      ),
    ),
  ];
}

function leadsInto(node: AnyStateNode): AnyStateNode[] {
  const initial = node.initial?.target[0];
  const branches = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
  const targets = branches.flatMap(({ target }) => target ?? []);
  return [...targets, ...(initial ? [initial] : [])];
}

/** Every state is entered by something. */
function unreachable(chart: Chart): string[] {
  const reached = new Set<AnyStateNode>([chart.machine.root]);
  for (const node of reached)
    for (const next of leadsInto(node)) for (const entered of around(next)) reached.add(entered);
  return nodesOf(chart.machine.root)
    .filter((node) => !reached.has(node))
    .map((node) => `nothing leads to ${nameOf(node)}`);
}

/** Every state that is no end has a way out of it. */
function deadEnds(chart: Chart): string[] {
  return leavesOf(chart)
    .filter(({ type }) => type !== 'final')
    .filter((leaf) => {
      const ways = around(leaf).flatMap((node) => [...node.transitions.values()].flat());
      return !ways.some(({ target }) => target?.some((one) => one !== leaf && !around(leaf).includes(one)));
    })
    .map((leaf) => `there is no way out of ${nameOf(leaf)}`);
}

/** Each order is in the catalogue; what leaves the service has its activity, by the same name. */
function unperformed(chart: Chart): string[] {
  const activities = Object.keys(createActivities({} as ActivityDeps));
  const ordered = everywhere(chart, actionsOf).flatMap(([, action]) =>
    typeof action !== 'string' && isOrder(chart, action) ? [action.type] : [],
  );
  return [...new Set(ordered)].flatMap((name) => {
    if (!Object.hasOwn(effects, name)) return [`the order ${name} is not in the catalogue`];
    return laneOf(name) === 'effect' && !activities.includes(name) ? [`no activity performs ${name}`] : [];
  });
}

/** What comes from outside has the schema of its payload; what doesn't has none. */
function shapeless({ subject, events }: Chart): string[] {
  return Object.entries(events).flatMap(([type, { source }]) => {
    const isFromOutside = source === 'public' || source === 'announced';
    const hasSchema = payloadOf(subject as Subject, type) !== undefined;
    if (isFromOutside === hasSchema) return [];
    return [hasSchema ? `${type} is ${source} and has a schema` : `${type} has no schema`];
  });
}

function canMove(role: Role, leaf: AnyStateNode): boolean {
  const everyones = [
    ...['WITHDRAW', 'REQUEST_TERMINATION', 'REQUEST_CHANGE', 'PROPOSE_SANCTION', 'ORDER_RECOVERY'],
    ...['EXTEND_CLOCK', 'SUSPEND_CLOCK', 'RESUME_CLOCK', 'CORRECT_CLOCK', 'RECORD_DRAW', 'CORRECT_POSTING'],
  ];
  const branches = around(leaf).flatMap((node) =>
    [...node.transitions].filter(([type]) => !everyones.includes(type)).flatMap(([, all]) => all),
  );
  return branches.some(({ guard }) => {
    const names = namesOf(guard);
    const asked = Object.entries(rolesWithPanel).filter(
      ([name]) => names.includes(name) && name !== 'isOwnCase',
    );
    return asked.length > 0 && asked.every(([, isRole]) => isRole({ event: { by: some(role) } } as never));
  });
}

function namesOf(guard: unknown): string[] {
  return guardsIn(guard).flatMap((one) => (typeof one === 'string' ? [] : [one.type]));
}

// A firm repays at its bank; the service hears of it from finance.
const ELSEWHERE = [
  'repayment.open awaits applicant',
  'repayment.overdue awaits applicant',
  'instalments awaits applicant',
];

/** Whose move it is said to be, can move. */
function idlers(chart: Chart): string[] {
  return leavesOf(chart).flatMap((leaf) =>
    ((leaf.meta as StateMeta | undefined)?.awaits ?? [])
      .filter((role) => !canMove(role, leaf))
      .map((role) => `${nameOf(leaf)} awaits ${role}`)
      .filter((idler) => !ELSEWHERE.includes(idler))
      .map((idler) => `${idler}, who can do nothing`),
  );
}

/** What a special evaluation can find is remembered, and can be gone on with. */
function forgetful(chart: Chart): string[] {
  const isOpen = (leaf: AnyStateNode): boolean =>
    around(leaf).some((node) => writtenIn(node).some(([type]) => type === 'OPEN_SPECIAL_EVALUATION'));
  const resumed = everywhere(chart, guardsOf).flatMap(([, one]) =>
    typeof one !== 'string' && one.type === 'wasIn' ? [one.params['state']] : [],
  );
  const remembered = (leaf: AnyStateNode): unknown[] =>
    actionsOf(leaf).flatMap((one) =>
      typeof one !== 'string' && one.type === 'remember' ? [(one.params as { state: string }).state] : [],
    );
  return leavesOf(chart)
    .filter(isOpen)
    .filter((leaf) => {
      const [state, ...more] = remembered(leaf);
      return more.length > 0 || state !== leaf.id || !resumed.includes(state);
    })
    .map((leaf) => `a special evaluation can't go back to ${nameOf(leaf)}`);
}
