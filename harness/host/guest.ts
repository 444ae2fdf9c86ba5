/**
 * The line between a box and the program that runs inside it.
 *
 * A program (the given half of a server, or a scripted object of labs 1 and 2) is booted with a
 * GuestContext and answers inputs by calling it. Whatever it hands over is turned into JSON text on
 * the spot, and what is not plain JSON is refused there, naming the path.
 * Hides: hosts, virtual time, the world. A program never knows which host it runs in.
 * Read next: box.ts, which says what leaves the box.
 */
import type {Json} from './json';

/** What a program may do; each call becomes one effect, in order. */
export interface GuestContext {
  /** The name of this box, such as 'S1'. */
  readonly self: string;
  /** All boxes of the same kind, this one included. */
  readonly servers: readonly string[];
  /** What the scenario fixes for every box: numbers in ms, counts, switches. */
  readonly settings: {readonly [key: string]: Json};
  /** The records that survived, oldest first. Empty on the first boot. */
  readonly disk: readonly Json[];
  /** Bytes of the text of these records. */
  readonly diskBytes: number;
  /** 0 on the first boot, one more after each restart. */
  readonly incarnation: number;
  /** Seeded from (seed, box, incarnation): uniform in [0, 1). */
  random(): number;

  send(to: string, message: unknown): void;
  /** Returns the bytes of the record's text. */
  append(record: unknown): number;
  sync(): void;
  /** Returns the bytes of the records' texts. */
  rewrite(records: readonly unknown[]): number;
  apply(index: number, term: number, command: unknown): void;
  restore(index: number, snapshot: unknown): void;
  result(callId: number, value: unknown): void;
  reject(callId: number, error: string): void;
  /** State fields that changed, and the log's changed suffix, if any. */
  changed(
    fields: object, log?: {readonly from: number; readonly entries: readonly unknown[]},
  ): void;
  log(line: string): void;
  /** Says that a long input gets somewhere, so that it does not count as a loop. */
  readonly progress?: () => void;
}

/** A running program. */
export interface Guest {
  receive(from: string, message: Json): void;
  call(callId: number, method: string, args: Json): void;
  /**
   * The input has run, a timer's callback among them, and so have its microtasks: the place to let
   * out what it has gathered. What this causes runs too, and then it is called again for as long
   * as there is more.
   */
  settle?(): void;
  readonly isUnsettled?: boolean;
}

/** What a program's module exports. */
export interface Program {
  boot(context: GuestContext): Guest;
}

/**
 * A rule of the contract was broken by a value a function of the student returned. The host adds
 * the file and the line where that function stands.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';

  constructor(
    message: string,
    /** Where to look: the module as imported ('#solution/election') and the function's name. */
    readonly culprit: {readonly module: string; readonly function: string},
  ) {
    super(message);
    // Boxes share it, and who catches this could else write on it.
    Object.freeze(culprit);
  }
}

/** Thrown by `todo()`: the student has not written this function yet. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';

  constructor(readonly lab: number, readonly functionName: string) {
    super(`${functionName}() is not written yet (lab ${lab})`);
  }
}
