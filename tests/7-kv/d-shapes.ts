/**
 * The shapes of what boxes of lab 7d answer: whoever has taken over their process may say anything.
 *
 * Read next: d-rule.ts, which asks.
 */
import type {DriverEvent} from '../../harness/host/runtime-driver-guest';
import type {
  PlayedConnection, TransportEvent, TransportSeen,
} from '../../harness/host/runtime-transport-guest';
import type {ThrownFrame} from '../../harness/host/script';

export type Shape<T> = (value: unknown) => value is T;

type Unread = Readonly<Record<string, unknown>>;
type Part = (value: unknown) => boolean;

const isText: Part = value => typeof value === 'string';
const isNumber: Part = value => typeof value === 'number';
const isTextOrNull: Part = value => value === null || isText(value);
const isNumberOrNull: Part = value => value === null || isNumber(value);
const listOf = (part: Part): Part => value => Array.isArray(value) && value.every(part);

function hasParts(value: unknown, parts: Readonly<Record<string, Part>>): boolean {
  const given = Object(value) as Unread;
  return Object.entries(parts).every(([name, part]) => part(given[name]));
}

type Kinds = Readonly<Record<string, Readonly<Record<string, Part>>>>;

const hasN = {n: isNumber};

/** What student code hands over may be anything, and the rules say what it must be. */
const EFFECTS: Kinds = {
  append: {}, sync: {}, rewrite: {records: Array.isArray}, send: {to: isText},
  result: {callId: isNumber}, arm: {atMs: isNumberOrNull},
};

const DRIVER_EVENTS: Kinds = {
  step: {name: isText, during: isTextOrNull},
  stepped: {name: isText, effects: listOf(value => isOneOf(EFFECTS, value))},
  append: {}, rewrite: {...hasN, records: Array.isArray}, send: {}, answer: {},
  sync: hasN, synced: hasN, rewritten: hasN, 'sync failed': hasN,
  failed: {message: isText}, start: {}, stop: {},
};

const TRANSPORT_EVENTS: Kinds = {delivered: {}, attempt: {}, closed: {}};

function isOneOf(kinds: Kinds, value: unknown): boolean {
  const {kind} = Object(value) as Unread;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) && hasParts(value, kinds[kind]!);
}

function areEvents(kinds: Kinds, value: unknown): boolean {
  return listOf(event => hasParts(event, {atMs: isNumber}) && isOneOf(kinds, event))(value);
}

export function areDriverEvents(value: unknown): value is readonly DriverEvent[] {
  return areEvents(DRIVER_EVENTS, value);
}

export function areTransportEvents(value: unknown): value is readonly TransportEvent[] {
  return areEvents(TRANSPORT_EVENTS, value);
}

export function isTransportSeen(value: unknown): value is TransportSeen {
  return hasParts(value, {events: areTransportEvents, queuedMost: isNumber});
}

export function arePlayedConnections(value: unknown): value is readonly PlayedConnection[] {
  return listOf(connection => hasParts(connection, {
    other: isText, bytes: isText, atMs: isNumber,
    openedBy: by => by === 'test' || by === 'other',
    endedAtMs: isNumberOrNull,
  }))(value);
}

export function areFrames(value: unknown): value is readonly ThrownFrame[] {
  return listOf(frame => hasParts(frame, {name: isText, module: isText, line: isNumber}))(value);
}
