/**
 * The named values of a script, and the way of values in and out of the box.
 *
 * Promises: a name stands for the live value, so that sharing can be tried; what is shown is a copy
 * made on the spot, so that a later change cannot reach it.
 * Read next: script.ts, which says how values are written.
 */
import {NotJson, toWire} from './json';
import type {Json} from './json';
import type {Answer, ScriptValue} from './script';
import {ScriptError} from './scripted-errors';

/** The operation that should have named a value threw. */
export class NoValue extends Error {
  override readonly name = 'NoValue';

  constructor(readonly missing: string) {
    super(`${missing} has no value`);
  }
}

const SPECIAL: Readonly<Record<string, unknown>> = {
  undefined, NaN, Infinity, '-Infinity': -Infinity, '-0': -0,
};

export class NamedValues {
  private readonly values = new Map<string, {readonly value: unknown}>();
  private readonly withoutValue = new Set<string>();

  set(name: string, value: unknown): void {
    this.values.set(name, {value});
  }

  /** The operation that should have named it threw: uses of the name throw NoValue from now on. */
  unset(name: string): void {
    this.values.delete(name);
    this.withoutValue.add(name);
  }

  /** @throws NoValue, or ScriptError if no operation ever used the name */
  get(name: string): unknown {
    const known = this.values.get(name);
    if (known !== undefined) return known.value;
    if (this.withoutValue.has(name)) throw new NoValue(name);
    throw new ScriptError(`the script names no value '${name}'`);
  }

  /** The value a script wrote, made afresh but for what it refers to. */
  decode(written: ScriptValue): unknown {
    if (typeof written !== 'object' || written === null) return written;
    if (Array.isArray(written)) return written.map(part => this.decode(part as ScriptValue));
    const fields = Object.entries(written);
    const [key, field] = fields.length === 1 ? fields[0]! : ['', null];
    switch (key) {
      case '$ref': return this.get(String(field));
      case '$bytes': return new Uint8Array(Buffer.from(String(field), 'base64'));
      case '$special': return SPECIAL[String(field)];
      case '$json': return structuredClone(field);
      // Defines fields, so that a key such as '__proto__' stays a mere key.
      default: return Object.fromEntries(fields.map(([name, part]) =>
        [name, this.decode(part as ScriptValue)]));
    }
  }
}

/** What a test is shown of a value. */
export function show(value: unknown, what: string): Answer {
  if (value === undefined) return {undefined: true};
  if (value instanceof Uint8Array) {
    const {buffer, byteOffset, byteLength} = value;
    return {bytes: Buffer.from(buffer, byteOffset, byteLength).toString('base64')};
  }
  try {
    return {value: JSON.parse(toWire(value, what)) as Json};
  } catch (error) {
    if (error instanceof NotJson) return {refused: error.message};
    throw error;
  }
}
