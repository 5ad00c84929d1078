import { z } from 'zod';
import { applicationSchema } from '../contract/events-application.js';
import type { Application } from '../contract/events-application.js';
import { opaqueRef } from '../contract/events-basics.js';
import { TRACKS } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import { applicationColumns } from './application-columns.js';
import { koreanInstant, wonIn } from './cells.js';
import { businessNumber } from './companies.js';
import { fault } from './faults.js';
import type { Fault } from './faults.js';
import { readBy, texts } from './rows.js';
import type { Cells, Kind, Reading } from './rows.js';
import { sector } from './sectors.js';
import { trackNamed } from './tracks.js';

/** An application as IRIS has it: under its receipt number, received then (ISO instant), by the firm of that business number. */
export interface ApplicationEntry {
  readonly irisNumber: string;
  readonly receivedAt: string;
  readonly businessNumber: string;
  readonly application: Application;
}

/** What a file leaves open: the track of all its rows, and which partner goes by which name. */
export interface ApplicationSettings {
  readonly track?: Track | undefined;
  readonly partnerIdOf: (name: string) => string | undefined;
}

const receipt = z.object({ irisNumber: opaqueRef, receivedAt: koreanInstant, businessNumber });
const MONEY = ['government', 'firmCash', 'firmInKind', 'partnerCost'] as const;

/** The fields of a row by the dotted paths of an application. */
const FIELDS: Readonly<Record<string, string>> = {
  ...{ 'title.ko': 'titleKo', 'title.en': 'titleEn', partnerId: 'partner' },
  ...Object.fromEntries(MONEY.map((field) => [`money.${field}`, field])),
};

/** Applications out of IRIS; each is read as its track needs it, like one that is sent to this service. */
export function applications(settings: ApplicationSettings): Kind<ApplicationEntry> {
  return {
    columns: applicationColumns,
    read: (cells) => {
      const received = readBy(receipt, texts(cells, ['irisNumber', 'receivedAt', 'businessNumber']), cells);
      const applied = applicationIn(cells, settings);
      const faults = [received, applied].flatMap((reading) => ('faults' in reading ? reading.faults : []));
      if ('faults' in received || 'faults' in applied) return { faults };
      return { entry: { ...received.entry, application: applied.entry } };
    },
    keysOf: ({ irisNumber }) => ({ irisNumber }),
  };
}

function applicationIn(
  cells: Cells,
  { track: ofAll, partnerIdOf }: ApplicationSettings,
): Reading<Application> {
  const named = cells.text('track');
  const track = named === '' ? ofAll : trackNamed(named);
  if (track === undefined || (ofAll !== undefined && track !== ofAll))
    return { faults: [wrongTrack(cells, ofAll)] };
  const partner = cells.text('partner');
  const application = {
    ...{ track, ...particular(cells, track), ...texts(cells, ['investigatorRef']) },
    ...costBorne(cells.text('foreignBearsCost')),
    title: { ko: cells.text('titleKo'), en: cells.text('titleEn') || cells.text('titleKo') },
    partnerId: partnerIdOf(partner) ?? partner,
    money: Object.fromEntries(
      MONEY.map((field) => [field, wonIn(cells.text(field), cells.unit(field)) ?? cells.text(field)]),
    ),
  };
  const code = readBy(sector, cells.text('sector'), cells, () => 'sector');
  const reading = readBy(
    applicationSchema,
    { ...application, sector: 'entry' in code ? code.entry : 'A1' },
    cells,
    (path) => FIELDS[path] ?? path,
  );
  if (!('faults' in code)) return reading;
  return { faults: [...code.faults, ...('faults' in reading ? reading.faults : [])] };
}

/** What one track asks for and another doesn't. */
function particular(cells: Cells, track: Track): Readonly<Record<string, unknown>> {
  switch (track) {
    case 'mitIlp':
      return {};
    case 'structured':
      return texts(cells, ['proposalId']);
    case 'autonomous': {
      const preferences = cells
        .text('preferences')
        .split(/[,;]/)
        .map((id) => id.trim());
      return {
        ...texts(cells, ['partnerEvidenceSha256']),
        preferences: preferences.filter((id) => id !== ''),
      };
    }
    case 'ecoBridge':
      return texts(cells, ['partnerEvidenceSha256', 'entryStage', 'targetStage']);
  }
}

/** Whether the foreign partner bears cost, as people mark a yes or a no; anything else is left for the schema to refuse. */
function costBorne(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  const isYes = /^(y|yes|o|true|1|예|여|부담)$/i.test(text);
  const isNo = /^(n|no|x|false|0|아니오|부|미부담)$/i.test(text);
  return { foreignBearsCost: isYes || isNo ? isYes : text };
}

function wrongTrack(cells: Cells, ofAll: Track | undefined): Fault {
  return fault(
    'trackUnclear',
    { column: cells.header('track'), value: cells.text('track') },
    ofAll ?? TRACKS.join(', '),
  );
}
