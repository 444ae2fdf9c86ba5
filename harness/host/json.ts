/**
 * The wire format: plain JSON, made into text once, refused where it is anything else.
 *
 * Promises: what `toWire` accepts comes back equal from `JSON.parse` on every host. Fields that are
 * `undefined` are left out; everything else that JSON would silently bend (NaN, -0, a Map, a Date,
 * a class instance, a cycle, a function) is refused, naming the path to it.
 * Read next: guest.ts.
 */

export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** A value was not plain JSON. `path` leads to it: `entries[0].command.value`. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor(readonly path: string, readonly found: string) {
    super(`${path} is ${found}, and only plain JSON may cross the line`);
  }
}

const DEPTH_LIMIT = 100;

/** Turns a value into its wire text. `what` begins the path of a refusal. @throws NotJson */
export function toWire(value: unknown, what: string): string {
  check(value, what, 0);
  return JSON.stringify(value);
}

function check(value: unknown, path: string, depth: number): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new NotJson(path, String(value));
      if (Object.is(value, -0)) throw new NotJson(path, '-0');
      return;
    case 'object':
      if (value === null) return;
      if (depth >= DEPTH_LIMIT) throw new NotJson(path, 'a cycle, or nested too deeply');
      if (Array.isArray(value)) checkArray(value, path, depth);
      else checkObject(value, path, depth);
      return;
    default:
      throw new NotJson(path, value === undefined ? 'undefined' : `a ${typeof value}`);
  }
}

function checkArray(value: readonly unknown[], path: string, depth: number): void {
  for (let position = 0; position < value.length; position++) {
    check(value[position], `${path}[${position}]`, depth + 1);
  }
}

function checkObject(value: object, path: string, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotJson(path, describeInstance(value));
  }
  if ('toJSON' in value) throw new NotJson(path, 'an object with a toJSON method');
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) check(field, `${path}.${key}`, depth + 1);
  }
}

function describeInstance(value: object): string {
  const name = value.constructor?.name || 'a class';
  return value instanceof Promise ? 'a Promise (is the function async?)' : `an instance of ${name}`;
}
