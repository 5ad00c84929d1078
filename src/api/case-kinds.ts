import {
  callAddressSchema,
  objectionAddressSchema,
  projectAddressSchema,
  trancheAddressSchema,
} from '../contract/http/queries.js';
import { callIdOf, idOf, objectionIdOf } from './addresses.js';
import type { CallAddress, ProjectAddress, TrancheAddress } from './addresses.js';
import { Refused } from './refused.js';

/** Where projects, tranches, calls and objections are read. */
export const PROJECT = '/v1/projects/:edition/:track/:number';
export const TRANCHE = '/v1/tranches/:edition/:track/:number/:no';
export const CALL = '/v1/calls/:edition/:track/:competition';
export const OBJECTION = '/v1/objections/:edition/:track/:number/:no';

/**
 * Every kind of case with its address, which all have a timeline, a place in their chart, and actions. `idAt` gives the id behind
 * an address's parts; it throws Refused (`notFound`) for a track or a competition that isn't.
 */
export const CASE_KINDS = [
  { url: PROJECT, params: projectAddressSchema, idAt: (parts: object) => idOf(parts as ProjectAddress) },
  { url: TRANCHE, params: trancheAddressSchema, idAt: (parts: object) => idOf(parts as TrancheAddress) },
  { url: CALL, params: callAddressSchema, idAt: (parts: object) => callIdOf(parts as CallAddress) },
  {
    ...{ url: OBJECTION, params: objectionAddressSchema },
    idAt: (parts: object) => objectionIdOf(parts as TrancheAddress),
  },
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
