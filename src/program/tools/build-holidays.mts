/**
 * Writes the tables of days off into src/program/data/2026.json: `npx tsc && node dist/src/program/tools/build-holidays.mjs`
 * in the project's root, then prettier. Gazetted years come from @hyunbinseo/holidays-kr, later ones are forecast.
 * Not imported by the service: the committed data is what runs, and staff amend that.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tableOf } from './holiday-table.mjs';

const path = 'src/program/data/2026.json';
const edition = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
edition['holidays'] = { version: 'holidays-2027-1', years: tableOf(2023, 2027) };
edition['forecast'] = { version: 'forecast-2032-1', years: tableOf(2028, 2032) };
writeFileSync(path, `${JSON.stringify(edition, null, 2)}\n`);
