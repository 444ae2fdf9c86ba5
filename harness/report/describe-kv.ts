/**
 * What clients and servers of the key/value store say to each other, in a few words.
 *
 * Paper: §8. A client's n-th operation is written '#n', so that a retry is seen to be one.
 * Promises: describes whatever was sent, however wrong; never throws.
 * Read next: describe-raft.ts, which uses it.
 */
import type {Fields} from './notation';
import {shortValue} from './notation';
import {cut} from './text-layout';

const VALUE_SHOWN = 30;

/** 'KvRequest #3 append "a" to x (C1-k3f9)'. */
export function kvRequest(message: Fields): string {
  return `KvRequest #${shortValue(message['serial'])} ${operation(message['operation'])} ` +
    `(${shortValue(message['clientId'])})`;
}

/** 'KvResults #3: 5 (C1-k3f9)', or 'KvResults #3: refused, names S2 (C1-k3f9)'. */
export function kvResults({clientId, serial, ok, outcome, leaderHint}: Fields): string {
  const known = leaderHint === null || leaderHint === undefined
    ? 'knows no leader' : `names ${shortValue(leaderHint)}`;
  const said = ok === true ? quoted(outcome) : `refused, ${known}`;
  return `KvResults #${shortValue(serial)}: ${said} (${shortValue(clientId)})`;
}

/** 'append "a" to x (C1-k3f9 #3)' for a command of the key/value store, null for any other. */
export function kvCommand(command: unknown): string | null {
  if (!isFields(command) || !isFields(command['operation'])) return null;
  const {session} = command;
  const who = !isFields(session) ? 'no session'
    : `${shortValue(session['clientId'])} #${shortValue(session['serial'])}`;
  return `${operation(command['operation'])} (${who})`;
}

function operation(given: unknown): string {
  if (!isFields(given)) return shortValue(given);
  const {op, expected} = given;
  const key = shortValue(given['key']);
  const value = quoted(given['value']);
  switch (op) {
    case 'set': return `set ${key} = ${value}`;
    case 'append': return `append ${value} to ${key}`;
    case 'compareAndSet': return `set ${key} = ${value} if it is ${quoted(expected)}`;
    default: return `${shortValue(op)} ${key}`;
  }
}

/** Outcomes and values as JSON: null is an absent key, and "1" is not 1. */
function quoted(value: unknown): string {
  return cut(JSON.stringify(value) ?? '?', VALUE_SHOWN);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
