/**
 * How received messages and events are written in a failure, and how two lists of them differ.
 *
 * Promises: one notation everywhere: "a" from S1 for what was received, sent S1 → S2 "a" for what
 * a debug log was told.
 * Read next: rules.ts, whose hints go by the symptom.
 */
import {isDeepStrictEqual} from 'node:util';
import type {Json, NetworkEvent} from '../../harness/raft';
import {shown} from './recorded-script';
import type {Symptom} from './rules';

export interface Received {
  readonly from: string;
  readonly message: Json;
}

const MESSAGES_SHOWN = 6;

export function receivedWords(received: Received): string {
  return `${shown(received.message)} from ${String(received.from)}`;
}

/** '"a" from S1, "b" from S1', or 'nothing'; of a long list its first few and its length. */
export function listWords(messages: readonly Received[]): string {
  if (messages.length === 0) return 'nothing';
  const first = messages.slice(0, MESSAGES_SHOWN).map(receivedWords).join(', ');
  return messages.length <= MESSAGES_SHOWN ? first : `${first} … (${messages.length} messages)`;
}

export function eventWords({what, from, to, message}: NetworkEvent): string {
  return `${what} ${from} → ${to} ${shown(message)}`;
}

/** How two lists of messages differ, or undefined if they do not. */
export function compareLists(
  found: readonly Received[], awaited: readonly Received[],
): Symptom | undefined {
  const parts = (list: readonly Received[]): Received[] =>
    list.map(one => ({from: one?.from, message: one?.message}));
  if (isDeepStrictEqual(parts(found), parts(awaited))) return undefined;
  return symptomOf(found.map(receivedWords), awaited.map(receivedWords));
}

/** More than awaited, fewer, the same in another order, or something else. */
export function symptomOf(found: readonly string[], awaited: readonly string[]): Symptom {
  const extra = without(found, awaited).length;
  const missing = without(awaited, found).length;
  if (extra === 0 && missing === 0) return 'order';
  if (missing === 0) return 'more';
  return extra === 0 ? 'fewer' : 'other';
}

function without(list: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return list.filter(one => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
