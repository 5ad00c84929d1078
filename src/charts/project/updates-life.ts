import { settle, trancheAmounts } from '../../rules/money.js';
import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import { sharesOf } from './clinical-stages.js';
import type { Bilingual } from '../kernel/types.js';
import type { Outcome, ProjectArgs, ProjectContext, SpecialEvaluation, TrancheFact } from './context.js';
import { releasedSum, spentBy } from './guards-life.js';

type Patch = Partial<ProjectContext>;

/** A decision that says no, and why. */
interface Refusing {
  readonly ground: string;
  readonly opinion?: Partial<Bilingual>;
}

/** What screening, selection and objection write into the context. */
export const selectionUpdates = {
  recordRefusal: ({ event }: ProjectArgs): Patch => {
    const { ground, opinion } = dataOf<Refusing>(event);
    return { refusedFor: { ground, opinion: opinion ?? null } };
  },
  confirmPreferences: ({ event }: ProjectArgs): Patch => ({
    preferences: dataOf<{ preferences: readonly string[] }>(event).preferences,
  }),
  recordEvaluation: ({ event }: ProjectArgs): Patch => ({
    evaluation: dataOf<NonNullable<ProjectContext['evaluation']>>(event),
  }),
  // An objection is to one decision, and once: a later no, to the roadmap, is another decision.
  recordGrant: ({ event }: ProjectArgs): Patch => ({
    ...{ grant: dataOf<{ grant: WonText }>(event).grant, refusedFor: null },
    ...{ objectionFiled: false, objection: null },
  }),
  recordObjection: ({ event }: ProjectArgs): Patch => ({
    objectionFiled: true,
    objection: dataOf<NonNullable<ProjectContext['objection']>>(event),
  }),
  remember: (_: ProjectArgs, { state }: { readonly state: string }): Patch => ({ resumeTo: state }),
};

function paper(name: 'roadmap' | 'agenda') {
  return {
    submit: ({ event }: ProjectArgs): Patch => ({
      [name]: { documentSha256: dataOf<{ documentSha256: string }>(event).documentSha256, coSignedBy: null },
    }),
    coSign: ({ context, event }: ProjectArgs): Patch => ({
      [name]: { ...context[name], coSignedBy: event.by.person },
    }),
  };
}

const roadmap = paper('roadmap');
const agenda = paper('agenda');

function sha256In({ event }: ProjectArgs): string {
  return dataOf<{ documentSha256: string }>(event).documentSha256;
}

function scheduled(context: ProjectContext): TrancheFact[] {
  const { grant, subjectId } = context;
  if (grant === null) throw new Error(`${subjectId} is agreed without a grant`);
  return trancheAmounts(grant, sharesOf(context)).map((amount, index) => ({
    ...{ no: index + 1, amount, state: 'planned', released: '0' },
  }));
}

/** What roadmap, agenda and agreement write into the context. */
export const agreementUpdates = {
  submitRoadmap: roadmap.submit,
  coSignRoadmap: roadmap.coSign,
  submitAgenda: agenda.submit,
  coSignAgenda: agenda.coSign,
  recordPlanRevision: (args: ProjectArgs): Patch => ({ planRevisionSha256: sha256In(args) }),
  recordSignature: (args: ProjectArgs): Patch => ({
    agreement: {
      documentSha256: sha256In(args),
      signedBy: args.event.by.person,
      countersignedBy: null,
      inForceFrom: null,
    },
  }),
  putInForce: ({ context, event }: ProjectArgs): Patch => {
    if (!context.agreement) throw new Error(`${context.subjectId} is agreed without an agreement`);
    const { person } = event.by;
    const agreement = { ...context.agreement, countersignedBy: person, inForceFrom: event.at };
    return { agreement, tranches: scheduled(context) };
  },
};

/** What the stages write into the context. */
export const stageUpdates = {
  nextStage: ({ context }: ProjectArgs): Patch => ({ stage: context.stage + 1 }),
  // One tranche a stage; a number that was opened once is never opened again.
  openNextTranche: ({ context }: ProjectArgs): Patch => ({
    openedTranches: Math.min(context.openedTranches + 1, context.tranches.length),
  }),
  recordTranche: ({ context, event }: ProjectArgs): Patch => {
    const told = dataOf<Omit<TrancheFact, 'amount'>>(event);
    return { tranches: context.tranches.map((one) => (one.no === told.no ? { ...one, ...told } : one)) };
  },
  recordReport: (args: ProjectArgs): Patch => {
    const { reports, stage } = args.context;
    const others = reports.filter((report) => report.stage !== stage);
    return { reports: [...others, { stage, documentSha256: sha256In(args) }] };
  },
  recordGrade: ({ context, event }: ProjectArgs): Patch => {
    const { grade } = dataOf<{ grade: string }>(event);
    return { grades: [...context.grades, { stage: context.stage, grade }] };
  },
};

/** What special evaluation, the end and settlement write into the context. */
export const closingUpdates = {
  openSpecialEvaluation: (
    { event }: ProjectArgs,
    { cause, ground }: Pick<SpecialEvaluation, 'cause'> & { readonly ground?: string },
  ): Patch => ({
    specialEvaluation: {
      ...{ cause, explanationSha256: null },
      ground: ground ?? dataOf<{ ground: string }>(event).ground,
    },
  }),
  recordExplanation: (args: ProjectArgs): Patch => {
    const { specialEvaluation } = args.context;
    if (!specialEvaluation) throw new Error(`nothing is to be explained in ${args.context.subjectId}`);
    return { specialEvaluation: { ...specialEvaluation, explanationSha256: sha256In(args) } };
  },
  closeSpecialEvaluation: (): Patch => ({ specialEvaluation: null }),
  // A scientific NO_GO is no misconduct: it ends the project without sanction (domain.md section 5).
  stopBySpecialEvaluation: ({ context }: ProjectArgs): Patch => ({
    outcome: context.specialEvaluation?.cause === 'noGo' ? 'discontinued' : 'terminated',
  }),
  endAs: (_: ProjectArgs, { outcome }: { readonly outcome: Outcome }): Patch => ({ outcome }),
  recordFinalReport: (args: ProjectArgs): Patch => ({ finalReportSha256: sha256In(args) }),
  recordFinalGrade: ({ context, event }: ProjectArgs): Patch => ({
    finalGrade: dataOf<{ grade: string }>(event).grade,
    outcome: context.outcome ?? 'completed',
  }),
  recordCosts: ({ context, event }: ProjectArgs): Patch => {
    const { spent } = dataOf<{ spent: WonText }>(event);
    return { settlement: { released: releasedSum(context), spent, disallowed: null, toReturn: null } };
  },
  recordSettlement: ({ context, event }: ProjectArgs): Patch => {
    const { disallowed } = dataOf<{ disallowed: WonText }>(event);
    const stage = { released: releasedSum(context), spent: spentBy(context), disallowed };
    return { settlement: { ...stage, toReturn: settle(stage).toReturn } };
  },
};
