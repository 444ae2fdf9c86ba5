/**
 * A box: inputs go in, an ordered list of effects comes out, and nothing else ever does.
 *
 * Promises: a box never acts by itself and knows no time but its own `nowMs`. The same inputs give
 * the same effects on every host. Effects are ordered, so a crash may cut the list after any of
 * them. Everything that crosses is plain data; what student code made is JSON text, made once.
 * Read next: in-process-host.ts, process-host.ts (the two hosts), world/world.ts (who drives them).
 */

export type BoxId = string;

/** JSON text. It is counted, copied and recorded as it is. */
export type WireText = string;

/** Where an import of a box leads: a file, and the name a person knows it by. */
export interface ModuleSource {
  readonly file: string;
  /** Such as 'skeleton/election.ts': what failures and traces call the file. */
  readonly shownAs: string;
}

/** What to run in a box. The same spec boots the box again after a crash. */
export interface BoxSpec {
  readonly id: BoxId;
  /** The file whose `boot` starts the program. */
  readonly program: string;
  /** The import table; what is not in it is refused. */
  readonly modules: Readonly<Record<string, ModuleSource>>;
  /** Packages its files may import, such as 'chai': only for students' tests. */
  readonly packages?: readonly string[];
  /** Names that the program itself defines, such as 'describe': only for students' tests. */
  readonly provides?: readonly string[];
}

export interface BootInput {
  readonly kind: 'boot';
  readonly nowMs: number;
  readonly servers: readonly BoxId[];
  /** JSON text of an object. */
  readonly settings: WireText;
  readonly seed: number;
  readonly incarnation: number;
  readonly disk: readonly WireText[];
}

export type Input =
  | BootInput
  | {
    readonly kind: 'receive'; readonly nowMs: number;
    readonly from: BoxId; readonly message: WireText;
  }
  | {readonly kind: 'timer'; readonly nowMs: number}
  | {
    readonly kind: 'call'; readonly nowMs: number;
    readonly callId: number; readonly method: string; readonly arguments: WireText;
  };

/** What went wrong inside a box. After `fatal` faults the box answers nothing more. */
export type FaultKind =
  /** A function threw. */
  | 'throw'
  /** A promise was rejected and nobody listened. */
  | 'rejection'
  /** An import or a name that a server may not use. */
  | 'import'
  /** A value that is not what the contract says, or not plain JSON. */
  | 'contract'
  /** An input that does not end: an endless loop or a storm of microtasks. */
  | 'loop'
  /** Timers of no delay that set each other for ever. */
  | 'storm'
  /** More effects in answer to one input than any honest answer has. */
  | 'flood'
  /** `todo()`. */
  | 'not written'
  /** The file does not compile. */
  | 'syntax'
  /** A file that is needed is not there. */
  | 'missing';

export interface Fault {
  readonly kind: 'fault';
  readonly fault: FaultKind;
  /** One sentence; the first line of what the student reads. */
  readonly text: string;
  /** Where in the student's files, as a person knows them; null if no frame of theirs is known. */
  readonly file: string | null;
  readonly line: number | null;
  /** The student's own frames, innermost first: 'advanceCommitIndex (skeleton/commit.ts:61)'. */
  readonly stack: readonly string[];
  /** For 'not written': which function of which lab. */
  readonly todo?: {readonly lab: number; readonly functionName: string};
}

export type Effect =
  | {readonly kind: 'send'; readonly to: BoxId; readonly message: WireText}
  | {readonly kind: 'append'; readonly record: WireText}
  | {readonly kind: 'sync'}
  | {readonly kind: 'rewrite'; readonly records: readonly WireText[]}
  | {
    readonly kind: 'apply';
    readonly index: number; readonly term: number; readonly command: WireText;
  }
  | {readonly kind: 'restore'; readonly index: number; readonly snapshot: WireText}
  /** The box's one alarm, in its own time; it replaces the former. null: never. */
  | {readonly kind: 'arm'; readonly atMs: number | null}
  | {readonly kind: 'result'; readonly callId: number; readonly value: WireText}
  | {readonly kind: 'reject'; readonly callId: number; readonly error: string}
  /** Both are JSON text: an object of the fields that changed; `{from, entries}` of the log. */
  | {readonly kind: 'changed'; readonly fields: WireText; readonly log: WireText | null}
  | {readonly kind: 'log'; readonly line: string}
  | Fault;

/** One input of one incarnation of one box. Keys are unique in a host, never reused. */
export interface BoxInput {
  /** Which running box: a number that the world draws anew at every boot. */
  readonly box: number;
  readonly input: Input;
  /** With 'boot' only: what to run. */
  readonly spec?: BoxSpec;
}

/** Effects of each input of a batch, in the batch's order. */
export type BatchEffects = readonly (readonly Effect[])[];

/** Runs boxes. One host may serve many worlds at once. */
export interface Host {
  readonly name: 'in-process' | 'process';
  /** A number no other box of this host has. */
  newBox(): number;
  /**
   * Gives a batch of inputs, in order, and returns their effects. A host that can answers at once;
   * it must then be called from a macrotask, so that it can drain microtasks.
   *
   * @param expected what the effects should be. Where nobody but this one waits, a host that finds
   * them so without reading them may give this same object back; others pay no heed to it.
   * @throws HostDied when the other side is gone.
   */
  step(
    batch: readonly BoxInput[], expected?: BatchEffects,
  ): BatchEffects | Promise<BatchEffects>;
  /** Forgets a box that crashed or whose world is over. */
  drop(box: number): void;
  /** Ends whatever runs. Called once, after the last world. */
  close(): Promise<void>;
}

/** Which limit it was that ended a process; 'process' is all else. */
export type DeathCause = 'time' | 'memory' | 'output' | 'process';

/** The process behind a host is gone, or did not answer in time. Never points, never a pass. */
export class HostDied extends Error {
  override readonly name = 'HostDied';

  constructor(message: string, override readonly cause: DeathCause = 'process') {
    super(message);
  }
}
