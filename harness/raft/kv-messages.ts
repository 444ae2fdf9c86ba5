/**
 * What clients of the key/value store ask, and what they are answered: the wire format of lab 7c.
 *
 * Paper: §8.
 * Promises: keys and values are strings. Every request names its session, so that a request which
 * arrives twice, at one server or at two, can be told from a new one.
 * Given. You need not change this file.
 * Read next: service.ts.
 */
import type {ServerId} from './messages';

/** One thing a client can ask for, and in the comment what it is answered. */
export type KvOperation =
  /** The value, or null if the key is absent. */
  | {readonly op: 'get'; readonly key: string}
  /** null. */
  | {readonly op: 'set'; readonly key: string; readonly value: string}
  /** Whether the key was there. */
  | {readonly op: 'delete'; readonly key: string}
  /** The length of the value afterwards, in UTF-16 code units; an absent key counts as ''. */
  | {readonly op: 'append'; readonly key: string; readonly value: string}
  /** Whether it was set: only if the value was `expected`; null stands for an absent key. */
  | {
    readonly op: 'compareAndSet'; readonly key: string;
    readonly expected: string | null; readonly value: string;
  };

export type KvOutcome = string | number | boolean | null;

/** Who asks, and which of its questions this is (§8). */
export type KvSession = {
  /** No two clients, and no two lives of one client, have the same. */
  readonly clientId: string;
  /** 1 for a client's first operation, and one more for each. A retry keeps its number. */
  readonly serial: number;
};

/** What a leader puts into the log. Without a session it is applied each time it is found there. */
export type KvCommand = {
  readonly session: KvSession | null;
  readonly operation: KvOperation;
};

/** A client asks a server. A client has one operation under way at a time. */
export type KvRequest = KvSession & {readonly operation: KvOperation};

/** It was done, once; or this server does not lead, and may know who does (§8). */
export type KvAnswer =
  | {readonly ok: true; readonly outcome: KvOutcome}
  | {readonly ok: false; readonly leaderHint: ServerId | null};

/**
 * An answer, and which operation of which client it belongs to. It may be an earlier operation, or
 * one of the client's former life.
 */
export type KvResults = KvAnswer & KvSession;

/** What actually crosses the network between clients and servers. */
export type KvMessage =
  | ({readonly type: 'KvRequest'} & KvRequest)
  | ({readonly type: 'KvResults'} & KvResults);
