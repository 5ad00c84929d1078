/** The task queue that the workers of this service poll. */
export const TASK_QUEUE = 'rnd-tracks';

/** The Update by which a person's decision reaches its workflow: one `Command`, answered by a `Decided`. */
export const DECIDE = 'decide';

/** The Signal by which an outside system or a neighbouring subject announces something: one `Command`. */
export const ANNOUNCE = 'announce';

/** `ApplicationFailure.type` of a refusal; its first detail is the `Refusal`. */
export const REFUSAL = 'Refusal';

/** The tracks of the program (domain.md section 1), as they stand in ids and addresses. */
export const TRACKS = ['mitIlp', 'structured', 'autonomous', 'ecoBridge'] as const;
export type Track = (typeof TRACKS)[number];

/** The subjects that have a workflow; the workflow type has the subject's name. */
export const SUBJECTS = [
  'mitIlpProject',
  'structuredProject',
  'autonomousProject',
  'ecoBridgeProject',
  'tranche',
  'call',
  'objection',
  'change',
  'settlement',
  'recovery',
  'sanction',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The subjects that run beside their project, each known by its project's id and its own number. */
export const BESIDE = ['objection', 'change', 'settlement', 'recovery', 'sanction'] as const;
export type Beside = (typeof BESIDE)[number];

/** Several of what runs beside a project: how their list is called in it, and below `/v1/`. */
export const BESIDE_PLURALS = {
  objection: 'objections',
  change: 'changes',
  settlement: 'settlements',
  recovery: 'recoveries',
  sanction: 'sanctions',
} as const satisfies Readonly<Record<Beside, string>>;

const SLUGS: Readonly<Record<Track, string>> = {
  mitIlp: 'mit-ilp',
  structured: 'structured',
  autonomous: 'autonomous',
  ecoBridge: 'eco-bridge',
};

/** The subject whose chart a track's project follows. */
export function subjectOf(track: Track): Subject {
  return `${track}Project`;
}

/** A project's id and workflow id, such as `project/2026/structured/0042`; it names no person. */
export function projectId(editionId: string, track: Track, number: number): string {
  return `project/${editionId}/${SLUGS[track]}/${String(number).padStart(4, '0')}`;
}

/** The competitions of a track: for selection, and the structured track's second one, over the joint roadmaps. */
export const COMPETITIONS = ['selection', 'roadmap'] as const;
export type Competition = (typeof COMPETITIONS)[number];

/** A call's id and workflow id, such as `call/2026/structured/selection`: one for each track and competition. */
export function callId(editionId: string, track: Track, competition: Competition): string {
  return `call/${editionId}/${SLUGS[track]}/${competition}`;
}

/**
 * The id and workflow id of what runs beside a project, such as `change/2026/structured/0042/1`: the project's first, second
 * and so on; a settlement's number is its stage.
 */
export function besideId(subject: Beside, project: string, no: number): string {
  return `${project.replace(/^project/, subject)}/${no}`;
}

/** A tranche's id and workflow id, such as `project/2026/structured/0042/tranche/1`. */
export function trancheId(project: string, no: number): string {
  return `${project}/tranche/${no}`;
}
