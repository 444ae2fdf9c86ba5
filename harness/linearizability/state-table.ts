/**
 * States as small numbers, and which operation leads from one to which.
 *
 * Promises: equal states have one number, so the search compares numbers. What the model answered
 * last is kept in a table of fixed size; an answer that was pushed out is asked for again, which
 * costs time and changes nothing, because models are pure.
 * Read next: part-search.ts.
 */
import type {Model} from './model';
import {REFUSED, UNKNOWN} from './model';
import type {Part} from './part';

/** In place of a state: the operation cannot come next. */
export const NOWHERE = -1;

const SMALLEST_TABLE = 1 << 8;
const LARGEST_TABLE = 1 << 15;
/** From, operation, to. */
const WIDTH = 3;
/** Characters of a state that take as much room as an entry of the memo. */
const CHARACTERS_AN_ENTRY = 64;

export class StateTable<Input, Output, State> {
  /** What the states weigh, in entries of the memo. */
  weight = 0;
  private readonly states: State[] = [];
  private readonly numbers = new Map<string | number, number>();
  private readonly answers: Int32Array;
  private readonly mask: number;

  constructor(
    private readonly model: Model<Input, Output, State>,
    private readonly part: Part<Input, Output>,
  ) {
    let places = SMALLEST_TABLE;
    while (places < part.count * 16 && places < LARGEST_TABLE) places *= 2;
    this.mask = places - 1;
    this.answers = new Int32Array(places * WIDTH).fill(NOWHERE);
    this.numberOf(model.init());
  }

  /** The number of the state after an operation, or NOWHERE. The first state has number 0. */
  after(from: number, operation: number): number {
    const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(operation, 0x85ebca6b);
    const at = ((mixed ^ (mixed >>> 15)) & this.mask) * WIDTH;
    const {answers} = this;
    if (answers[at] === from && answers[at + 1] === operation) return answers[at + 2] ?? NOWHERE;
    const to = this.ask(from, operation);
    answers[at] = from;
    answers[at + 1] = operation;
    answers[at + 2] = to;
    return to;
  }

  state(number: number): State {
    return this.states[number] as State;
  }

  private ask(from: number, operation: number): number {
    const {part, model} = this;
    const {input, output} = part.at(operation);
    const seen = operation < part.knownCount ? output as Output : UNKNOWN;
    const next = model.step(this.state(from), input, seen);
    return next === REFUSED ? NOWHERE : this.numberOf(next);
  }

  private numberOf(state: State): number {
    const key = this.model.stateKey(state);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.states.length;
    this.states.push(state);
    this.numbers.set(key, number);
    if (typeof key === 'string') this.weight += Math.floor(key.length / CHARACTERS_AN_ENTRY);
    return number;
  }
}
