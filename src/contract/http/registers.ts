import { z } from 'zod';
import { day, line } from '../events-basics.js';
import { bilingualSchema } from './problem.js';
import { pageQuerySchema } from './queries.js';

const format = z.enum(['json', 'csv', 'xlsx']).default('json').describe('csv and xlsx hold every entry');
const limit = z.coerce.number().int().min(1).max(1_000).default(50);
const pageOf = pageQuerySchema.extend({ limit, format });
const nameWithEnglish = z.object({ ko: z.string(), en: z.string().nullable() });

/** A page of companies, narrowed to a text in their names or numbers. */
export const companiesQuerySchema = pageOf.extend({ text: z.string().max(120).optional() });

/** A page of partner institutions. */
export const partnersQuerySchema = pageOf;

/** A page of an edition's proposals, narrowed to a partner, a sector or those that can be answered. */
export const proposalsQuerySchema = pageOf.extend({
  edition: z.string().max(40).optional(),
  partner: z.string().max(120).optional(),
  sector: z.string().max(4).optional(),
  state: z.enum(['open', 'closed']).optional(),
});

const company = z.object({ id: z.string(), businessNumber: z.string(), name: nameWithEnglish });

const partner = z.object({
  id: z.string(),
  name: bilingualSchema,
  country: z.string(),
  registeredOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  ground: z.string().nullable(),
});

const proposal = z.object({
  id: z.string(),
  edition: z.string(),
  partner: z.string(),
  title: nameWithEnglish,
  sector: z.string(),
  summary: z.string().nullable(),
  state: z.enum(['open', 'closed']),
});

/** The register of companies, ten digits of whose business number are shown; an applicant sees its own. */
export const companyPageSchema = z
  .object({ items: z.array(company), next: z.string().nullable() })
  .meta({ id: 'CompanyPage' });

/** The register of partner institutions; days are calendar days. */
export const partnerPageSchema = z
  .object({ items: z.array(partner), next: z.string().nullable() })
  .meta({ id: 'PartnerPage' });

/** The partners' technology proposals. */
export const proposalPageSchema = z
  .object({ items: z.array(proposal), next: z.string().nullable() })
  .meta({ id: 'ProposalPage' });

/** The address of a partner. */
export const partnerAddressSchema = z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) });

/** A partner leaves the program on a day, for a ground. */
export const departureSchema = z.strictObject({ on: day, ground: line }).meta({ id: 'DepartureToBook' });

/** What a departure led to: the open proposals that it closed, and the projects that run with the partner and go on. */
export const departedSchema = z
  .object({
    id: z.string(),
    leftOn: z.string(),
    ground: z.string(),
    closedProposals: z.array(z.string()),
    runningProjects: z.array(z.object({ id: z.string(), href: z.string() })),
  })
  .meta({ id: 'Departure' });
