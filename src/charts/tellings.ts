import { order } from './effects.js';

/** A notice by its name, and the organisation that it is for. */
export interface Notice {
  readonly to: string;
  readonly notice: string;
}

/** Something that a neighbour is told: the event that it takes, with its data. */
export interface Telling {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The same for a neighbour that is named by its id. */
export interface TellingTo extends Telling {
  readonly to: string;
}

/** A subject that is started beside another: its number there, the chart that it follows, and what that begins with. */
export interface Starting {
  readonly chartId: string;
  readonly no: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The orders of every subject beside a project, for its setup. */
export const tellingOrders = { sendNotice: order<Notice>(), tellProject: order<Telling>() };

/** Tells the company whose case it is something; `notice` is its name. */
export function tellCompany(notice: string) {
  const params = ({ context }: { readonly context: { readonly companyId: string } }): Notice => ({
    ...{ to: context.companyId, notice },
  });
  return { type: 'sendNotice', params } as const;
}

/** Tells the agency's staff something; `notice` is its name. */
export function tellAgency(notice: string) {
  return { type: 'sendNotice', params: (): Notice => ({ to: 'agency', notice }) } as const;
}
