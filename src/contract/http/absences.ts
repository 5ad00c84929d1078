import { z } from 'zod';
import { day, prose } from '../events-basics.js';
import { TRACKS } from '../names.js';
import { ROLES } from './problem.js';

/** A person's opaque id, as a token has it. */
export const personId = z.string().regex(/^[\x21-\x7e]{1,120}$/, {
  error:
    '사람의 식별자는 공백 없이 120자까지 적으십시오 / a person is named by an opaque id of up to 120 visible characters',
});

/** A delegation to make: from a person who is away to one who acts for them, in one role; both days are included. */
export const delegationToMakeSchema = z
  .strictObject({
    ofPerson: personId.optional().describe('Who is away; you, if left out. Another only by an administrator'),
    toPerson: personId,
    role: z.enum(ROLES),
    org: z.string().max(120).optional().describe('The organisation of both; yours, if left out'),
    fromDay: day,
    toDay: day,
    ground: prose,
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, {
    error: '끝나는 날이 시작하는 날보다 앞섭니다 / the last day is before the first',
    path: ['toDay'],
  })
  .meta({ id: 'DelegationToMake' });

/** A delegation as it stands; days are Korean calendar days, both included. */
export const delegationSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    ofPerson: z.string(),
    toPerson: z.string(),
    role: z.string(),
    org: z.string(),
    fromDay: z.string(),
    toDay: z.string(),
    ground: z.string(),
    madeBy: z.string(),
    madeAt: z.string(),
    revokedBy: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Delegation' });

/** Delegations, the newest first: whoever oversees sees all, everybody else those that name them. */
export const delegationsSchema = z.object({ items: z.array(delegationSchema) }).meta({ id: 'Delegations' });

/** Which delegations: those that name a person on either side, those in force on a day. */
export const delegationsQuerySchema = z.strictObject({
  person: personId.optional(),
  on: day.optional(),
});

/** The address of a delegation. */
export const delegationAddressSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{1,60}$/) });

/** Whose desk a track is: who is told of its clocks, who stands in, and to whom what is late goes at last. */
export const deskToSetSchema = z
  .strictObject({
    edition: z.string().max(40).optional().describe('The default edition if left out'),
    track: z.enum(TRACKS),
    officer: personId,
    deputy: personId,
    head: personId,
  })
  .refine(({ officer, deputy }) => officer !== deputy, {
    error: '담당자와 대리인은 서로 다른 사람이어야 합니다 / the officer and the deputy are two people',
    path: ['deputy'],
  })
  .meta({ id: 'DeskToSet' });

/** A desk as it stands. */
export const deskSchema = z
  .object({
    edition: z.string(),
    track: z.string(),
    officer: z.string(),
    deputy: z.string(),
    head: z.string(),
    org: z.string(),
  })
  .meta({ id: 'Desk' });

/** All desks. */
export const desksSchema = z.object({ items: z.array(deskSchema) }).meta({ id: 'Desks' });

/** A person's role to be taken away from now on, and why. */
export const revocationToMakeSchema = z
  .strictObject({ person: personId, role: z.enum(ROLES), ground: prose })
  .meta({ id: 'RoleRevocationToMake' });

/** A role that was taken away; `from` is the ISO instant from which on it is refused. */
export const revocationSchema = z
  .object({
    person: z.string(),
    role: z.string(),
    from: z.string(),
    ground: z.string(),
    by: z.string(),
  })
  .meta({ id: 'RoleRevocation' });

/** Every role that was taken away, the newest first. */
export const revocationsSchema = z
  .object({ items: z.array(revocationSchema) })
  .meta({ id: 'RoleRevocations' });

export type DelegationBody = z.infer<typeof delegationSchema>;
export type DeskBody = z.infer<typeof deskSchema>;
export type RevocationBody = z.infer<typeof revocationSchema>;
