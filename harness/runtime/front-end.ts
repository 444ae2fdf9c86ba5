/**
 * Where Redis clients connect, and how what they ask reaches the machine.
 *
 * Promises: a write that may be done is never reported as not done. A refusal that comes at once is
 * a refusal; one that comes later, from a leader that lost its place meanwhile, or none at all, is
 * an unknown outcome, and is said to be one.
 * Read next: client-connection.ts.
 */
import type net from 'node:net';
import type {KvAnswer, KvOperation} from '../raft/kv-messages';
import type {ServerId} from '../raft/messages';
import {ClientConnection} from './client-connection';
import type {Asked, Client, FrontEnd, ServerAddress} from './command';
import type {CallAnswer} from './machine';
import type {ServerStatus, StatusNow} from './server-status';

/** How long an operation may go without an answer. */
const ANSWER_WITHIN_MS = 5_000;
/** In parts of that. */
const LOOKS = 10;

export interface FrontEndParts {
  readonly self: ServerId;
  readonly addresses: Readonly<Record<ServerId, ServerAddress>>;
  readonly clusterId: string;
  readonly status: ServerStatus;
  readonly answerWithinMs?: number;
  file(): {readonly bytes: number; readonly syncs: number};
  /** Hands a request to the driver. */
  request(callId: number, operation: KvOperation): void;
}

interface Pending {
  readonly operation: KvOperation;
  readonly askedAtMs: number;
  readonly resolve: (asked: Asked) => void;
}

export class RespFrontEnd implements FrontEnd {
  readonly self: ServerId;
  readonly addresses: Readonly<Record<ServerId, ServerAddress>>;
  readonly clusterId: string;
  readonly startedAtMs = Date.now();
  readonly clients = new Set<Client>();
  private readonly pending = new Map<number, Pending>();
  private lastCallId = 0;
  /** By key, the last work that was begun on it. */
  private readonly turns = new Map<string, Promise<unknown>>();
  private lastClientId = 0;
  private lastLeader: ServerId;

  constructor(private readonly parts: FrontEndParts) {
    this.self = parts.self;
    this.addresses = parts.addresses;
    this.clusterId = parts.clusterId;
    this.lastLeader = parts.self;
    const {answerWithinMs = ANSWER_WITHIN_MS} = parts;
    setInterval(() => this.giveUpWaiting(answerWithinMs), answerWithinMs / LOOKS).unref();
  }

  accept(socket: net.Socket): void {
    const client = new ClientConnection(++this.lastClientId, socket, this);
    this.clients.add(client);
    socket.once('close', () => this.clients.delete(client));
  }

  status(): StatusNow {
    return this.parts.status.now();
  }

  leaderKnownLast(): ServerId {
    this.lastLeader = this.parts.status.leaderId ?? this.lastLeader;
    return this.lastLeader;
  }

  file(): {readonly bytes: number; readonly syncs: number} {
    return this.parts.file();
  }

  /**
   * A server that does not lead is not even asked: its service may refuse, or say nothing until the
   * client asks elsewhere; both are right.
   */
  ask(operation: KvOperation): Promise<Asked> {
    if (this.parts.status.role !== 'leader') return Promise.resolve(this.refusal(null));
    return new Promise(resolve => {
      const callId = ++this.lastCallId;
      this.pending.set(callId, {operation, askedAtMs: Date.now(), resolve});
      this.parts.request(callId, operation);
    });
  }

  async inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.turns.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.turns.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(key) === mine) this.turns.delete(key);
    }
  }

  /** The driver has an answer. */
  answered(callId: number, {atOnce, answer}: CallAnswer): void {
    const pending = this.pending.get(callId);
    if (pending === undefined) return;
    this.pending.delete(callId);
    pending.resolve(this.meaningOf(answer as KvAnswer, pending.operation, atOnce));
  }

  private meaningOf(answer: KvAnswer, operation: KvOperation, atOnce: boolean): Asked {
    if (answer.ok) return {kind: 'done', outcome: answer.outcome};
    if (!atOnce && operation.op !== 'get') return {kind: 'unknown'};
    return this.refusal(answer.leaderHint);
  }

  private refusal(hint: ServerId | null): Asked {
    const leader = hint ?? this.parts.status.leaderId;
    if (leader === null || leader === this.self || this.addresses[leader] === undefined) {
      return {kind: 'noLeader'};
    }
    this.lastLeader = leader;
    return {kind: 'moved', leader};
  }

  /** A leader that is cut off can neither do what it was asked nor say that it will not. */
  private giveUpWaiting(withinMs: number): void {
    const before = Date.now() - withinMs;
    for (const [callId, {operation, askedAtMs, resolve}] of this.pending) {
      if (askedAtMs > before) return;
      this.pending.delete(callId);
      resolve({kind: operation.op === 'get' ? 'noLeader' : 'unknown'});
    }
  }
}
