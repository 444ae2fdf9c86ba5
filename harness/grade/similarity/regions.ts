/**
 * Where two documents are alike: lines on both sides, the longest stretch first.
 *
 * Promises: a stretch is alike token by token, so what is shown is never a coincidence of hashes.
 * It may go on into what everybody was given. No line is told twice for one side.
 * Read next: report.ts.
 */
import type {ComparedFile, Document} from './document';
import {WINNOWING} from './winnowing';

export interface Region {
  readonly one: Lines;
  readonly other: Lines;
  readonly tokens: number;
}

export interface Lines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Stretches looked at for one pair: more are not told anyway. */
const FOUND_MOST = 2_000;

interface Place {
  readonly file: ComparedFile;
  readonly position: number;
}

/** @param isMeant whether a hash counts: not common ground. */
export function regionsOf(
  one: Document, other: Document, isMeant: (hash: number) => boolean,
): readonly Region[] {
  const places = placesOf(other, isMeant);
  const found: Region[] = [];
  /** For each pair of files and each shift between them, up to where tokens are told already. */
  const told = new Map<string, number>();
  for (const file of one.files) {
    for (const {hash, position} of file.fingerprints) {
      for (const place of places.get(hash) ?? []) {
        if (found.length >= FOUND_MOST) break;
        const shift = `${file.name}\0${place.file.name}\0${place.position - position}`;
        if (position < (told.get(shift) ?? 0)) continue;
        const stretch = stretchOf({file, position}, place);
        if (stretch.tokens < WINNOWING.k) continue;
        told.set(shift, position + stretch.tokens);
        found.push(stretch);
      }
    }
  }
  return withoutOverlap(found.sort((a, b) => b.tokens - a.tokens));
}

function placesOf(
  document: Document, isMeant: (hash: number) => boolean,
): ReadonlyMap<number, readonly Place[]> {
  const places = new Map<number, Place[]>();
  for (const file of document.files) {
    for (const {hash, position} of file.fingerprints) {
      if (!isMeant(hash)) continue;
      const known = places.get(hash);
      if (known === undefined) places.set(hash, [{file, position}]);
      else known.push({file, position});
    }
  }
  return places;
}

/** From a shared place as far as the tokens agree, both ways. */
function stretchOf(one: Place, other: Place): Region {
  const [a, b] = [one.file.tokens, other.file.tokens];
  let [start, otherStart] = [one.position, other.position];
  while (start > 0 && otherStart > 0 && a.kinds[start - 1] === b.kinds[otherStart - 1]) {
    start--;
    otherStart--;
  }
  let tokens = one.position - start;
  const most = Math.min(a.kinds.length - start, b.kinds.length - otherStart);
  while (tokens < most && a.kinds[start + tokens] === b.kinds[otherStart + tokens]) tokens++;
  const linesOf = ({file: {name, tokens: {lines}}}: Place, from: number): Lines =>
    ({file: name, from: lines[from] ?? 0, to: lines[Math.max(from, from + tokens - 1)] ?? 0});
  return {one: linesOf(one, start), other: linesOf(other, otherStart), tokens};
}

/** The longest first; what lies within a stretch that is told already adds nothing. */
function withoutOverlap(regions: readonly Region[]): readonly Region[] {
  const kept: Region[] = [];
  const overlaps = (a: Lines, b: Lines): boolean =>
    a.file === b.file && a.from <= b.to && b.from <= a.to;
  for (const region of regions) {
    const isTold = kept.some(({one, other}) =>
      overlaps(one, region.one) || overlaps(other, region.other));
    if (!isTold) kept.push(region);
  }
  return kept;
}
