/**
 * What is compared: one author's files, as tokens and fingerprints.
 *
 * Promises: a text is forgotten as soon as its tokens are known, so a class fits into memory: some
 * ten bytes a token.
 * Read next: comparison.ts.
 */
import {tokensOf} from './tokens';
import type {Tokens} from './tokens';
import {WINNOWING, fingerprintsOf} from './winnowing';
import type {Fingerprint} from './winnowing';

/** Whose: of this class, of a former one, or the kit's own solution. */
export type Origin = 'class' | 'past' | 'reference';

/** Fingerprints of one hash that are kept of one file. */
const SAME_MOST = 4;

export interface ComparedFile {
  /** Within the skeleton: 'log.ts'. */
  readonly name: string;
  readonly tokens: Tokens;
  /** Those that are nobody's in particular are left out. */
  readonly fingerprints: readonly Fingerprint[];
}

export interface Document {
  /** The submission's name; for a former class, with its folder's: '2024/ada'. */
  readonly name: string;
  readonly origin: Origin;
  readonly files: readonly ComparedFile[];
}

/** Reads texts by name. @param given hashes of what everybody was given. */
export function documentFrom(
  {name, origin}: Pick<Document, 'name' | 'origin'>,
  texts: Iterable<readonly [name: string, text: string]>, given: ReadonlySet<number>,
): Document {
  const files: ComparedFile[] = [];
  for (const [file, text] of texts) {
    const tokens = tokensOf(text);
    const fingerprints = seldom(fingerprintsOf(tokens.kinds)
      .filter(({hash}) => !given.has(hash)));
    if (fingerprints.length > 0) files.push({name: file, tokens, fingerprints});
  }
  return {name, origin, files};
}

/** Whoever repeats the same few tokens a thousand times has a few fingerprints of them. */
function seldom(fingerprints: readonly Fingerprint[]): readonly Fingerprint[] {
  const times = new Map<number, number>();
  return fingerprints.filter(({hash}) => {
    const before = times.get(hash) ?? 0;
    times.set(hash, before + 1);
    return before < SAME_MOST;
  });
}

/** All fingerprints of some texts, for what everybody was given. */
export function hashesIn(texts: Iterable<string>): Set<number> {
  const hashes = new Set<number>();
  for (const text of texts) {
    for (const hash of allHashesOf(text)) hashes.add(hash);
  }
  return hashes;
}

/** Every hash, not only the kept ones: a body around given lines moves the windows. */
function allHashesOf(text: string): readonly number[] {
  return fingerprintsOf(tokensOf(text).kinds, {k: WINNOWING.k, w: 1}).map(({hash}) => hash);
}
