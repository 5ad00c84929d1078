import type { SanctionArgs } from './context.js';

/** What the project is told of its sanction. */
export interface Telling {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Tells the company something; `notice` is its name. */
export function tellCompany(notice: string) {
  const params = ({ context }: { readonly context: { readonly companyId: string } }) => ({
    ...{ to: context.companyId, notice },
  });
  return { type: 'sendNotice', params } as const;
}

/** Tells the project what became of the sanction; what it doesn't have is left out. */
export const tellProject = {
  type: 'tellProject',
  params: ({ context: { no, kind, decision, ground } }: SanctionArgs): Telling => {
    const { outcome, months = null, amount = null } = decision ?? {};
    const measure = Object.entries({ months, amount }).filter(([, value]) => value !== null);
    return { event: 'SANCTION_DECIDED', data: { no, kind, outcome, ground, ...Object.fromEntries(measure) } };
  },
} as const;
