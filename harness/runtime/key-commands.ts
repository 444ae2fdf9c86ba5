/**
 * Commands that read and write keys, made of the five operations of lab 7c.
 *
 * Promises: what is one operation is done at once or not at all. INCR and its like, SET with XX or
 * GET, and DEL of several keys are several operations: the first two read, compute and
 * compare-and-set until nobody comes between; the last deletes one key after the other.
 * Read next: cluster-commands.ts.
 */
import calculateSlot from 'cluster-key-slot';
import type {KvOperation, KvOutcome} from '../raft/kv-messages';
import {RefusedRequest, upper} from './command';
import type {Command, CommandCall, FrontEnd} from './command';
import {OK} from './resp-replies';
import type {Reply} from './resp-replies';

/** Others may come between so often before the client is asked to try again. */
const ATTEMPTS = 100;

/** Of bytes that are kept as characters. */
export function slotOf(key: string): number {
  return calculateSlot(Buffer.from(key, 'latin1'));
}

/** Asks this server's machine. @throws RefusedRequest if it does not lead or cannot tell. */
async function ask(server: FrontEnd, operation: KvOperation): Promise<KvOutcome> {
  const asked = await server.ask(operation);
  switch (asked.kind) {
    case 'done':
      return asked.outcome;
    // Redis's own words: clients of a cluster know what to do with these two.
    case 'moved': {
      const {host, port} = server.addresses[asked.leader]!;
      throw new RefusedRequest(`MOVED ${slotOf(operation.key)} ${host}:${port}`);
    }
    case 'noLeader':
      throw new RefusedRequest('CLUSTERDOWN no leader is known; try again in a moment');
    case 'unknown':
      throw new RefusedRequest(
        'UNCERTAIN no answer from the cluster: what was asked may be done, or not');
  }
}

type Change = (current: string | null) => string | null;

interface Updated {
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Reads, computes, and compare-and-sets until nobody comes between.
 * @param change returns null to leave the value as it is.
 * @returns the values before and after; `after` is null if it was left.
 */
function update(server: FrontEnd, key: string, change: Change): Promise<Updated> {
  return server.inTurn(key, () => updateNow(server, key, change));
}

async function updateNow(server: FrontEnd, key: string, change: Change): Promise<Updated> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await ask(server, {op: 'get', key}) as string | null;
    const after = change(before);
    if (after === null) return {before, after};
    const isSet = await ask(server, {op: 'compareAndSet', key, expected: before, value: after});
    if (isSet === true) return {before, after};
  }
  throw new RefusedRequest('TRYAGAIN others change this key too often');
}

/** One operation, if neither the old value is asked for nor that there be one. */
async function set({server, words}: CommandCall): Promise<Reply> {
  const [key = '', value = '', ...options] = words;
  const asked = new Set(options.map(upper));
  for (const option of asked) {
    if (!['NX', 'XX', 'GET'].includes(option)) {
      throw new RefusedRequest(`ERR SET ${option} is not supported; NX, XX and GET are`);
    }
  }
  const [nx, xx, get] = [asked.has('NX'), asked.has('XX'), asked.has('GET')];
  if (nx && xx) throw new RefusedRequest('ERR syntax error');
  if (!xx && !get) {
    if (!nx) {
      await ask(server, {op: 'set', key, value});
      return OK;
    }
    const operation = {op: 'compareAndSet', key, expected: null, value} as const;
    return await ask(server, operation) === true ? OK : null;
  }
  const isWanted = (current: string | null): boolean =>
    (!nx || current === null) && (!xx || current !== null);
  const {before, after} = await update(
    server, key, current => (isWanted(current) ? value : null));
  if (get) return before;
  return after === null ? null : OK;
}

/** @param delta what to add; the value counts as 0 if it is absent. */
async function increment(server: FrontEnd, key: string, delta: string | number): Promise<Reply> {
  const step = wholeNumber(String(delta));
  const {after} = await update(server, key, current => {
    const sum = wholeNumber(current ?? '0') + step;
    if (!Number.isSafeInteger(sum)) {
      throw new RefusedRequest('ERR increment or decrement would overflow');
    }
    return String(sum);
  });
  return Number(after);
}

/** As far as JavaScript counts without rounding, not as far as Redis. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^-?\d{1,16}$/.test(text) || !Number.isSafeInteger(value)) {
    throw new RefusedRequest('ERR value is not an integer or out of range');
  }
  return value;
}

/** One after the other: the store has no operation on several keys. */
async function howMany(server: FrontEnd, operations: readonly KvOperation[]): Promise<number> {
  let count = 0;
  for (const operation of operations) {
    const outcome = await ask(server, operation);
    if (operation.op === 'get' ? outcome !== null : outcome === true) count++;
  }
  return count;
}

const remove = ({server, words}: CommandCall): Promise<Reply> =>
  howMany(server, words.map(key => ({op: 'delete', key})));

export const keyCommands: readonly Command[] = [
  {
    name: 'get', arity: 2, kind: 'reads', keys: [1, 1], summary: 'The value of a key.',
    run: ({server, words: [key = '']}) => ask(server, {op: 'get', key}) as Promise<string | null>,
  },
  {
    name: 'set', arity: -3, kind: 'writes', keys: [1, 1],
    summary: 'Sets a key; NX: only if it is absent, XX: only if it is not, GET: tells the old one.',
    run: set,
  },
  {
    name: 'setnx', arity: 3, kind: 'writes', keys: [1, 1],
    summary: 'Sets a key only if it is absent.',
    run: async ({server, words: [key = '', value = '']}) =>
      Number(await ask(server, {op: 'compareAndSet', key, expected: null, value})),
  },
  {
    name: 'cas', arity: 4, kind: 'writes', keys: [1, 1],
    summary: 'CAS key expected value: sets a key only if its value is as expected.',
    run: async ({server, words: [key = '', expected = '', value = '']}) =>
      Number(await ask(server, {op: 'compareAndSet', key, expected, value})),
  },
  {
    name: 'append', arity: 3, kind: 'writes', keys: [1, 1],
    summary: 'Adds to the end of a value, and tells its length.',
    run: ({server, words: [key = '', value = '']}) =>
      ask(server, {op: 'append', key, value}) as Promise<number>,
  },
  {
    name: 'del', arity: -2, kind: 'writes', keys: [1, -1], run: remove,
    summary: 'Deletes keys, one after the other, and tells how many there were.',
  },
  {
    name: 'unlink', arity: -2, kind: 'writes', keys: [1, -1], summary: 'As DEL.', run: remove,
  },
  {
    name: 'exists', arity: -2, kind: 'reads', keys: [1, -1],
    summary: 'How many of these keys there are.',
    run: ({server, words}) => howMany(server, words.map(key => ({op: 'get', key}))),
  },
  {
    name: 'strlen', arity: 2, kind: 'reads', keys: [1, 1], summary: 'The length of a value.',
    run: async ({server, words: [key = '']}) =>
      String(await ask(server, {op: 'get', key}) ?? '').length,
  },
  {
    name: 'incr', arity: 2, kind: 'alone', keys: [1, 1], summary: 'Adds one to a number.',
    run: ({server, words: [key = '']}) => increment(server, key, 1),
  },
  {
    name: 'decr', arity: 2, kind: 'alone', keys: [1, 1], summary: 'Takes one from a number.',
    run: ({server, words: [key = '']}) => increment(server, key, -1),
  },
  {
    name: 'incrby', arity: 3, kind: 'alone', keys: [1, 1], summary: 'Adds to a number.',
    run: ({server, words: [key = '', by = '']}) => increment(server, key, by),
  },
  {
    name: 'decrby', arity: 3, kind: 'alone', keys: [1, 1], summary: 'Takes from a number.',
    run: ({server, words: [key = '', by = '']}) => increment(server, key, -wholeNumber(by)),
  },
];

/** What is several operations may not run beside other requests of its connection. */
export function kindOf(command: Command, words: readonly string[]): Command['kind'] {
  const isOneOperation = words.length <= (command.name === 'set' ? 3 : 2);
  if (['set', 'del', 'unlink'].includes(command.name) && !isOneOperation) return 'alone';
  return command.kind;
}
