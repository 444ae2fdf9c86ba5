/**
 * Scripts: how a test drives a stand-alone object of labs 1 and 2 that lives in a box.
 *
 * A script is a list of operations on named values, and the box answers with one entry for each.
 * The names stay from one script to the next. What a name stands for is the live value, so a test
 * can keep hold of an object, change it, and look for the damage, all inside the box; whether there
 * is any is judged outside, from the answers, which are copies made at the time.
 *
 *   {construct: 'RaftLog', as: 'log'}                                        {kept: 'log'}
 *   {make: {term: 1, command: 'x'}, as: 'entry'}                             {kept: 'entry'}
 *   {call: 'append', on: 'log', arguments: [{$ref: 'entry'}]}                {value: 1}
 *   {set: 9, at: ['term'], of: 'entry'}                                      {undefined: true}
 *   {call: 'termAt', on: 'log', arguments: [1]}                              {value: 1}
 *   {call: 'termAt', on: 'log', arguments: [{$special: 'NaN'}]}              {threw: {…}}
 *
 * Read next: scripted-guest.ts, which runs them.
 */
import type {ModuleSource} from './box';
import type {Json} from './json';

/** A value as a script writes it. An object with one of these keys, and no other, is not JSON. */
export type ScriptValue =
  /** A named value itself, not a copy. */
  | {readonly $ref: string}
  /** A Uint8Array, in base64. */
  | {readonly $bytes: string}
  /** What JSON cannot say. */
  | {readonly $special: 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0'}
  /** This JSON, whatever its keys are. */
  | {readonly $json: Json}
  | null | boolean | number | string
  | readonly ScriptValue[] | {readonly [key: string]: ScriptValue};

/**
 * With `as`, a value is named and not shown; `read` shows it. An operation whose value has no name
 * yet because the operation that should have named it threw is skipped.
 */
export type Operation =
  | {readonly make: ScriptValue; readonly as: string}
  /** A class the module exports. */
  | {readonly construct: string; readonly arguments?: readonly ScriptValue[]; readonly as: string}
  /** A function the module exports. */
  | {
    readonly callFunction: string; readonly arguments?: readonly ScriptValue[];
    readonly as?: string;
  }
  | {
    readonly call: string; readonly on: string; readonly arguments?: readonly ScriptValue[];
    readonly as?: string;
  }
  | {readonly get: string; readonly on: string; readonly as?: string}
  /** Changes a named value in place, as anybody who holds it could. */
  | {readonly set: ScriptValue; readonly at: readonly (string | number)[]; readonly of: string}
  | {readonly read: string}
  /** Everything `receive()` of an endpoint gives until it gives undefined, as one array. */
  | {readonly drain: string; readonly as?: string}
  /** A function like Math.random, from a seed. */
  | {readonly seedRandom: number; readonly as: string}
  /** A function like Math.random that always draws this. */
  | {readonly fixRandom: number; readonly as: string}
  /** A function (delayMs, callback) that calls back when `advanceMs` gets there. */
  | {readonly makeSchedule: true; readonly as: string}
  /** Lets time pass for all schedules; the answer is how many callbacks were called. */
  | {readonly advanceMs: number}
  /** A function, named `as`, that adds its first argument to an array, named `recordInto`. */
  | {readonly recordInto: string; readonly as: string}
  /** How many bytes of buffers, text and numbers the properties of a named value lead to. */
  | {readonly weigh: string};

export type Answer =
  | {readonly value: Json}
  /** A Uint8Array or Buffer, in base64. */
  | {readonly bytes: string}
  | {readonly undefined: true}
  /** The value was named. */
  | {readonly kept: string}
  | {readonly threw: Thrown}
  /** The value is not plain JSON: the path to where it is not, and what is there. */
  | {readonly refused: string}
  /** The name without a value. */
  | {readonly skipped: string};

export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** The student's own frames, innermost first, the same on every host. */
  readonly frames: readonly ThrownFrame[];
}

export interface ThrownFrame {
  /** 'RaftLog.append'; empty at the top of a module or in a nameless function. */
  readonly name: string;
  /** As imported: '#solution/log'. */
  readonly module: string;
  readonly line: number;
}

/** Frames as a person reads them: 'RaftLog.append (skeleton/log.ts:61)'. */
export function describeFrames(
  frames: readonly ThrownFrame[], modules: Readonly<Record<string, ModuleSource>>,
): readonly string[] {
  return frames.map(({name, module, line}) => {
    const where = `${modules[module]?.shownAs ?? module}:${line}`;
    return name === '' ? where : `${name} (${where})`;
  });
}
