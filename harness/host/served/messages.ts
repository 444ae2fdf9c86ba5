/**
 * What a test and the object it tests say to each other when they live in two processes.
 *
 * One line of JSON carries a question, one line its answer. A value in it is JSON as it is, or a
 * tagged list: what JSON cannot say, or a number that stands for an object. `objects` says what the
 * sender's objects hold, so that few further questions are needed.
 * Promises: a message that has not this shape is refused here, whoever sent it.
 * Read next: border.ts, which writes and reads them.
 */

export type Crossing =
  | null | boolean | string | number
  | readonly [Special]
  | readonly ['bigint' | 'symbol', string]
  /** An object of the sender's, or one of the receiver's. */
  | readonly ['mine' | 'yours', number];

export type Special = 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0';

/** 'bare' has no prototype; a 'function' shows nothing of itself. */
export type Kind = 'object' | 'array' | 'bare' | 'function';

/** A property: its name, its value, and its attributes if it is not a plain one. */
export type Field = readonly [string, Crossing] | readonly [string, Crossing, number];

/** What an object holds. Attributes of a field are a sum of these. */
export const WRITABLE = 1;
export const ENUMERABLE = 2;
export const CONFIGURABLE = 4;
export const PLAIN = WRITABLE | ENUMERABLE | CONFIGURABLE;

export interface Snapshot {
  readonly id: number;
  readonly kind: Kind;
  /** No field can be added. */
  readonly closed?: true;
  /** Of an array. */
  readonly length?: number;
  /** The elements of an array that has no holes, each of them a plain property. */
  readonly items?: readonly Crossing[];
  /** Its length cannot change. */
  readonly locked?: true;
  readonly fields: readonly Field[];
}

export type Change =
  | readonly ['put', string, Crossing]
  | readonly ['define', string, Crossing, number]
  | readonly ['delete', string]
  | readonly ['close'];

export type Say =
  /** Questions about the class that is served; the number says which object of it. */
  | readonly ['make', readonly Crossing[]]
  | readonly ['get', number, string]
  | readonly ['set', number, string, Crossing]
  | readonly ['call', number, string, readonly Crossing[]]
  /** Questions about an object that was handed over, by either side. */
  | readonly ['look', number]
  | readonly ['change', number, Change]
  /** Answers. An error is told by its class, its name and its message. */
  | readonly ['value', Crossing]
  | readonly ['threw', Crossing]
  | readonly ['error', string, string, string];

export interface Message {
  readonly say: Say;
  readonly objects: readonly Snapshot[];
}

/** What a test may use of the class that is served: all else of it is its own affair. */
export interface Contract {
  readonly name: string;
  /** Properties that may be read, and those that may also be assigned to. */
  readonly getters: readonly string[];
  readonly fields: readonly string[];
  readonly methods: readonly string[];
}

/** Limits of one run of a test file, the same at home and in grading. */
export const QUESTION_LIMIT = 20_000;
export const OBJECT_LIMIT = 200_000;
export const LINE_LIMIT = 4 * 1024 * 1024;
export const TEXT_LIMIT = 64 * 1024 * 1024;

/** A test asks more than any honest one; the box ends. */
export class Flood extends Error {
  override readonly name = 'Flood';
}

/** A message without the shape of one: nothing of the kit's sends such. */
export class BadMessage extends Error {
  override readonly name = 'BadMessage';

  constructor(what: string) {
    super(`sent a message that is none: ${what}`);
  }
}

/** @throws BadMessage */
export function parseMessage(text: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadMessage('no JSON');
  }
  if (!isFields(value) || !isSay(value['say'])) throw new BadMessage('it says nothing');
  const {objects} = value;
  if (!Array.isArray(objects) || !objects.every(isSnapshot)) throw new BadMessage('its objects');
  return {say: value['say'], objects};
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
const isCrossings: Check = value => Array.isArray(value) && value.every(isCrossing);

const SPECIALS: ReadonlySet<unknown> = new Set<Special>([
  'undefined', 'NaN', 'Infinity', '-Infinity', '-0',
]);
const KINDS: ReadonlySet<unknown> = new Set<Kind>(['object', 'array', 'bare', 'function']);

const SAYINGS: Readonly<Record<string, readonly Check[]>> = {
  make: [isCrossings], get: [isCount, isText], set: [isCount, isText, isCrossing],
  call: [isCount, isText, isCrossings], look: [isCount], change: [isCount, isChange],
  value: [isCrossing], threw: [isCrossing], error: [isText, isText, isText],
};
const CHANGES: Readonly<Record<string, readonly Check[]>> = {
  put: [isText, isCrossing], define: [isText, isCrossing, isAttributes], delete: [isText],
  close: [],
};

function isTagged(value: unknown, tags: Readonly<Record<string, readonly Check[]>>): boolean {
  if (!Array.isArray(value) || !isText(value[0]) || !Object.hasOwn(tags, value[0])) return false;
  const checks = tags[value[0]]!;
  return value.length === checks.length + 1 && checks.every((check, n) => check(value[n + 1]));
}

function isSay(value: unknown): value is Say {
  return isTagged(value, SAYINGS);
}

function isChange(value: unknown): boolean {
  return isTagged(value, CHANGES);
}

function isCrossing(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return value !== undefined;
  if (!Array.isArray(value)) return false;
  const [tag, content] = value as readonly unknown[];
  if (value.length === 1) return SPECIALS.has(tag);
  if (value.length !== 2) return false;
  if (tag === 'bigint') return isText(content) && /^-?\d{1,1000}$/.test(content);
  if (tag === 'symbol') return isText(content);
  return (tag === 'mine' || tag === 'yours') && isCount(content);
}

function isAttributes(value: unknown): boolean {
  return isCount(value) && value <= PLAIN;
}

function isField(value: unknown): boolean {
  return Array.isArray(value) && (value.length === 2 || value.length === 3) &&
    isText(value[0]) && isCrossing(value[1]) && (value.length === 2 || isAttributes(value[2]));
}

function isSnapshot(value: unknown): value is Snapshot {
  if (!isFields(value) || !isCount(value['id']) || !KINDS.has(value['kind'])) return false;
  const {kind, length, closed, locked, items, fields} = value;
  const isLength = kind === 'array'
    ? isCount(length) && length <= LINE_LIMIT : length === undefined;
  const areMarks = [closed, locked].every(mark => mark === undefined || mark === true);
  const areItems = items === undefined || (isCrossings(items) && kind === 'array');
  return isLength && areItems && areMarks && Array.isArray(fields) && fields.every(isField);
}
