/**
 * Fingerprints of a row of tokens, by winnowing.
 *
 * Every k tokens in a row have a hash, and of every w hashes in a row the least is kept. So two
 * texts that share k + w - 1 tokens in a row share a fingerprint for certain, wherever it stands,
 * and a text has about two fingerprints for every w + 1 tokens.
 * Source: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting",
 * SIGMOD 2003.
 * Promises: two numbers of 26 bits make a hash, so that chance gives no matches worth a word.
 * Read next: comparison.ts.
 */

export interface Winnowing {
  /** Tokens in a row that make a hash: less than these is never a match. */
  readonly k: number;
  /** Hashes in a row of which one is kept. */
  readonly w: number;
}

/**
 * A match is some three lines of ordinary code at least, and some five lines always match. With a
 * smaller k more of a disguised copy is found, and more in honest work; what these find and what
 * they leave alone, tests/kit/grade/similarity/similarity.spec.ts shows.
 */
export const WINNOWING: Winnowing = {k: 23, w: 17};

export interface Fingerprint {
  readonly hash: number;
  /** The first of its k tokens. */
  readonly position: number;
}

const BASES = [0x9e3779b1, 0x85ebca6b] as const;
const PART = 2 ** 26;

export function fingerprintsOf(
  kinds: Uint16Array, {k, w}: Winnowing = WINNOWING,
): readonly Fingerprint[] {
  const hashes = hashesOf(kinds, k);
  const kept: Fingerprint[] = [];
  let least = -1;
  for (let end = 0; end < hashes.length; end++) {
    const start = Math.max(0, end - w + 1);
    if (least >= start) {
      if (hashes[end]! < hashes[least]!) least = end;
    } else {
      // The last of equal ones, so that it lasts longest; the rest is the same window by window.
      least = start;
      for (let n = start + 1; n <= end; n++) if (hashes[n]! <= hashes[least]!) least = n;
    }
    const isFull = end >= w - 1 || end === hashes.length - 1;
    if (isFull && kept.at(-1)?.position !== least) {
      kept.push({hash: hashes[least]!, position: least});
    }
  }
  return kept;
}

/** The hash of each k tokens in a row. */
function hashesOf(kinds: Uint16Array, k: number): Float64Array {
  const count = Math.max(0, kinds.length - k + 1);
  const hashes = new Float64Array(count);
  const [high, low] = BASES.map(base => rolling(kinds, k, base));
  for (let n = 0; n < count; n++) {
    hashes[n] = (high![n]! >>> 6) * PART + (low![n]! >>> 6);
  }
  return hashes;
}

/** One polynomial in 32 bits, rolled along. */
function rolling(kinds: Uint16Array, k: number, base: number): Uint32Array {
  const count = Math.max(0, kinds.length - k + 1);
  const rolled = new Uint32Array(count);
  let leaving = 1;
  for (let n = 0; n < k; n++) leaving = Math.imul(leaving, base);
  let hash = 0;
  for (let n = 0; n < kinds.length; n++) {
    hash = Math.imul(hash, base) + mixed(kinds[n]!);
    if (n >= k) hash -= Math.imul(leaving, mixed(kinds[n - k]!));
    if (n >= k - 1) rolled[n - k + 1] = scrambled(hash);
  }
  return rolled;
}

/** Small numbers would leave the upper bits of a short row empty. */
function mixed(kind: number): number {
  return Math.imul(kind + 1, 0x27d4eb2d) >>> 0;
}

/** The least hash of a window is a draw only if all bits are as good as drawn. */
function scrambled(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x7feb352d);
  value ^= value >>> 15;
  value = Math.imul(value, 0x846ca68b);
  return value ^ (value >>> 16);
}
