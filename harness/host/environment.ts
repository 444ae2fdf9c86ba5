/**
 * The globals of a box: what a program may use, and what it gets instead of the rest.
 *
 * A module is compiled as a function whose parameters are these names, so every box has its own
 * clock, chance and console, and a name captured at load is still the right one (swapping real
 * globals around each input is not: `const {setTimeout} = globalThis` would keep the wrong one).
 * Promises: nothing here reaches real time, real chance, or another box.
 * Read next: module-loader.ts.
 */
import {xoroshiro128plus} from 'pure-rand/generator/xoroshiro128plus';
import {formatWithOptions, promisify} from 'node:util';
import type {BoxClock} from './box-clock';

/** What a box gives to its environment. */
export interface EnvironmentOwner {
  readonly clock: BoxClock;
  random(): number;
  log(line: string): void;
}

/** Names a program may use although they are not part of the language. */
const OWN_NAMES = [
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate',
  'queueMicrotask', 'Date', 'performance', 'Math', 'crypto', 'console', 'structuredClone',
  'TextEncoder', 'TextDecoder', 'Buffer', 'globalThis', 'global',
] as const;

const LANGUAGE = new Set([
  'Object', 'Function', 'Array', 'Number', 'parseFloat', 'parseInt', 'Infinity', 'NaN', 'undefined',
  'Boolean', 'String', 'Symbol', 'Promise', 'RegExp', 'Error', 'AggregateError', 'EvalError',
  'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'JSON',
  'ArrayBuffer', 'Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array',
  'Int32Array', 'Float32Array', 'Float64Array', 'Uint8ClampedArray', 'BigUint64Array',
  'BigInt64Array', 'DataView', 'Map', 'BigInt', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect',
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape',
  'Iterator',
]);

/** Globals of Node 20 that are absent in a box, also where another version would lack them. */
const ABSENT = new Set([
  'process', 'fetch', 'WebSocket', 'Worker', 'WebAssembly', 'Atomics', 'SharedArrayBuffer',
  'describe', 'it', 'before', 'after', 'beforeEach', 'afterEach',
  ...Object.getOwnPropertyNames(globalThis)
    .filter(name => !LANGUAGE.has(name) && !isOwn(name) && /^[A-Za-z]\w*$/.test(name))
    // `eval` may not be a parameter; the scan of the source refuses it (source-scan.ts).
    .filter(name => name !== 'eval'),
]);

/** Said after 'uses `process` — '. */
const INSTEAD: Readonly<Record<string, string>> = {
  process: 'a server has no process; what it must know is in server.settings',
  fetch: 'a server talks to others only by messages',
  WebSocket: 'a server talks to others only by messages',
  Worker: 'a server has one thread',
  Atomics: 'a server has one thread',
  SharedArrayBuffer: 'a server has one thread',
  AbortSignal: 'use setTimeout, and clearTimeout to give up waiting',
  AbortController: 'use setTimeout, and clearTimeout to give up waiting',
  Intl: 'it knows the clock and the language of the machine; use Date',
  WeakRef: 'no seed can repeat when garbage is collected',
  FinalizationRegistry: 'no seed can repeat when garbage is collected',
  eval: 'code that is made at run time cannot be checked',
};

/** The parameters of every module function, in order. */
export const PARAMETERS: readonly string[] = [...OWN_NAMES, ...ABSENT];

/** A program used a name that a box does not have. */
export class ForbiddenName extends Error {
  override readonly name = 'ForbiddenName';

  constructor(readonly used: string) {
    super(`a server may not use \`${used}\`: ${insteadOf(used)}`);
  }
}

/** What to do without a name that a box does not have. */
export function insteadOf(name: string): string {
  return Object.hasOwn(INSTEAD, name) ? INSTEAD[name] as string
    : 'a server has the language, timers, Date and console, and no more';
}

function isOwn(name: string): boolean {
  return (OWN_NAMES as readonly string[]).includes(name);
}

function refuse(name: string): never {
  throw new ForbiddenName(name);
}

/** Stands where a forbidden global would: any use of it says so. */
function absent(name: string): unknown {
  // No arrow function: `new` would find that it is no constructor before it asks the proxy.
  function no(): never {
    return refuse(name);
  }
  return new Proxy(no, {
    get: no, set: no, has: no, apply: no, construct: no, ownKeys: no, deleteProperty: no,
    defineProperty: no, getOwnPropertyDescriptor: no, getPrototypeOf: no, setPrototypeOf: no,
    isExtensible: no, preventExtensions: no,
  });
}

const ABSENT_VALUES: readonly unknown[] = [...ABSENT].map(absent);

/** What `globalThis.x` finds when the box itself has no x. */
const languageGlobals: object = Object.freeze(Object.defineProperties({}, Object.fromEntries([
  ...[...LANGUAGE].map(name => [name, {value: Reflect.get(globalThis, name) as unknown}] as const),
  ...[...ABSENT, 'eval'].map(name => [name, {get: () => refuse(name)}] as const),
])));

/**
 * The values for PARAMETERS, made for one box.
 * @param provides names that the box's program defines on its globalThis, absent ones or own.
 */
export function environmentOf(
  owner: EnvironmentOwner, provides: readonly string[] = [],
): readonly unknown[] {
  const own = ownGlobals(owner);
  const box = Object.create(languageGlobals) as Record<string, unknown>;
  const globals: Record<string, unknown> = {...own, globalThis: box, global: box};
  Object.assign(box, globals);
  const absentValues = provides.length === 0 ? ABSENT_VALUES : [...ABSENT].map((name, position) =>
    provides.includes(name) ? provided(box, name) : ABSENT_VALUES[position]);
  const ownValues = OWN_NAMES.map(name =>
    provides.includes(name) ? provided(box, name) : globals[name]);
  return [...ownValues, ...absentValues];
}

/** A function of the program's that is not defined yet when its name becomes a parameter. */
function provided(box: object, name: string): unknown {
  const target = (): Callback => Reflect.get(box, name) as Callback;
  return new Proxy(() => undefined, {
    apply: (_stub, _self, values: unknown[]) => target()(...values),
    get: (_stub, key) => Reflect.get(target(), key) as unknown,
  });
}

type Callback = (...values: unknown[]) => void;

function ownGlobals(owner: EnvironmentOwner): Record<string, unknown> {
  const {clock} = owner;
  const clear = (handle: unknown): void => clock.clear(handle);
  const wait = (delayMs = 0, value?: unknown): Promise<unknown> =>
    new Promise(done => { clock.setTimeout(() => done(value), Number(delayMs) || 0); });
  const setTimeout = (callback: Callback, delayMs = 0, ...values: unknown[]): unknown =>
    clock.setTimeout(callback, Number(delayMs) || 0, ...values);
  const setImmediate = (callback: Callback, ...values: unknown[]): unknown =>
    clock.setTimeout(callback, 0, ...values);
  return {
    setTimeout: Object.assign(setTimeout, {[promisify.custom]: wait}),
    setInterval: (callback: Callback, delayMs = 0, ...values: unknown[]) =>
      clock.setInterval(callback, Number(delayMs) || 0, ...values),
    setImmediate: Object.assign(setImmediate, {
      [promisify.custom]: (value?: unknown) => wait(0, value),
    }),
    clearTimeout: clear, clearInterval: clear, clearImmediate: clear,
    // A throw in Node's own would be nobody's; as a promise reaction it is this input's.
    queueMicrotask: (callback: () => void) => void Promise.resolve().then(callback),
    Date: boxDate(clock),
    performance: {now: () => clock.nowMs, timeOrigin: 0},
    Math: boxMath(owner),
    crypto: {randomUUID: () => randomUuid(owner)},
    console: boxConsole(owner),
    structuredClone, TextEncoder, TextDecoder, Buffer,
  };
}

/** A Date that reads the box's clock; works with and without `new`. */
function boxDate(clock: BoxClock): unknown {
  function BoxDate(this: unknown, ...values: unknown[]): unknown {
    if (new.target === undefined) return new Date(clock.nowMs).toString();
    const parts = values.length === 0 ? [clock.nowMs] : values;
    return Reflect.construct(Date, parts, new.target);
  }
  // Of its own, so that `date.constructor` is no way to the real one.
  BoxDate.prototype = Object.create(Date.prototype, {
    constructor: {value: BoxDate, writable: true, configurable: true},
  });
  Object.defineProperty(BoxDate, 'name', {value: 'Date'});
  return Object.assign(BoxDate, {now: () => clock.nowMs, parse: Date.parse, UTC: Date.UTC});
}

function boxMath(owner: EnvironmentOwner): object {
  return Object.create(Math, {random: {value: () => owner.random()}}) as object;
}

function randomUuid(owner: EnvironmentOwner): string {
  const digit = (pattern: string): string => {
    const drawn = Math.floor(owner.random() * 16);
    return (pattern === 'y' ? (drawn & 3) | 8 : drawn).toString(16);
  };
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, digit);
}

/** What prints, prints; what measures or counts does nothing. */
const PRINTING = [
  'log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group',
] as const;
const SILENT = Object.keys(console).filter(name => !(PRINTING as readonly string[]).includes(name));
const nothing = (): void => undefined;

function boxConsole(owner: EnvironmentOwner): object {
  const print = (...values: unknown[]): void => owner.log(show(values));
  const own: Record<string, unknown> = {};
  for (const name of SILENT) own[name] = nothing;
  for (const name of PRINTING) own[name] = print;
  own['assert'] = (holds: unknown, ...values: unknown[]): void => {
    if (!holds) print('Assertion failed', ...values);
  };
  return own;
}

function show(values: readonly unknown[]): string {
  return formatWithOptions({depth: 4, breakLength: Infinity}, ...values);
}

/** Uniform in [0, 1), from one seed: the `Math.random` of a box. */
export function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 0x1_0000_0000;
}
