/**
 * Checks that what another process sent has the shape of effects, and nothing more.
 *
 * Promises: fields are copied one by one, so nothing unexpected (`__proto__`, extra fields, numbers
 * where text belongs) gets past this file. Says nothing about whether the behaviour is right.
 * Read next: box.ts.
 */
import type {Effect, Fault, FaultKind} from './box';

const FAULTS: ReadonlySet<string> = new Set<FaultKind>([
  'throw', 'rejection', 'import', 'contract', 'loop', 'storm', 'flood', 'not written', 'syntax',
  'missing',
]);
const TEXT_LIMIT = 16 * 1024 * 1024;
/** A printed line, and what is told of a fault; a box cuts them long before. */
const LINE_LIMIT = 4_000;
const FAULT_LIMIT = 10_000;
const FRAMES_LIMIT = 20;
/** Of one input: what a box stops at, and what it says of stopping. */
const EFFECTS_LIMIT = 20_100;
/** Records of a disk. */
const TEXTS_LIMIT = 200_000;
/** Indexes, terms, lines: far beyond all that a run can count to. */
const COUNT_LIMIT = 1e9;
/** Thirty years, in ms. */
const TIME_LIMIT = 1e12;
/** Objects and lists within each other: whoever walks through them does so by recursion. */
const DEPTH_LIMIT = 1_000;
/** Objects and lists in a long answer: each takes far more memory than its two characters. */
const VALUES_LIMIT = 2_000_000;

/** More than any box may say. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

type Fields = Readonly<Record<string, unknown>>;

/** @param answer JSON text. @throws Error saying which part is wrong; TooMuch. */
export function checkEffects(answer: string, inputs: number): Effect[][] {
  refuseCrowd(answer);
  const value = parse(answer, 'the answer');
  if (!Array.isArray(value) || value.length !== inputs) throw new Error('not one list an input');
  return value.map(list => {
    if (!Array.isArray(list)) throw new Error('effects are not a list');
    if (list.length > EFFECTS_LIMIT) {
      throw new TooMuch(`more than ${EFFECTS_LIMIT} effects of one input`);
    }
    return list.map(checkEffect);
  });
}

/** Before it is parsed, since parsing is what would take the memory. */
function refuseCrowd(answer: string): void {
  if (answer.length <= 2 * VALUES_LIMIT) return;
  let values = 0;
  for (const bracket of ['[', '{']) {
    let at = answer.indexOf(bracket);
    for (; at !== -1; at = answer.indexOf(bracket, at + 1)) values++;
  }
  if (values > VALUES_LIMIT) throw new TooMuch(`more than ${VALUES_LIMIT} values in an answer`);
}

function refuseDepth(value: string, name: string): void {
  if (value.length <= 2 * DEPTH_LIMIT) return;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < value.length; at++) {
    const letter = value.charCodeAt(at);
    if (inText && letter === BACKSLASH) at++;
    else if (letter === QUOTE) inText = !inText;
    else if (inText) continue;
    else if (letter === OPEN_LIST || letter === OPEN_OBJECT) depth++;
    else if (letter === CLOSE_LIST || letter === CLOSE_OBJECT) depth--;
    if (depth > DEPTH_LIMIT) throw new TooMuch(`${name} is nested more than ${DEPTH_LIMIT} deep`);
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function checkEffect(value: unknown): Effect {
  if (typeof value !== 'object' || value === null) throw new Error('an effect is not an object');
  const fields = value as Fields;
  switch (fields['kind']) {
    case 'send': return {kind: 'send', to: text(fields, 'to'), message: json(fields, 'message')};
    case 'append': return {kind: 'append', record: json(fields, 'record')};
    case 'sync': return {kind: 'sync'};
    case 'rewrite': return {kind: 'rewrite', records: texts(fields, 'records')};
    case 'apply': return {
      kind: 'apply', index: count(fields, 'index'), term: count(fields, 'term'),
      command: json(fields, 'command'),
    };
    case 'restore': return {
      kind: 'restore', index: count(fields, 'index'), snapshot: json(fields, 'snapshot'),
    };
    case 'arm': return {kind: 'arm', atMs: fields['atMs'] === null ? null : time(fields, 'atMs')};
    case 'result': return {
      kind: 'result', callId: count(fields, 'callId'), value: json(fields, 'value'),
    };
    case 'reject': return {
      kind: 'reject', callId: count(fields, 'callId'), error: text(fields, 'error'),
    };
    case 'changed': return {
      kind: 'changed', fields: jsonObject(fields, 'fields'),
      log: fields['log'] === null ? null : logSuffix(fields),
    };
    case 'log': return {kind: 'log', line: text(fields, 'line', LINE_LIMIT)};
    case 'fault': return checkFault(fields);
    default: throw new Error(`no effect is called ${JSON.stringify(fields['kind'])}`);
  }
}

function checkFault(fields: Fields): Fault {
  const fault = text(fields, 'fault');
  if (!FAULTS.has(fault)) throw new Error('no such fault');
  const todo = fields['todo'] as Fields | undefined;
  return {
    kind: 'fault', fault: fault as FaultKind, text: text(fields, 'text', FAULT_LIMIT),
    file: fields['file'] === null ? null : text(fields, 'file', FAULT_LIMIT),
    line: fields['line'] === null ? null : count(fields, 'line'),
    stack: frames(fields),
    ...(todo === undefined ? {} : {todo: {
      lab: count(todo, 'lab'), functionName: text(todo, 'functionName', FAULT_LIMIT),
    }}),
  };
}

function frames(fields: Fields): string[] {
  const stack = texts(fields, 'stack');
  if (stack.length > FRAMES_LIMIT || stack.some(frame => frame.length > FAULT_LIMIT)) {
    throw new TooMuch('a stack is longer than any that a box tells');
  }
  return stack;
}

function text(fields: Fields, name: string, most = TEXT_LIMIT): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`${name} is no text`);
  if (value.length > most) throw new TooMuch(`${name} has more than ${most} characters`);
  return value;
}

/** Text that is JSON: it will be parsed later, by people who trust that it can be. */
function json(fields: Fields, name: string): string {
  const value = text(fields, name);
  refuseDepth(value, name);
  parse(value, name);
  return value;
}

function parse(value: string, name: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new Error(`${name} is no JSON text`);
  }
}

function jsonObject(fields: Fields, name: string): string {
  const value = text(fields, name);
  refuseDepth(value, name);
  const parsed = parse(value, name);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error(`${name} is no object`);
  }
  return value;
}

function logSuffix(fields: Fields): string {
  const value = jsonObject(fields, 'log');
  const suffix = JSON.parse(value) as Fields;
  if (count(suffix, 'from') < 1 || !Array.isArray(suffix['entries'])) {
    throw new Error('log is no suffix of a log');
  }
  return value;
}

function texts(fields: Fields, name: string): string[] {
  const value = fields[name];
  if (!Array.isArray(value) || !value.every(item => typeof item === 'string')) {
    throw new Error(`${name} is no list of texts`);
  }
  if (value.length > TEXTS_LIMIT) throw new TooMuch(`${name} has more than ${TEXTS_LIMIT} texts`);
  return [...value as string[]];
}

function finite(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${name} is no number`);
  return value;
}

function count(fields: Fields, name: string): number {
  const value = finite(fields, name);
  if (!Number.isInteger(value)) throw new Error(`${name} is no whole number`);
  if (Math.abs(value) > COUNT_LIMIT) throw new Error(`${name} is beyond all counting`);
  return value;
}

function time(fields: Fields, name: string): number {
  const value = finite(fields, name);
  if (Math.abs(value) > TIME_LIMIT) throw new Error(`${name} is beyond all time`);
  return value;
}
