/**
 * Holds what your KvClient returns and sends against service.ts and kv-messages.ts.
 *
 * Paper: §8.
 * Promises: a value of the wrong shape never leaves the client that made it; the failure names the
 * function, the value and the rule. Whether it is the right value is for the tests to say.
 * Given. You need not change this file.
 */
import {ContractError} from '../host/guest';
import type {Culprit} from './contract';
import type {KvMessage, KvOperation, KvOutcome} from './kv-messages';
import type {ServerId} from './messages';
import type {KvClientRules} from './service';
import {OUTCOMES} from './service-contract';

/** The arguments of an operation; each reads its own. */
interface OperationArguments {
  readonly key: string;
  readonly value: string;
  readonly expected: string | null;
}

/** How an operation is asked for. */
type Method = (client: KvClientRules, given: OperationArguments) => unknown;

const METHODS: Readonly<Record<KvOperation['op'], Method>> = {
  get: (client, {key}) => client.get(key),
  set: (client, {key, value}) => client.set(key, value),
  delete: (client, {key}) => client.delete(key),
  append: (client, {key, value}) => client.append(key, value),
  compareAndSet: (client, {key, expected, value}) => client.compareAndSet(key, expected, value),
};

export function isMethod(name: string): name is KvOperation['op'] {
  return Object.hasOwn(METHODS, name);
}

/**
 * Asks your client for an operation and waits for its outcome.
 * @throws ContractError, or what your code threw: both are to become faults of the client.
 */
export async function outcomeOf(
  client: KvClientRules, name: KvOperation['op'], given: object,
): Promise<KvOutcome> {
  const promise = METHODS[name](client, given as OperationArguments);
  if (typeof promise !== 'object' || promise === null || !('then' in promise)) {
    throw new ContractError(
      `${name} returned ${String(JSON.stringify(promise))}: it returns a promise, which resolves `
        + 'when a server has answered (harness/raft/service.ts).', culprit(name));
  }
  const resolved = await expectResolved(promise as Promise<unknown>, name);
  // A set resolves to nothing, and null says that in JSON.
  const outcome = name === 'set' ? resolved ?? null : resolved;
  if (OUTCOMES[name].accepts(outcome)) return outcome as KvOutcome;
  const rule = name === 'set' ? 'nothing' : OUTCOMES[name].rule;
  throw new ContractError(
    `${name} resolved to ${String(JSON.stringify(outcome))}: it resolves to ${rule} `
      + '(harness/raft/service.ts).', culprit(name));
}

/** A client that gives up breaks its contract; any other error tells its own story. */
async function expectResolved(promise: Promise<unknown>, name: string): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && error.name !== 'Error') throw error;
    throw new ContractError(
      `${name} was rejected with ${String(error)}: a client keeps trying, so its promises are `
        + 'resolved or still open, never rejected (harness/raft/service.ts).', culprit(name));
  }
}

/** @throws ContractError if this is nothing a client sends, or nobody gets it. */
export function requireSendable(
  to: ServerId, message: KvMessage, servers: readonly ServerId[],
): void {
  const rule = ruleBrokenByRequest(message)
    ?? (servers.includes(to) ? undefined : `the servers are ${servers.join(', ')}`);
  if (rule === undefined) return;
  throw new ContractError(
    `KvClient sent ${String(to)} ${String(JSON.stringify(message))}: ${rule} `
      + '(harness/raft/kv-messages.ts).', culprit('KvClient'));
}

/** The rule that what a client sends breaks; undefined if it breaks none. */
export function ruleBrokenByRequest(message: KvMessage | null): string | undefined {
  if (message?.type !== 'KvRequest') return 'a client sends messages of type \'KvRequest\'';
  const {clientId, serial, operation} = message;
  if (typeof clientId !== 'string') return 'clientId is a string';
  if (!Number.isSafeInteger(serial) || serial < 1) return 'serial counts from 1';
  return isOperation(operation) ? undefined : 'operation is a KvOperation';
}

export function isOperation(
  operation: Partial<OperationArguments & {readonly op: string}>,
): boolean {
  const {op = '', key, value, expected} = operation ?? {};
  if (!isMethod(op) || typeof key !== 'string') return false;
  if (op === 'get' || op === 'delete') return true;
  const isExpected = expected === null || typeof expected === 'string';
  return typeof value === 'string' && (op !== 'compareAndSet' || isExpected);
}

function culprit(name: string): Culprit {
  return {module: '#solution/kv-client', function: name};
}
