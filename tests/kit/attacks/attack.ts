/**
 * A hostile submission: what it tries, what it would gain, and what the verdict says instead.
 *
 * Each is one small file in a folder named after its kind. It hands in the reference's files with
 * its own laid over them. Where it does no work of its own, the code under it does none either, so
 * that an attack that worked would gain points over `honest`, the same code without its tricks.
 * Read next: pieces.ts, what attacks are made of; attacks.spec.ts.
 */

/** Texts by name within the skeleton: 'log.ts', 'tests/log.test.ts'. */
export type Files = Readonly<Record<string, string>>;

/**
 * What shows that the attack is not a mere typo: one run in a plain process, without a sandbox. A
 * text to take out first stands in `blunt`, where the attack would hurt the machine it runs on.
 */
export type Armed =
  /**
   * The hostile line was reached, and could leave its mark in a file; it came to a server that
   * nobody should reach; or a process of its own runs on when all is over.
   */
  | {readonly leaves: 'a mark' | 'a visitor' | 'a process'; readonly blunt?: Blunt}
  /** It works there: the scenarios pass. */
  | {readonly passes: true; readonly blunt?: Blunt}
  /** It works there: the failure tells what was taken. */
  | {readonly tells: RegExp; readonly blunt?: Blunt}
  /** It cannot be shown in a run, for this reason. */
  | {readonly because: string};

export interface Blunt {
  readonly find: string;
  readonly replace: string;
}

export interface Attack {
  /** One clause: 'ends its process with code 0 while it is loaded'. */
  readonly tries: string;
  /** What it would gain if it worked. */
  readonly gains: string;
  readonly lab: number;
  /** Names of the lab's scenarios it is graded on. */
  readonly scenarios: readonly string[];
  /** Laid over the reference. See ground.ts for what stands for `@root@` and its like. */
  readonly files: Files;
  /** The same without its tricks: it may have no more points than this has. */
  readonly honest: Files;
  /** The reason the verdict must show. */
  readonly says: RegExp;
  readonly armed: Armed;
  /** Nothing but the deadline for an answer ends it, so whoever tries it sets a short one. */
  readonly staysSilent?: true;
  /** Hands in something else than a folder of these files; returns its path. */
  readonly handIn?: (files: Files, folder: string) => string;
}
