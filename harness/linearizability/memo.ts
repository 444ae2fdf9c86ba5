/**
 * Which positions of the search lead nowhere, kept in a few whole numbers each.
 *
 * Sources: Lowe's memo for Wing and Gong's search. Two additions keep it small: a position names
 * only the operations that are open (part.ts), and it covers every position that differs from it
 * only in having spent more operations of unknown outcome: whoever has spent more can do less.
 * Promises: `add` is false only for positions that are covered by one that was added before.
 * Read next: part-search.ts.
 */

const FIRST_CAPACITY = 64;
/** What `add` compares at most, so that one position costs a bounded time. */
const COMPARED_AT_MOST = 64;

/** Where in an entry its parts stand; the words of operations taken follow. */
const NEXT = 0;
const FIRST = 1;
const STATE = 2;
const WORDS = 3;

export class Memo {
  /** Entries there are. */
  count = 0;
  private readonly width: number;
  private capacity = FIRST_CAPACITY;
  private entries: Int32Array;
  /** For each hash the latest entry of its chain, or -1. */
  private heads: Int32Array;

  /** @param exactWords how many words, from the first on, are not of unknown outcomes */
  constructor(private readonly words: number, private readonly exactWords: number) {
    this.width = WORDS + words;
    this.entries = new Int32Array(this.capacity * this.width);
    this.heads = new Int32Array(this.capacity).fill(-1);
  }

  /** Notes a position. False if it is covered: the search has been there. */
  add(first: number, state: number, taken: Int32Array): boolean {
    if (this.count === this.capacity) this.grow();
    const place = this.placeOf(first, state, taken, 0);
    const head = this.heads[place] ?? -1;
    if (this.isCovered(head, first, state, taken)) return false;
    const at = this.count * this.width;
    this.entries[at + NEXT] = head;
    this.entries[at + FIRST] = first;
    this.entries[at + STATE] = state;
    this.entries.set(taken, at + WORDS);
    this.heads[place] = this.count++;
    return true;
  }

  private isCovered(head: number, first: number, state: number, taken: Int32Array): boolean {
    const {entries, width} = this;
    let compared = 0;
    for (let entry = head; entry >= 0; entry = entries[entry * width + NEXT] ?? -1) {
      const at = entry * width;
      if (entries[at + STATE] === state && entries[at + FIRST] === first
        && this.covers(at + WORDS, taken)) return true;
      if (++compared === COMPARED_AT_MOST) return false;
    }
    return false;
  }

  /** The same known operations, and no more of the unknown ones. */
  private covers(at: number, taken: Int32Array): boolean {
    const {entries, words, exactWords} = this;
    for (let word = 0; word < exactWords; word++) {
      if (entries[at + word] !== taken[word]) return false;
    }
    for (let word = exactWords; word < words; word++) {
      if (((entries[at + word] ?? 0) & ~(taken[word] ?? 0)) !== 0) return false;
    }
    return true;
  }

  /** A place in `heads`: of what covers and what is covered the same one. */
  private placeOf(first: number, state: number, taken: Int32Array, offset: number): number {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(state, 0x85ebca6b);
    for (let word = 0; word < this.exactWords; word++) {
      hash = Math.imul(hash ^ (taken[offset + word] ?? 0), 0xc2b2ae35);
      hash ^= hash >>> 15;
    }
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0x27d4eb2f);
    return ((hash ^ (hash >>> 16)) >>> 0) & (this.capacity - 1);
  }

  private grow(): void {
    const {width} = this;
    this.capacity *= 2;
    const entries = new Int32Array(this.capacity * width);
    entries.set(this.entries);
    this.entries = entries;
    this.heads = new Int32Array(this.capacity).fill(-1);
    for (let entry = 0; entry < this.count; entry++) {
      const at = entry * width;
      const place = this.placeOf(
        entries[at + FIRST] ?? 0, entries[at + STATE] ?? 0, entries, at + WORDS);
      entries[at + NEXT] = this.heads[place] ?? -1;
      this.heads[place] = entry;
    }
  }
}
