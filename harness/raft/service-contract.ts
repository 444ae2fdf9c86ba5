/**
 * Holds what your KvServer answers against kv-messages.ts, before it is sent to a client.
 *
 * Paper: §8.
 * Promises: what is answered is an answer, and a hint is a server's name. Whether an outcome is one
 * of its operation is told where it matters, since a late copy of a request may be answered with
 * anything: nobody waits for it.
 * Given. You need not change this file.
 */
import {ContractError} from '../host/guest';
import type {Culprit} from './contract';
import type {KvAnswer, KvOperation} from './kv-messages';
import type {ServerId} from './messages';

/** What an operation may be answered with. */
export interface OutcomeRule {
  accepts(outcome: unknown): boolean;
  readonly rule: string;
}

const isBoolean = (outcome: unknown): boolean => typeof outcome === 'boolean';

export const OUTCOMES: Readonly<Record<KvOperation['op'], OutcomeRule>> = {
  get: {
    accepts: outcome => outcome === null || typeof outcome === 'string',
    rule: 'the value of the key, or null if it is absent',
  },
  set: {accepts: outcome => outcome === null, rule: 'null'},
  delete: {accepts: isBoolean, rule: 'whether the key was there, true or false'},
  append: {
    accepts: outcome => Number.isSafeInteger(outcome), rule: 'the length of the value afterwards',
  },
  compareAndSet: {accepts: isBoolean, rule: 'whether the value was set, true or false'},
};

const HANDLE_REQUEST: Culprit = {module: '#solution/kv-server', function: 'handleRequest'};

/** @throws ContractError */
export function requireAnswer(answer: KvAnswer, servers: readonly ServerId[]): void {
  const rule = ruleBrokenByAnswer(answer, servers);
  if (rule === undefined) return;
  throw new ContractError(
    `handleRequest answered ${String(JSON.stringify(answer))}: ${rule} `
      + '(harness/raft/kv-messages.ts).', HANDLE_REQUEST);
}

/** The rule that an answer breaks, whoever gave it; undefined if it breaks none. */
export function ruleBrokenByAnswer(
  answer: unknown, servers: readonly ServerId[],
): string | undefined {
  const {ok, outcome, leaderHint} = (answer ?? {}) as {readonly [field: string]: unknown};
  const isOutcome = outcome === null || ['string', 'number', 'boolean'].includes(typeof outcome);
  const isHint = leaderHint === null || servers.includes(leaderHint as ServerId);
  if ((ok === true && isOutcome) || (ok === false && isHint)) return undefined;
  return ok === false ? 'leaderHint is the name of a server, or null'
    : 'an answer is {ok: true, outcome} or {ok: false, leaderHint}';
}

/** The same of what a server sends to a client. */
export function ruleBrokenByResults(
  message: unknown, servers: readonly ServerId[],
): string | undefined {
  const {type, clientId, serial} = (message ?? {}) as {readonly [field: string]: unknown};
  if (type !== 'KvResults') return 'a client is sent messages of type \'KvResults\'';
  const hasSession = typeof clientId === 'string' && Number.isSafeInteger(serial);
  return hasSession ? ruleBrokenByAnswer(message, servers)
    : 'results carry the clientId and the serial of their request';
}
