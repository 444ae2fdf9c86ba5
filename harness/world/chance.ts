/**
 * Chance from one seed, in independent named streams.
 *
 * Promises: the fate of a message is a function of (seed, link, n-th message on it, purpose), and a
 * stream one of (seed, name). Switching one kind of fault off does not shift the others, so a
 * failing seed can be taken apart.
 * Read next: network.ts.
 */
import {xoroshiro128plus} from 'pure-rand/generator/xoroshiro128plus';

/** Mixes whole numbers into one of 32 bits (a finaliser in the manner of Murmur3). */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A number for a name, the same everywhere. */
export function nameNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < name.length; position++) {
    hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193);
  }
  return hash >>> 0;
}

/** Uniform in [0, 1), decided by its parts alone. */
export function fraction(...parts: readonly number[]): number {
  return mix(...parts) / 0x1_0000_0000;
}

/** A stream of draws that belongs to one purpose of one world. */
export class Chance {
  private readonly generator;

  constructor(seed: number, name: string) {
    this.generator = xoroshiro128plus(mix(seed, nameNumber(name)));
  }

  /** Uniform in [0, 1). */
  fraction(): number {
    return (this.generator.next() >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both bounds included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.between(0, choices.length - 1)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  /** A new array with the same members in a drawn order. */
  shuffle<T>(members: readonly T[]): T[] {
    const left = [...members];
    const drawn: T[] = [];
    while (left.length > 0) drawn.push(...left.splice(this.between(0, left.length - 1), 1));
    return drawn;
  }
}
