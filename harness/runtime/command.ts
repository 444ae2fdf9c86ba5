/**
 * What a command of a Redis client is: its name, its words, when it may run, and who answers it.
 *
 * Read next: key-commands.ts, connection-commands.ts, server-commands.ts, cluster-commands.ts.
 */
import type {KvOperation, KvOutcome} from '../raft/kv-messages';
import type {ServerId} from '../raft/messages';
import type {ProtocolVersion, Reply} from './resp-replies';
import type {Words} from './resp-requests';
import type {StatusNow} from './server-status';

/** What came of an operation that this server was asked for. */
export type Asked =
  | {readonly kind: 'done'; readonly outcome: KvOutcome}
  /** Not done here; that one may lead. */
  | {readonly kind: 'moved'; readonly leader: ServerId}
  /** Not done here, and nobody is known to lead. */
  | {readonly kind: 'noLeader'}
  /** It may be done, or not. */
  | {readonly kind: 'unknown'};

export interface ServerAddress {
  readonly host: string;
  /** For clients. */
  readonly port: number;
  /** For the other servers. */
  readonly serverPort: number;
}

/** The server that a client talks to. */
export interface FrontEnd {
  readonly self: ServerId;
  readonly addresses: Readonly<Record<ServerId, ServerAddress>>;
  readonly clusterId: string;
  readonly startedAtMs: number;
  readonly clients: ReadonlySet<Client>;
  status(): StatusNow;
  /** Whom this server takes for the leader, or took last; itself, if it never knew one. */
  leaderKnownLast(): ServerId;
  /** The file with the records: its bytes, and how often it was synced. */
  file(): {readonly bytes: number; readonly syncs: number};
  ask(operation: KvOperation): Promise<Asked>;
  /** Works on a key after all that were asked to before: two that count up are not in the way. */
  inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

/** The connection that a command came on. */
export interface Client {
  readonly id: number;
  readonly address: string;
  readonly localAddress: string;
  readonly connectedAtMs: number;
  /** What was asked last, in lower case. */
  readonly lastCommand: string;
  name: string;
  library: {name: string; version: string};
  version: ProtocolVersion;
  /** No more requests are taken, and the connection ends when all replies have left. */
  leave(): void;
}

export interface CommandCall {
  readonly server: FrontEnd;
  readonly client: Client;
  /** Without the command's own name. */
  readonly words: Words;
}

/**
 * When it may run beside earlier requests of the same connection that are unanswered: `reads` and
 * `writes` beside their own kind only, so that a client sees its own requests in their order;
 * `alone` after all others; `local` always.
 */
export type CommandKind = 'reads' | 'writes' | 'alone' | 'local';

export interface Command {
  readonly name: string;
  /** The number of words, the name included; at least so many, if negative. */
  readonly arity: number;
  readonly kind: CommandKind;
  /** Which words are keys: the first and the last, counted from the name; 0 and 0 for none. */
  readonly keys?: readonly [first: number, last: number];
  readonly summary: string;
  run(call: CommandCall): Reply | Promise<Reply>;
}

/** The request was wrong, and is answered with an error. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
}

export function wrongNumberOfWords(name: string): RefusedRequest {
  return new RefusedRequest(`ERR wrong number of arguments for '${name}' command`);
}

/** A word whose case does not count. */
export function upper(word: string | undefined): string {
  return (word ?? '').toUpperCase();
}
