/**
 * A broken variant of the reference: one mistake, and the scenarios that must catch it.
 *
 * Each is a small file in the folder of its lab. It is text laid over one file of the reference, so
 * it stays small and is found to be stale as soon as the reference moves on.
 * Read next: lay-over.ts.
 */

export interface Edit {
  /** Text that stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

export interface Mutant {
  /** Short, unique; the mistake list's number in front where it has one: 'E1-votes-twice'. */
  readonly id: string;
  /** One sentence: what this server does wrong. */
  readonly mistake: string;
  readonly lab: number;
  /** Of the reference: 'election.ts'. */
  readonly file: string;
  readonly edits: readonly Edit[];
  /**
   * Names of scenarios of the lab (as in tokens), hidden ones too, each of which must fail on its
   * default seeds.
   */
  readonly caughtBy: readonly string[];
  /** What the failure's claim must say, so that a catch for the wrong reason is no catch. */
  readonly says: RegExp;
  /** Whether the whole failure text is kept as a golden file. */
  readonly golden?: boolean;
}
