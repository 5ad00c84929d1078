import type { Track } from '../../contract/names.js';
import { TRACKS } from '../../contract/names.js';
import type { Edition } from '../../program/types.js';
import { withCheckDigit } from '../../rules/business-number.js';
import type { Bilingual } from '../../charts/kernel/types.js';
import { ASSUMED } from './assumptions.js';
import type { Dice } from './dice.js';
import { fundingOf } from './money.js';
import { firmName, topic } from './names.js';
import { applicantOf } from './people.js';
import type { Person } from './people.js';
import type { Proposal } from './proposals.js';

/** What is wrong with an application, as the pre-check will find it. */
export type Flaw = keyof typeof ASSUMED.flaws;

/** A firm that takes part, by its id in the register; its business number has ten digits. */
export interface Firm {
  readonly companyId: string;
  readonly businessNumber: string;
  readonly name: Bilingual;
  readonly person: Person;
}

/** How an application comes in. */
export type Arrival = 'early' | 'draft' | 'file' | 'lastMinute' | 'tooLate';

/** A firm's application to a track, and how good it is (about 0 to 100); `key` names it in every run of a seed. */
export interface Entrant {
  readonly key: string;
  readonly track: Track;
  readonly firm: Firm;
  readonly flaw: Flaw | null;
  readonly arrival: Arrival;
  readonly quality: number;
  /** The body of the application, but for the documents that it names. */
  readonly application: Readonly<Record<string, unknown>>;
}

/** What applications are drawn from. */
export interface Drawing {
  readonly edition: Edition;
  readonly dice: Dice;
  readonly scale: number;
  readonly proposals: readonly Proposal[];
}

/** How many places a track's selection has in a cohort of this scale; at least one. */
export function placesOf({ tracks }: Edition, track: Track, scale: number): number {
  const { firstCapacity, capacity } = tracks[track];
  return Math.max(1, Math.round((firstCapacity ?? capacity) * scale));
}

/** Every application of the cohort, track by track. */
export function entrantsOf(drawing: Drawing): Entrant[] {
  let number = 0;
  return TRACKS.flatMap((track) => {
    const count = placesOf(drawing.edition, track, drawing.scale) * ASSUMED.applicantsPerPlace[track];
    const entrants: Entrant[] = [];
    for (let index = 0; index < Math.round(count); index += 1) {
      const key = `${track}-${String(index + 1).padStart(4, '0')}`;
      const twin = drawing.dice.chance(ASSUMED.twice, 'twice', key) ? entrants.at(-1)?.firm : undefined;
      entrants.push(entrantOf(drawing, track, key, twin ?? firmOf(drawing, track, (number += 1))));
    }
    return entrants;
  });
}

function firmOf({ dice, edition }: Drawing, track: Track, number: number): Firm {
  const companyId = `company-${String(number).padStart(4, '0')}`;
  const businessNumber = withCheckDigit(`9${String(number).padStart(8, '0')}`);
  const sector = track === 'ecoBridge' ? 'B1' : dice.pick(edition.sectors.emerging, 'firm', number).code;
  return { companyId, businessNumber, name: firmName(dice, sector, number), person: applicantOf(companyId) };
}

function entrantOf(drawing: Drawing, track: Track, key: string, firm: Firm): Entrant {
  const { dice } = drawing;
  const flaw = flawOf(drawing, track, key);
  const sector =
    track === 'ecoBridge' ? 'B1' : dice.pick(drawing.edition.sectors.emerging, 'sector', key).code;
  const about = topic(dice, sector, key);
  return {
    ...{ key, track, firm, flaw, arrival: arrivalOf(dice, track, key) },
    quality: Math.min(97, Math.max(30, 74 + 9 * dice.normal('quality', key))),
    application: {
      track,
      title: { ko: `${about.ko} 국제공동연구 (${key})`, en: `Joint research on a ${about.en} (${key})` },
      sector: flaw === 'sector' ? 'Z9' : sector,
      money: fundingOf(drawing.edition, track, { ...drawing, key, isShort: flaw === 'ratio' }),
      investigatorRef: `researcher-${key}`,
      ...ownOf(drawing, track, key, flaw),
    },
  };
}

/** What an application says that only its track asks for. */
function ownOf({ edition, dice, proposals }: Drawing, track: Track, key: string, flaw: Flaw | null) {
  const partners = edition.partners.filter(({ id }) => !id.includes('mit-ilp'));
  switch (track) {
    case 'mitIlp':
      return { partnerId: edition.partners.find(({ id }) => id.includes('mit-ilp'))?.id };
    case 'structured': {
      const wanted = proposals.filter(({ isOpen }) => isOpen !== (flaw === 'proposal'));
      // Some proposals are wanted by many: the square draws towards the first of them.
      const at = Math.floor(dice.draw('proposal', key) ** 2 * wanted.length);
      const { id = '', partnerId = '' } = wanted[at] ?? {};
      return { proposalId: id, partnerId };
    }
    case 'autonomous':
      return {
        partnerId: dice.pick(partners, 'partner', key).id,
        preferences: edition.preferences
          .filter(({ id, points }) => dice.chance(points > 3 ? 0.06 : 0.12, 'preference', key, id))
          .map(({ id }) => id),
      };
    case 'ecoBridge':
      return {
        partnerId: dice.pick(edition.pharmaPartners, 'pharma', key).id,
        ...clinicalStages(edition, dice, key),
      };
  }
}

/** Where an Eco-Bridge project begins and is to arrive: three stages, or now and then four. */
function clinicalStages({ ecoBridge }: Edition, dice: Dice, key: string) {
  const most = dice.chance(0.15, 'long way', key) ? 3 : 2;
  const entry = dice.between(0, 4, 'entry stage', key);
  return { entryStage: ecoBridge.stages[entry]?.id, targetStage: ecoBridge.stages[entry + most]?.id };
}

function flawOf({ dice }: Drawing, track: Track, key: string): Flaw | null {
  const flaws = Object.entries(ASSUMED.flaws) as [Flaw, number][];
  const possible = flaws.filter(([flaw]) => track === 'structured' || flaw !== 'proposal');
  return possible.find(([flaw, rate]) => dice.chance(rate, 'flaw', flaw, key))?.[0] ?? null;
}

/** Documents are stored by whom they are the firm's, so only tracks that name none come in by file. */
function arrivalOf(dice: Dice, track: Track, key: string): Arrival {
  const { inLastMinute, byDraft, byFile, tooLate } = ASSUMED.arrival;
  const drawn = dice.draw('arrival', key);
  const isFiled = track === 'mitIlp' || track === 'structured';
  if (drawn < tooLate) return 'tooLate';
  if (drawn < tooLate + inLastMinute) return 'lastMinute';
  if (drawn < tooLate + inLastMinute + byDraft) return 'draft';
  return isFiled && drawn < tooLate + inLastMinute + byDraft + byFile ? 'file' : 'early';
}
