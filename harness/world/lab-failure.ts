/**
 * What a check throws: the claim that broke, with everything a person needs to believe it.
 *
 * Promises: plain data, no formatting; report/render-failure.ts turns it into text. The kinds are
 * told apart because they call for different reactions of the reader.
 * Read next: report/render-failure.ts.
 */
import type {DeathCause} from '../host/box';

export type FailureKind = 'safety' | 'progress' | 'contract' | 'cost' | 'kit';

/** One of the two sides of a contradiction: 'S1', 'applied "b" (entry of term 2)', 1240. */
export interface Fact {
  readonly who: string;
  readonly what: string;
  readonly atMs?: number;
}

export interface FailureParts {
  readonly kind: FailureKind;
  /** What stopped the code, where it is no rule of the paper that broke. */
  readonly cause?: 'fault' | DeathCause;
  /** One sentence, without 'expected': what broke, with both sides in one clause. */
  readonly claim: string;
  readonly facts?: readonly Fact[];
  /** Why it matters: the place in the paper ('§5.4.3, Figure 3') and one or two sentences. */
  readonly why?: {readonly source: string; readonly text: string};
  /** A question to ask oneself; only when the symptom is recognised. */
  readonly hint?: string;
  /** When it broke, if that was found only later: the last steps end there. */
  readonly brokeAtMs?: number;
  /** What the test did, as code to paste into a file of one's own; replaces the last steps. */
  readonly code?: readonly string[];
  /** Where to look when there is no stack: 'timing.entriesAppended'. The run finds the lines. */
  readonly functions?: readonly string[];
  /** Student frames, innermost first: 'advanceCommitIndex (skeleton/commit.ts:61)'. */
  readonly stack?: readonly string[];
}

export class LabFailure extends Error {
  override readonly name = 'LabFailure';

  constructor(readonly parts: FailureParts) {
    super(parts.claim);
  }
}
