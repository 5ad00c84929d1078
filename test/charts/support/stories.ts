import { refusalOf } from '../../../src/charts/kernel/refusal.js';
import { step } from '../../../src/charts/kernel/step.js';
import type { Chart } from '../../../src/charts/kernel/types.js';
import type { TrancheFact } from '../../../src/charts/project/context.js';
import type { ChangeFact } from '../../../src/charts/project-v2/life-context.js';
import { latestOf } from '../../../src/charts/registry.js';
import type { Subject } from '../../../src/contract/names.js';
import { given, inState, reached } from './given.js';
import type { Given, Story } from './given.js';
import { branchTaken } from './graph.js';
import { requests } from './lives-change.js';
import { LIVES, decides, document, settled, stageDone, toTheGate } from './lives.js';
import { applicant, committee, officer, regulator, system } from './moves.js';
import type { Move } from './moves.js';
import type { Paths } from './paths.js';
import { offencesOf } from './sound-steps.js';

const ground = '사유';
const CUT = committee('CUT_GRANT', { basis: 'settlement', grant: '900000000', ground });

/** The change that was asked for last is approved; or with other particulars, which can't be applied. */
function told(particulars?: object): Move {
  return system('AGREEMENT_CHANGED', ({ changes }) => {
    const { no, kind, particulars: asked } = (changes as readonly ChangeFact[]).at(-1) as ChangeFact;
    return { no, kind, particulars: particulars ?? asked };
  });
}

/** The same amounts again: a split that any project with a tranche to come can ask for. */
const SPLIT = applicant('REQUEST_CHANGE', ({ tranches, openedTranches }) => {
  const left = (tranches as readonly TrancheFact[]).filter(({ no }) => no > Number(openedTranches));
  const particulars = { amounts: left.map(({ amount }) => amount) };
  return { kind: 'year-split', particulars, reason: ground, documentSha256: 'a'.repeat(64) };
});

const TERMINATED = [
  ...[requests('termination'), told()],
  committee('TERMINATE_AGREEMENT', { basis: 'agreed-change', ground }),
];

/** Every change that a project is told of: applied, registered, refused, and not to be applied any more. */
function withChanges(work: Given, ...others: readonly Given[]): Given[] {
  return [
    work.and(requests('goals'), told(), requests('institution'), told(), requests('total-money'), told()),
    work.and(SPLIT, told(), requests('method'), system('CHANGE_REGISTERED', { no: 2 })),
    work.and(requests('goals'), system('CHANGE_REFUSED', { no: 1, outcome: 'rejected' })),
    work.and(requests('total-money'), told({ grant: '1000000000' })),
    ...[work, ...others].map((here) => here.and(...TERMINATED)),
  ];
}

const OPENED = officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
const GOES_ON = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' });
const LEVIED = officer('PROPOSE_SANCTION', { kind: 'levy', amount: '1000', ground });
const DROPPED = system('SANCTION_DECIDED', { no: 1, outcome: 'dropped', ground });

/** A stage made longer; and a project that goes on after a special evaluation, and ends with its sanction. */
function ofStage(stage: Given): Given[] {
  const rest = LIVES[stage.subject].slice(stage.moves.length);
  return [
    stage.and(requests('period'), told()),
    stage.and(OPENED, applicant('SUBMIT_EXPLANATION', document), GOES_ON, LEVIED, ...rest, DROPPED),
  ];
}

const inResearch = (subject: Subject): Given[] => {
  const stage = inState(subject, 'research.underWay');
  return [...withChanges(stage), ...ofStage(stage), stage.and(...stageDone, settled(1, '30000000'), CUT)];
};

const clinical = inState('ecoBridgeProject', 'clinical.underWay');
const held = clinical.and(regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' }));
const secondStage = inState('ecoBridgeProject', 'clinical.criteria').and(...toTheGate, decides('GO'));
const exploring = inState('mitIlpProject', 'exploration.underWay');

/** Stories of what a walk of shortest paths doesn't come by: changes of the agreement, terminations and cuts. */
const STORIES: Readonly<Partial<Record<Subject, readonly Given[]>>> = {
  structuredProject: inResearch('structuredProject'),
  autonomousProject: inResearch('autonomousProject'),
  ecoBridgeProject: [
    ...[...withChanges(clinical, held), ...ofStage(clinical)],
    ...[secondStage.and(settled(1, '30000000'), CUT)],
    secondStage.and(settled(1, '30000000'), held.moves.at(-1) as Move, CUT),
  ],
  mitIlpProject: [
    ...withChanges(
      inState('mitIlpProject', 'matching.searching'),
      ...[inState('mitIlpProject', 'agenda.drafting'), exploring, inState('mitIlpProject', 'transfer')],
      exploring.and(
        applicant('SUBMIT_EXPLORATION_REPORT', document).onTheLast('stage'),
        committee('CONCLUDE_EXPLORATION', { outcome: 'longerTermCollaboration' }),
      ),
    ),
    ...ofStage(exploring),
  ],
};

/** What is seen along a story: the branches that it takes, and the rules that its steps break. */
function along(chart: Chart, { moves, ...story }: Story): Pick<Paths, 'branches' | 'offences'> {
  const branches = new Set<string>();
  const offences: string[] = [];
  let here = reached({ ...story, moves: [] });
  for (const move of moves) {
    const event = move(here);
    const refusal = refusalOf(chart, here.state, event);
    if (refusal) throw new Error(`the story breaks off: ${JSON.stringify(refusal)}`);
    branches.add(branchTaken(chart, here.state, event));
    const taken = step(chart, here.state, event);
    offences.push(...offencesOf(chart, here.state, taken));
    here = { chart, state: taken.state, last: event.at };
  }
  return { branches, offences };
}

/** A walk with what the stories of its subject show besides; only of its latest chart. */
export function withStories(chart: Chart, walked: Paths): Paths {
  const subject = chart.subject as Subject;
  const stories = latestOf(subject) === chart ? (STORIES[subject] ?? []) : [];
  const seen = stories.map((story) => along(chart, given(story)));
  return {
    ...walked,
    branches: new Set([...walked.branches, ...seen.flatMap(({ branches }) => [...branches])]),
    offences: [...walked.offences, ...seen.flatMap(({ offences }) => offences)],
  };
}
