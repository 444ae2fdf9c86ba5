/**
 * The wire format: plain JSON, made into text once, refused where it is anything else.
 *
 * Promises: what `toWire` accepts comes back equal from `JSON.parse` on every host. Fields that are
 * `undefined` are left out; everything else that JSON would silently bend (NaN, -0, a Map, a Date,
 * a class instance, a cycle, a function) is refused, naming the path to it.
 * Read next: guest.ts.
 */

export type Json =
  | null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** A value was not plain JSON. `path` leads to it: `entries[0].command.value`. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor(readonly path: string, readonly found: string) {
    super(`${path} is ${found}, and only plain JSON may cross the line`);
  }
}

const DEPTH_LIMIT = 100;
/** Characters of a path that leads deep down. */
const PATH_SHOWN = 79;

/** Turns a value into its wire text. `what` begins the path of a refusal. @throws NotJson */
export function toWire(value: unknown, what: string): string {
  // The quick walk builds no paths; only a refusal pays for finding its own.
  if (!isPlain(value, 0)) explain(value, what, []);
  return JSON.stringify(value);
}

function isPlain(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      if (value === null) return true;
      if (depth >= DEPTH_LIMIT) return false;
      return Array.isArray(value) ? isPlainArray(value, depth) : isPlainObject(value, depth);
    default:
      return false;
  }
}

function isPlainArray(value: readonly unknown[], depth: number): boolean {
  if (Object.getPrototypeOf(value) !== Array.prototype || 'toJSON' in value) return false;
  for (let position = 0; position < value.length; position++) {
    if (!isPlain(value[position], depth + 1)) return false;
  }
  return true;
}

function isPlainObject(value: object, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  if ('toJSON' in value) return false;
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (field !== undefined && !isPlain(field, depth + 1)) return false;
  }
  return true;
}

/** Walks again to the first value that is not plain and throws, naming the path to it. */
function explain(value: unknown, path: string, above: readonly object[]): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!isPlain(value, 0)) throw new NotJson(path, Object.is(value, -0) ? '-0' : String(value));
      return;
    case 'object':
      if (value !== null) explainObject(value, path, above);
      return;
    default:
      throw new NotJson(path, value === undefined ? 'undefined' : `a ${typeof value}`);
  }
}

function explainObject(value: object, path: string, above: readonly object[]): void {
  if (above.includes(value)) throw new NotJson(path, 'a cycle');
  if (above.length >= DEPTH_LIMIT) {
    const start = `${path.slice(0, PATH_SHOWN)}…`;
    throw new NotJson(start, `nested more than ${DEPTH_LIMIT} levels deep`);
  }
  const isArray = Array.isArray(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== (isArray ? Array : Object).prototype && prototype !== null) {
    throw new NotJson(path, describeInstance(value));
  }
  if ('toJSON' in value) {
    throw new NotJson(path, `an ${isArray ? 'array' : 'object'} with a toJSON method`);
  }
  const within = [...above, value];
  if (isArray) {
    for (let n = 0; n < value.length; n++) explain(value[n], `${path}[${n}]`, within);
    return;
  }
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) explain(field, `${path}${access(key)}`, within);
  }
}

/** As code would write it. */
function access(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function describeInstance(value: object): string {
  if (value instanceof Promise) return 'a Promise (is the function async?)';
  return `an instance of ${value.constructor?.name || 'a class'}`;
}
