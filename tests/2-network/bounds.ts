/**
 * How far a count may lie from what a probability says before it is no longer chance.
 *
 * Promises: a correct network fails by chance less than once in 10^10 runs: the bounds are seven
 * standard deviations wide. Seeds are fixed besides.
 * Read next: 09-rates.spec.ts.
 */

const DEVIATIONS = 7;

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Bounds of how often something of this probability happens among so many. */
export function boundsOf({among, probability}: {among: number; probability: number}): Bounds {
  const mean = among * probability;
  const deviation = Math.sqrt(among * probability * (1 - probability));
  return {
    least: Math.max(0, Math.floor(mean - DEVIATIONS * deviation)),
    most: Math.min(among, Math.ceil(mean + DEVIATIONS * deviation)),
  };
}
