import { dayOf } from '../../rules/calendar.js';
import { compareWon, sumWon } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { ChartEvent, Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { peopleBehind } from '../tranche/guards.js';
import { undrawnOf } from './closing-sources.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';
import type { Draw } from './money.js';

/** What can be reversed by itself; everything else has a way back of its own. */
const CORRECTABLE = ['draw', 'share'];

interface Correcting {
  readonly posting: string;
}

// A partner that was replaced may have drawn before that; from then on it is frozen.
function institutionsOf({ companyId, partnerId, freezes }: ProjectContextV2): string[] {
  const replaced = freezes.filter(({ cause }) => cause === 'replaced').map(({ institution }) => institution);
  return [...new Set([companyId, ...(partnerId === null ? [] : [partnerId]), ...replaced])];
}

function releasedOf({ tranches }: ProjectContextV2, no: number): WonText {
  return tranches.find((tranche) => tranche.no === no)?.released ?? '0';
}

function drawnOf({ draws }: ProjectContextV2, no: number): WonText {
  return sumWon(draws.filter(({ tranche }) => tranche === no).map(({ amount }) => amount));
}

// A day is no instant: what was drawn on the day of the notice, or of its lifting, may have been before or after.
function freezeOver({ freezes }: ProjectContextV2, { institution, drawnOn }: Draw) {
  return freezes.find(
    ({ institution: frozen, from, until }) =>
      frozen === institution && dayOf(from) < drawnOn && (until === null || drawnOn < dayOf(until)),
  );
}

function madeBy({ books }: ChartEvent): string[] {
  return (books?.['madeBy'] ?? '').split(', ');
}

/** What a draw, and the reversal of a posting, are held to; the posting is known from the books. */
export const moneyGuardsV2 = {
  isNewDraw: ({ context, event }: ArgsV2): boolean =>
    whenSent<Draw>(event, ({ drawId }) => !context.draws.some((draw) => draw.drawId === drawId)),
  isInstitutionOfProject: ({ context, event }: ArgsV2): boolean =>
    whenSent<Draw>(event, ({ institution }) => institutionsOf(context).includes(institution)),
  isWithinReleased: ({ context, event }: ArgsV2): boolean =>
    whenSent<Draw>(event, ({ tranche, amount }) => compareWon(amount, undrawnOf(context, tranche)) <= 0),
  isInstitutionNotFrozen: ({ context, event }: ArgsV2): boolean =>
    whenSent<Draw>(event, (draw) => freezeOver(context, draw) === undefined),
  isPostingOfProject: ({ event }: ArgsV2): boolean =>
    whenSent<Correcting>(event, ({ posting }) => event.books?.['posting'] === posting),
  isCorrectable: ({ event }: ArgsV2): boolean =>
    whenSent(event, () => CORRECTABLE.includes(event.books?.['kind'] ?? '')),
  isNotReversed: ({ context, event }: ArgsV2): boolean =>
    whenSent<Correcting>(
      event,
      ({ posting }) => event.books?.['reversed'] !== 'yes' && !context.reversed.includes(posting),
    ),
  isAnotherPerson: ({ event }: ArgsV2): boolean =>
    whenSent(event, () => !peopleBehind(event.by).some((person) => madeBy(event).includes(person))),
};

/** Guards of corrections that only choose between branches. */
export const moneyRouting = {
  isDrawReversed: ({ event }: ArgsV2): boolean => event.books?.['kind'] === 'draw',
};

function book(name: string) {
  return ({ event }: ArgsV2): Evidence => ({ [name]: event.books?.[name] ?? '' });
}

/** The facts that they looked at. */
export const moneyEvidenceV2: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  isNewDraw: ({ event }) => ({ drawId: dataOf<Draw>(event).drawId }),
  isInstitutionOfProject: ({ context }) => ({ institutions: institutionsOf(context).join(', ') }),
  isWithinReleased: ({ context, event }) => {
    const { tranche } = dataOf<Draw>(event);
    const [released, drawn] = [releasedOf(context, tranche), drawnOf(context, tranche)];
    return { released, drawn, undrawn: undrawnOf(context, tranche) };
  },
  isInstitutionNotFrozen: ({ context, event }) => {
    const draw = dataOf<Draw>(event);
    return { frozen: draw.institution, since: freezeOver(context, draw)?.from ?? '' };
  },
  isPostingOfProject: ({ event }) => ({ posting: dataOf<Correcting>(event).posting }),
  isCorrectable: ({ event }) => ({ kind: event.books?.['kind'] ?? '', correctable: CORRECTABLE.join(', ') }),
  isNotReversed: ({ event }) => ({ posting: dataOf<Correcting>(event).posting }),
  isAnotherPerson: book('madeBy'),
};
