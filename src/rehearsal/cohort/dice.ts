/** Chance by a seed: what is drawn depends on the seed and on what it is drawn for, never on the order of drawing. */
export interface Dice {
  /** A number from 0 up to 1, the same for the same words. */
  draw(...of: readonly Word[]): number;
  chance(probability: number, ...of: readonly Word[]): boolean;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number, ...of: readonly Word[]): number;
  /** Throws a plain Error where there is nothing to pick from. */
  pick<T>(all: readonly T[], ...of: readonly Word[]): T;
  /** About 0, with a standard deviation of 1. */
  normal(...of: readonly Word[]): number;
}

type Word = string | number;

/** The dice of a seed. */
export function diceOf(seed: number): Dice {
  const draw = (...of: readonly Word[]): number => fraction(`${seed}/${of.join('/')}`);
  return {
    draw,
    chance: (probability, ...of) => draw(...of) < probability,
    between: (least, most, ...of) => least + Math.floor(draw(...of) * (most - least + 1)),
    pick: (all, ...of) => {
      const picked = all[Math.floor(draw(...of) * all.length)];
      if (picked === undefined) throw new Error(`nothing to pick from for ${of.join('/')}`);
      return picked;
    },
    normal: (...of) => {
      // Box and Muller; 1 - x, because the logarithm of 0 has no value.
      const [one, other] = [1 - draw(...of, 'one'), draw(...of, 'other')];
      return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
    },
  };
}

/** A text as a number from 0 up to 1, evenly spread (cyrb53, 53 bits). */
function fraction(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return ((2_097_151 & b) * 4_294_967_296 + (a >>> 0)) / 2 ** 53;
}
