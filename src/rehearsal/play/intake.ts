import type { Entrant } from '../cohort/entrants.js';
import { each } from './courier.js';
import type { Courier } from './courier.js';
import { irisTable } from './iris.js';
import { importFile } from './registers.js';

/** The days on which applications come in, before the close; by Korean time. */
const EARLY_DAYS = [12, 6, 2] as const;
const DRAFTED_DAYS_BEFORE = 9;

/** What is to be sent, and when: the instant (ISO). */
export interface Wave {
  readonly at: string;
  readonly what: 'apply' | 'draft' | 'submit drafts' | 'import' | 'last minute' | 'too late';
  readonly entrants: readonly Entrant[];
}

const MINUTE_MS = 60_000;

/** How long before the close the last of all send, in milliseconds. */
export const LAST_MINUTE_MS = MINUTE_MS;

/** When the applications to a call come in: over its weeks, in the last minute before its close (ISO), and after it. */
export function wavesOf(entrants: readonly Entrant[], closes: string): Wave[] {
  const by = (arrival: Entrant['arrival']): Entrant[] => entrants.filter((one) => one.arrival === arrival);
  const minutes = (count: number): string => new Date(Date.parse(closes) + count * MINUTE_MS).toISOString();
  const days = (count: number): string => minutes(-count * 24 * 60);
  const early = by('early');
  const waves: Wave[] = [
    ...EARLY_DAYS.map((before, index) => ({
      ...{ at: days(before), what: 'apply' as const },
      entrants: early.filter((_, place) => place % EARLY_DAYS.length === index),
    })),
    { at: days(DRAFTED_DAYS_BEFORE), what: 'draft', entrants: by('draft') },
    { at: minutes(-26 * 60), what: 'submit drafts', entrants: by('draft') },
    { at: minutes(-4 * 60), what: 'import', entrants: by('file') },
    { at: minutes(-1), what: 'last minute', entrants: by('lastMinute') },
    { at: minutes(5), what: 'too late', entrants: by('tooLate') },
  ];
  return waves.filter(({ entrants: some }) => some.length > 0);
}

/** Brings the applications of one track, in whichever way they come. */
export class Intake {
  /** The drafts that are kept, by the key of their application. */
  readonly #drafts = new Map<string, string>();
  /** The documents that applications name, by the same key. */
  readonly #evidence = new Map<string, string>();

  constructor(
    private readonly courier: Courier,
    private readonly editionId: string,
  ) {}

  /** Stores what applications name, before they are sent: the evidence that a partner is with the firm. */
  async prepare(entrants: readonly Entrant[]): Promise<void> {
    await each(entrants, async (entrant) => void (await this.#bodyOf(entrant)));
  }

  async send({ what, entrants, at }: Wave): Promise<void> {
    if (what === 'import') return this.#byFile(entrants, at);
    if (what === 'draft') return each(entrants, (entrant) => this.#draft(entrant));
    // One after the other: an application's number says when it came, and panels and ties go by it.
    for (const entrant of entrants)
      await (what === 'submit drafts' ? this.#submit(entrant) : this.#apply(entrant, what));
  }

  async #bodyOf({ key, track, application, firm }: Entrant): Promise<Readonly<Record<string, unknown>>> {
    if (track !== 'autonomous' && track !== 'ecoBridge') return application;
    const known = this.#evidence.get(key) ?? (await this.courier.store(firm.person, `협력 증빙 ${key}`));
    this.#evidence.set(key, known);
    return { ...application, partnerEvidenceSha256: known };
  }

  async #apply(entrant: Entrant, what: string): Promise<void> {
    const body = { ...(await this.#bodyOf(entrant)), edition: this.editionId };
    await this.courier.post(entrant.firm.person, '/v1/applications', body, `application, ${what}`);
  }

  async #draft(entrant: Entrant): Promise<void> {
    const { track, ...application } = await this.#bodyOf(entrant);
    const body = { edition: this.editionId, track, application };
    const { status, body: draft } = await this.courier.post(entrant.firm.person, '/v1/drafts', body);
    if (status >= 300) throw new Error(`a draft was not kept: ${JSON.stringify(draft)}`);
    this.#drafts.set(entrant.key, String(draft['id']));
  }

  async #submit({ key, firm }: Entrant): Promise<void> {
    const address = `/v1/drafts/${this.#drafts.get(key)}/submission`;
    await this.courier.post(firm.person, address, {}, 'application, drafted');
  }

  /** The agency brings what came in through IRIS. */
  async #byFile(entrants: readonly Entrant[], at: string): Promise<void> {
    await importFile(this.courier, 'applications', irisTable(entrants, at));
  }
}
