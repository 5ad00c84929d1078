/** An activity as Temporal calls it. */
type Activity = (...args: never[]) => Promise<unknown>;

/** Told of a tranche's moment, and awaited. */
export type At = (moment: string, key: string) => Promise<unknown>;

/** The rows of a release by the event that they are of, and its effects by their activity: as the points name them. */
const ROWS: Readonly<Record<string, string>> = {
  APPROVE_SECOND: 'approvedRow',
  FUNDS_RESERVED: 'reservedRow',
  PAYMENT_CONFIRMED: 'confirmedRow',
};
const EFFECTS: Readonly<Record<string, string>> = {
  reserveFunds: 'reserve',
  payTranche: 'pay',
  reconcilePayment: 'reconcile',
};
/** The notice by which a firm hears that it was paid. */
const RELEASED = 'trancheReleased';

interface Moment {
  readonly step: string;
  readonly key: string;
}

/**
 * The activities with the moments before and after each of them told to `at`, and, of a row, the one just before its
 * transaction (`within`), which whoever listens draws out. What isn't a release's passes untouched.
 */
export function watched<Activities extends object>(activities: Activities, at: At): Activities {
  const all = Object.entries(activities).map(([name, perform]) => [name, watchedOne(name, perform, at)]);
  return Object.fromEntries(all) as Activities;
}

function watchedOne(name: string, perform: Activity, at: At): Activity {
  return async (...args) => {
    const moment = momentOf(name, args[0]);
    if (moment === undefined) return perform(...args);
    const { step, key } = moment;
    await at(`${step}/before`, key);
    if (name === 'appendRow') await at(`${step}/within`, key);
    const done = await perform(...args);
    await at(`${step}/after`, key);
    return done;
  };
}

/** What an activity is asked for, as far as it is looked at: a row, or an order. */
interface Asked {
  readonly identity?: { readonly id: string; readonly subject: string };
  readonly event?: { readonly type: string };
  readonly subjectId?: string;
  readonly params?: { readonly notice?: string };
}

function momentOf(name: string, asked: Asked = {}): Moment | undefined {
  const { identity, event, subjectId = '', params } = asked;
  if (name === 'appendRow') {
    const step = identity?.subject === 'tranche' ? ROWS[event?.type ?? ''] : undefined;
    return step === undefined || identity === undefined ? undefined : { step, key: identity.id };
  }
  if (name === 'sendNotice')
    return params?.notice === RELEASED ? { step: 'notice', key: subjectId } : undefined;
  const step = EFFECTS[name];
  return step === undefined ? undefined : { step, key: subjectId };
}
