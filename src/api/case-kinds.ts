import {
  besideAddressSchema,
  callAddressSchema,
  projectAddressSchema,
  trancheAddressSchema,
} from '../contract/http/queries.js';
import { BESIDES, besideIdOf, callIdOf, idOf } from './addresses.js';
import type { CallAddress, ProjectAddress, TrancheAddress } from './addresses.js';
import { Refused } from './refused.js';

/** Where projects, tranches and calls are read. */
export const PROJECT = '/v1/projects/:edition/:track/:number';
export const TRANCHE = '/v1/tranches/:edition/:track/:number/:no';
export const CALL = '/v1/calls/:edition/:track/:competition';

/** What runs beside a project (objections, changes, settlements, recoveries, sanctions) and where each is read. */
export const BESIDE_PROJECTS = BESIDES.map(({ subject, plural }) => ({
  ...{ subject, list: `/v1/${plural}` as const, params: besideAddressSchema },
  url: `/v1/${plural}/:edition/:track/:number/:no` as const,
  idAt: (parts: object) => besideIdOf(subject, parts as TrancheAddress),
}));

/**
 * Every kind of case with its address, which all have a timeline, a place in their chart, and actions. `idAt` gives the id behind
 * an address's parts; it throws Refused (`notFound`) for a track or a competition that isn't.
 */
export const CASE_KINDS = [
  { url: PROJECT, params: projectAddressSchema, idAt: (parts: object) => idOf(parts as ProjectAddress) },
  { url: TRANCHE, params: trancheAddressSchema, idAt: (parts: object) => idOf(parts as TrancheAddress) },
  { url: CALL, params: callAddressSchema, idAt: (parts: object) => callIdOf(parts as CallAddress) },
  ...BESIDE_PROJECTS,
] as const;

/** The id of the case that a route's address (`url` with its `parts`) names, or undefined where it names none. */
export function caseNamedBy(url: string | undefined, parts: unknown): string | undefined {
  const kind = CASE_KINDS.find((each) => url?.startsWith(each.url));
  const address = kind?.params.safeParse(parts);
  if (!kind || !address?.success) return undefined;
  try {
    return kind.idAt(address.data);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
