import { calendarErrors, yearsOf } from './consistency-calendar.js';
import { competitionErrors } from './consistency-competition.js';
import { decisionErrors } from './consistency-decisions.js';
import { repeated, said } from './found.js';
import type { EditionError, Found } from './found.js';
import { at, leavesOf, sourceOf } from './sources.js';
import type { CurrentEdition, Edition, TrackId } from './types.js';

export type { EditionError } from './found.js';

/** The Korean calendar day of a moment; Korea is at UTC+9 all year. */
const koreanDay = (instant: string): string =>
  new Date(Date.parse(instant) + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);

function trackErrors(edition: Edition, id: TrackId): Found[] {
  const track = edition.tracks[id];
  const path = `/tracks/${id}`;
  const total = track.trancheShares.reduce((sum, share) => sum + share, 0);
  return [
    total !== 10_000 &&
      said(
        `${path}/trancheShares`,
        `비율의 합이 10000이 아니라 ${total}입니다`,
        `the shares sum to ${total}, not 10000`,
      ),
    track.trancheShares.length !== track.tranches &&
      said(
        `${path}/trancheShares`,
        `연구비 지급 횟수(${track.tranches})와 맞지 않습니다`,
        `there must be ${track.tranches}, one a tranche`,
      ),
    track.stages !== track.tranches &&
      said(`${path}/tranches`, '단계마다 한 번 지급합니다', 'each stage has exactly one tranche'),
    !Object.hasOwn(edition.rounds, track.round) &&
      said(`${path}/round`, `${track.round} 공고가 없습니다`, `there is no round named ${track.round}`),
    BigInt(track.defaultGrant) > BigInt(edition.money.companyCeiling) &&
      said(`${path}/defaultGrant`, '기업당 한도를 넘습니다', 'it is more than the ceiling per company'),
    track.firstCapacity !== undefined &&
      track.firstCapacity < track.capacity &&
      said(`${path}/firstCapacity`, '최종 선정 수보다 적습니다', 'it is less than the capacity'),
  ];
}

function roundErrors(edition: Edition): Found[] {
  return Object.entries(edition.rounds).flatMap(([id, { days, window }]) => [
    window.opens >= window.closes &&
      said(`/rounds/${id}/window`, '마감이 시작보다 빠릅니다', 'it closes before it opens'),
    (koreanDay(window.opens) !== days.opens || koreanDay(window.closes) !== days.closes) &&
      said(`/rounds/${id}/window`, '공고된 날짜와 다릅니다', 'it is not on the announced days'),
  ]);
}

function capacityErrors(edition: Edition): Found[] {
  const total = Object.values(edition.tracks).reduce((sum, track) => sum + track.capacity, 0);
  return [
    total !== edition.newProjects &&
      said('/newProjects', `트랙별 선정 수의 합은 ${total}입니다`, `the tracks' capacities sum to ${total}`),
  ];
}

function listErrors(edition: CurrentEdition): Found[] {
  const industries = edition.sectors.industries.map((industry) => industry.code);
  const ids = (list: readonly { id: string }[]): string[] => list.map((entry) => entry.id);
  return [
    repeated('/partners', ids([...edition.partners, ...edition.pharmaPartners])),
    repeated(
      '/sectors/emerging',
      edition.sectors.emerging.map((sector) => sector.code),
    ),
    repeated('/sectors/industries', industries),
    repeated('/ecoBridge/stages', ids(edition.ecoBridge.stages)),
    repeated('/ecoBridge/gateOutcomes', ids(edition.ecoBridge.gateOutcomes)),
    repeated('/grades', ids(edition.grades)),
    repeated('/lawfulBases', ids(edition.lawfulBases)),
    repeated('/preferences', ids(edition.preferences)),
    repeated('/conflicts', ids(edition.conflicts)),
    repeated('/changes', ids([...edition.changes.important, ...edition.changes.minor])),
    repeated(
      '/claim/documents',
      edition.claim.documents.map((document) => document.kind),
    ),
    ...edition.sectors.emerging.map(
      (sector, index) =>
        !industries.includes(sector.industry) &&
        said(
          `/sectors/emerging/${index}/industry`,
          `${sector.industry} 산업이 없습니다`,
          `there is no industry ${sector.industry}`,
        ),
    ),
  ];
}

// What names or files the edition itself is no fact of the program and needs no source.
const WITHOUT_SOURCE = /^\/(id|version|sources)(\/|$)/;

function sourceErrors(edition: Edition): Found[] {
  const pointers = Object.entries(edition.sources).flatMap(([source, list]) =>
    list.map((pointer, index) => ({ pointer, path: `/sources/${source}/${index}` })),
  );
  const dangling = pointers.map(
    ({ pointer, path }) =>
      at(edition, pointer) === undefined &&
      said(path, `${pointer}에 값이 없습니다`, `nothing stands at ${pointer}`),
  );
  const unsourced = leavesOf(edition).find(
    (leaf) => !WITHOUT_SOURCE.test(leaf) && sourceOf(edition, leaf) === undefined,
  );
  const twice = repeated(
    '/sources',
    pointers.map((entry) => entry.pointer),
  );
  return [
    ...dangling,
    twice,
    unsourced !== undefined && said(unsourced, '출처 표시가 없습니다', 'no source is marked for it'),
  ];
}

/** What one field can't say alone: sums, references, order, days and sources; empty if the edition holds together. */
export function inconsistenciesOf(edition: CurrentEdition): EditionError[] {
  const found: Found[] = [
    ...Object.keys(edition.tracks).flatMap((id) => trackErrors(edition, id as TrackId)),
    ...roundErrors(edition),
    ...capacityErrors(edition),
    ...listErrors(edition),
    ...decisionErrors(edition),
    ...competitionErrors(edition, yearsOf(edition)),
    ...calendarErrors(edition),
    ...sourceErrors(edition),
  ];
  return found.filter((error) => error !== false);
}
