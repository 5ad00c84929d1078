/** Whole won as decimal digits, e.g. "1500000000": what JSON, chart context and messages carry. */
export type WonText = string;

const WHOLE_WON = /^(0|[1-9]\d*)$/;
const ALL_BASIS_POINTS = 10_000n;

/** Reads whole won for arithmetic; throws a plain Error on anything but digits. */
export function won(text: WonText): bigint {
  if (!WHOLE_WON.test(text)) throw new Error(`Not whole won: ${JSON.stringify(text)}`);
  return BigInt(text);
}

/** Writes whole won as digits; throws a plain Error on a negative amount, which no money here may be. */
export function wonText(amount: bigint): WonText {
  if (amount < 0n) throw new Error(`Negative won: ${amount}`);
  return amount.toString();
}

/** Adds amounts of whole won; nothing adds up to "0". */
export function sumWon(texts: readonly WonText[]): WonText {
  return wonText(texts.reduce((total, text) => total + won(text), 0n));
}

/** Compares two amounts: negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareWon(a: WonText, b: WonText): number {
  const difference = won(a) - won(b);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * Splits `total` won by basis points that sum to 10000, without losing or inventing a won:
 * each boundary is the total's share so far rounded down, so the parts always add up to the total.
 * Throws a plain Error if the shares don't sum to 10000 or one is negative.
 */
export function shareOf(total: bigint, basisPoints: readonly number[]): bigint[] {
  const shares = basisPoints.map((points) => BigInt(points));
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  if (whole !== ALL_BASIS_POINTS || shares.some((share) => share < 0n)) {
    throw new Error(`Shares must sum to 10000 basis points: ${basisPoints.join(' + ')}`);
  }
  let reached = 0n;
  let paid = 0n;
  return shares.map((share) => {
    reached += share;
    const boundary = (total * reached) / ALL_BASIS_POINTS;
    const part = boundary - paid;
    paid = boundary;
    return part;
  });
}
