/**
 * Which documents share fingerprints, and how many: every pair at once, through an index.
 *
 * Promises: time and memory grow with the fingerprints, not with the pairs of texts. What too many
 * share is common ground, an idiom that everybody writes, and is dropped.
 * Read next: regions.ts, where the shared lines are.
 */
import type {ComparedFile, Document} from './document';

/** Two documents, or two files of theirs. */
export interface Pair {
  readonly one: Document;
  readonly other: Document;
  /** Fingerprints that both have. */
  readonly shared: number;
  /** Of their own fingerprints, common ground left out: from 0 to 1. */
  readonly shareOfOne: number;
  readonly shareOfOther: number;
  /** Set if two files were compared, not two submissions. */
  readonly files?: readonly [string, string];
}

export interface ComparisonOptions {
  /** A fingerprint of more documents than these is common ground. */
  readonly commonMost: number;
  /** Pairs with fewer fingerprints in common are left out. */
  readonly sharedLeast: number;
}

/** Fingerprints as good as drawn: with fewer of one's own, a large share says little. */
const DOUBT = 20;

/** Somebody of this class and somebody else, the most alike first. */
export function pairsAmong(
  documents: readonly Document[], options: ComparisonOptions,
): readonly Pair[] {
  const sides = documents.map(document =>
    ({document, hashes: hashesOf(document.files)}));
  return ranked(sides, options);
}

/** The same, file by file: one file may be another's though the rest is not. */
export function filePairsAmong(
  documents: readonly Document[], options: ComparisonOptions,
): readonly Pair[] {
  const sides = documents.flatMap(document => document.files.map(file =>
    ({document, file: file.name, hashes: hashesOf([file])})));
  return ranked(sides, options);
}

/** What a number of documents allows: in a small class, eight. */
export function commonMostFor(count: number): number {
  return Math.max(8, Math.ceil(count / 10));
}

interface Side {
  readonly document: Document;
  readonly file?: string;
  readonly hashes: ReadonlySet<number>;
}

/** What its files' fingerprints are: each once. */
export function hashesOf(files: readonly ComparedFile[]): ReadonlySet<number> {
  return new Set(files.flatMap(({fingerprints}) => fingerprints.map(({hash}) => hash)));
}

function ranked(
  sides: readonly Side[], {commonMost, sharedLeast}: ComparisonOptions,
): readonly Pair[] {
  const holders = holdersOf(sides);
  const own = sides.map(() => 0);
  const shared = new Map<number, number>();
  for (const places of holders.values()) {
    if (countDocuments(places, sides) > commonMost) continue;
    places.forEach((place, n) => {
      own[place]!++;
      for (const other of places.slice(0, n)) {
        if (!isOfInterest(sides[other]!, sides[place]!)) continue;
        const key = other * sides.length + place;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    });
  }
  const pairs: Pair[] = [];
  for (const [key, count] of shared) {
    if (count < sharedLeast) continue;
    const [one, other] = [Math.floor(key / sides.length), key % sides.length];
    pairs.push(pairOf([sides[one]!, own[one]!], [sides[other]!, own[other]!], count));
  }
  return pairs.sort((a, b) => weightOf(b) - weightOf(a) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** By hash, the places of those that have it, in order. */
function holdersOf(sides: readonly Side[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  sides.forEach(({hashes}, place) => {
    for (const hash of hashes) {
      const places = holders.get(hash);
      if (places === undefined) holders.set(hash, [place]);
      else places.push(place);
    }
  });
  return holders;
}

/** Places of one document are next to each other. */
function countDocuments(places: readonly number[], sides: readonly Side[]): number {
  return places.filter((place, n) =>
    n === 0 || sides[place]!.document !== sides[places[n - 1]!]!.document).length;
}

function isOfInterest(one: Side, other: Side): boolean {
  if (one.document === other.document) return false;
  return one.document.origin === 'class' || other.document.origin === 'class';
}

function pairOf(
  [one, ownOne]: readonly [Side, number], [other, ownOther]: readonly [Side, number],
  shared: number,
): Pair {
  return {
    one: one.document, other: other.document, shared,
    shareOfOne: shared / ownOne, shareOfOther: shared / ownOther,
    ...one.file === undefined || other.file === undefined
      ? {} : {files: [one.file, other.file] as const},
  };
}

/** The share of the smaller side, less as there is less to judge by. */
function weightOf({shared, shareOfOne, shareOfOther}: Pair): number {
  const own = shared / Math.max(shareOfOne, shareOfOther);
  return shared / (own + DOUBT);
}

function keyOf({one, other, files}: Pair): string {
  return [one.name, other.name, ...files ?? []].join('\0');
}
