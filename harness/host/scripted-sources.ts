/**
 * Chance and time for scripted objects: what a network of lab 2 is given from outside.
 *
 * Promises: seeded and still until told; nothing here reads a clock or draws from another stream.
 * Read next: scripted-guest.ts, whose operations make and drive them.
 */

/** Uniform in [0, 1), from one seed: Chris Doty-Humphrey's sfc32. */
export function randomFrom(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const drawn = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 0x1_0000_0000;
  };
  // The first draws of neighbouring seeds are alike.
  for (let round = 0; round < 15; round++) next();
  return next;
}

interface Due {
  readonly atMs: number;
  readonly callback: () => void;
}

/** Callbacks by (time, order of scheduling). */
export class ScriptedTime {
  private nowMs = 0;
  private readonly queue: Due[] = [];

  /** @throws RangeError or TypeError, to the code that asks for nonsense */
  readonly schedule = (delayMs: number, callback: () => void): void => {
    if (typeof delayMs !== 'number' || !(delayMs >= 0 && delayMs < Infinity)) {
      throw new RangeError(`schedule takes a delayMs of 0 or more, not ${String(delayMs)}`);
    }
    if (typeof callback !== 'function') {
      throw new TypeError(`schedule takes a callback, not ${typeof callback}`);
    }
    const atMs = this.nowMs + delayMs;
    this.queue.splice(this.positionOf(atMs), 0, {atMs, callback});
  };

  /** Calls what comes due within `ms`, and returns how many callbacks that were. */
  advance(ms: number): number {
    const endMs = this.nowMs + ms;
    let called = 0;
    for (let next = this.queue[0]; next !== undefined && next.atMs <= endMs; next = this.queue[0]) {
      this.queue.shift();
      this.nowMs = next.atMs;
      called++;
      next.callback();
    }
    this.nowMs = endMs;
    return called;
  }

  /** Behind everything that is due no later. */
  private positionOf(atMs: number): number {
    let [low, high] = [0, this.queue.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.queue[middle]!.atMs <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
