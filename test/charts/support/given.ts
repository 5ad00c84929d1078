import { expect } from 'vitest';
import { refusalOf } from '../../../src/charts/kernel/refusal.js';
import type { Refusal } from '../../../src/charts/kernel/refusal.js';
import { pathOf, step } from '../../../src/charts/kernel/step.js';
import type { Chart, ChartState, Step } from '../../../src/charts/kernel/types.js';
import type { Subject } from '../../../src/contract/names.js';
import { begun } from './beginnings.js';
import { LIVES } from './lives.js';
import type { Here, Move } from './moves.js';

/** A case and what has happened to it. */
export interface Story {
  readonly subject: Subject;
  /** Facts of its beginning that differ from the usual ones. */
  readonly facts: object;
  readonly moves: readonly Move[];
  /** The chart that it follows, where that isn't the latest of its subject. */
  readonly chart?: Chart;
}

/** What came of a move: a step, or a refusal; `before` is the state that it found. */
export interface Outcome {
  readonly chart: Chart;
  readonly before: ChartState;
  readonly step: Step | null;
  readonly refusal: Refusal | null;
}

/** One thing that a test expects of an outcome; fails the test where it isn't so. */
export type Expectation = (outcome: Outcome) => void;

/** A story as it was told so far, to be gone on with. */
export interface Given extends Story {
  /** What happens next; each move must be taken. */
  and(...moves: readonly Move[]): Given;
  /** The move in question. */
  when(move: Move): { then(...expectations: readonly Expectation[]): void };
}

/** Begins a case that was just handed in, or goes on with a story. */
export function given(from: Subject | Story, facts: object = {}): Given {
  const story: Story = typeof from === 'string' ? { subject: from, facts, moves: [] } : from;
  return {
    ...story,
    and: (...moves) => given({ ...story, moves: [...story.moves, ...moves] }),
    when: (move) => {
      const outcome = outcomeOf(reached(story), move);
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- the last word of given, when and then; nobody awaits it
        then: (...expectations) => expectations.forEach((expectation) => expectation(outcome)),
      };
    },
  };
}

/** Begins a case that follows an earlier chart of its subject, such as one of the first version. */
export function givenBy(chart: Chart, facts: object = {}): Given {
  return given({ subject: chart.subject as Subject, facts, moves: [], chart });
}

/** The shortest life of a subject as far as the state of this path, entered for the nth time. */
export function inState(subject: Subject, path: string, facts: object = {}, nth = 1): Given {
  const life = LIVES[subject];
  let here = beginning(subject, facts);
  let times = pathOf(here.state.value) === path ? 1 : 0;
  let taken = 0;
  while (times < nth) {
    const move = life[taken];
    if (!move) throw new Error(`the life of ${subject} passes ${path} ${times} times`);
    const from = pathOf(here.state.value);
    here = follow(here, move);
    taken += 1;
    const to = pathOf(here.state.value);
    if (to === path && to !== from) times += 1;
  }
  return given({ subject, facts, moves: life.slice(0, taken) });
}

/** Where a story has led; throws an Error that tells of the first move that its chart refuses. */
export function reached({ subject, facts, moves, chart }: Story): Here {
  return moves.reduce(follow, beginning(subject, facts, chart));
}

function beginning(subject: Subject, facts: object, by?: Chart): Here {
  const { chart, first } = begun(subject, facts, by);
  return { chart, state: first.state, last: first.event.at };
}

function follow(here: Here, move: Move): Here {
  const { step: taken, refusal } = outcomeOf(here, move);
  if (!taken) throw new Error(`the story breaks off: ${JSON.stringify(refusal)}`);
  return { chart: here.chart, state: taken.state, last: taken.event.at };
}

function outcomeOf(here: Here, move: Move): Outcome {
  const { chart, state } = here;
  const event = move(here);
  const refusal = refusalOf(chart, state, event);
  // Asked before a form is filled in, a chart only says whether it would be offered.
  const isAsked = event.data === undefined;
  return { chart, before: state, refusal, step: refusal || isAsked ? null : step(chart, state, event) };
}

/** The step that was taken; fails the test where the move was refused. */
export function taken({ step: found, refusal }: Outcome): Step {
  expect(refusal).toBeNull();
  if (!found) throw new Error('neither a step nor a refusal');
  return found;
}
