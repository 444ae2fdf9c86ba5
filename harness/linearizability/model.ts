/**
 * What a checker must know about an object: how it behaves when one client uses it at a time.
 *
 * Promises: models are pure. The same state, input and output always give the same answer, and no
 * state is ever changed in place, so the search may come back to any state it has seen.
 * Read next: kv-model.ts, the store of lab 7; register-model.ts, the smallest one.
 */

/** The answer of `step` to an output that cannot be. */
export const REFUSED: unique symbol = Symbol('refused');

/** In place of an output nobody has seen: the operation may have had any. */
export const UNKNOWN: unique symbol = Symbol('unknown');

export type Refused = typeof REFUSED;
export type Unknown = typeof UNKNOWN;

export interface Model<Input, Output, State> {
  init(): State;
  /**
   * A state that may be any: what is known of an object that others have used before. Whatever some
   * state would allow, this one allows, and so does every state it leads to.
   */
  anything(): State;
  /** The state after the operation, or REFUSED if it could not have had this output here. */
  step(state: State, input: Input, output: Output | Unknown): State | Refused;
  /** Equal for two states exactly if nothing can tell them apart. */
  stateKey(state: State): string | number;
  /** True if it changes no state whatsoever, given this output: a read, a delete of nothing. */
  changesNothing(input: Input, output: Output | Unknown): boolean;
  /** True if what this output shows may come from this input: a value it writes. */
  mayShow(output: Output, input: Input): boolean;
  /** Operations of different parts do not touch each other, so each part is checked alone. */
  partOf(input: Input): string;
  /** 'key "x"'. */
  describePart(part: string): string;
  /** 'set "x" = "b"'. */
  describeInput(input: Input): string;
  /** '"b"'; empty if the output tells nothing, as that of a set. */
  describeOutput(input: Input, output: Output): string;
  describeState(state: State): string;
}
