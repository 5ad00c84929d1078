import type { ObjectionArgs } from './context.js';

/** What the project is told of its objection. */
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

/** Tells the project what became of its objection; what was not said is left out. */
export const tellProject = {
  type: 'tellProject',
  params: ({ context: { no, decision } }: ObjectionArgs): Telling => {
    const said = Object.entries(decision ?? {}).filter(([, value]) => value !== null);
    return { event: 'OBJECTION_DECIDED', data: { no, ...Object.fromEntries(said) } };
  },
} as const;
