/**
 * The line between Raft and the service on top of it, and between a client and its servers.
 *
 * Paper: §2, Figure 1; §7; §8.
 * Promises: a service is given every committed entry, in order, once in each life of the server,
 * beginning behind the snapshot it was restored from.
 * Given. You need not change this file.
 * Read next: skeleton/kv-store.ts, kv-server.ts and kv-client.ts.
 */
import type {KvAnswer, KvCommand, KvMessage, KvResults} from './kv-messages';
import type {Command, Json, ServerId} from './messages';

/** What a service may ask of the Raft server below it. */
export interface RaftService {
  readonly self: ServerId;
  /** Whom this server takes for the leader: itself, another, or nobody. */
  readonly leaderId: ServerId | null;
  /** The stored bytes above which a snapshot is due; null if none is ever wanted (§7). */
  readonly snapshotBytes: number | null;
  /** How many bytes the records on this server's disk have now. */
  readonly storedBytes: number;
  /**
   * Puts a command into the log, if this server leads: where it will be, if it is committed. It is
   * applied later, never before this has returned.
   */
  submit(command: Command): {readonly index: number; readonly term: number} | null;
  /** Resolves to true as soon as the state may be read, to false if this server does not lead. */
  read(): Promise<boolean>;
  /** The service's state after the entry at `index`; the log may forget all up to there (§7). */
  takeSnapshot(index: number, data: Json): void;
  /** Adds a line to the trace. */
  log(line: string): void;
}

/** What Raft asks of the service on top of it. */
export interface Service {
  /** The next committed entry. `null` is the command that does nothing. */
  apply(index: number, term: number, command: Command): void;
  /** Forget everything: the state is now this snapshot, taken after the entry at `index` (§7). */
  restore(index: number, data: Json): void;
  /** This server leads no longer: what it has submitted may never be committed. */
  leadershipEnded(): void;
  /**
   * A client asks. The answer may be given many inputs later, once, or never. The given half takes
   * it out of its KvRequest, whose session it carries, and makes KvResults of the answer; on a real
   * cluster, requests that come from redis-cli have no session.
   */
  handleRequest(request: KvCommand, respond: (answer: KvAnswer) => void): void;
}

/** What a client has: a name, servers to ask, a way to send. Timers are plain setTimeout. */
export interface KvClientSide {
  /** 'C1'. A client that starts anew has the same name, so a name is no clientId. */
  readonly self: string;
  readonly servers: readonly ServerId[];
  /** How long to wait for results before another server is worth asking, in ms. */
  readonly requestTimeoutMs: number;
  send(to: ServerId, message: KvMessage): void;
  log(line: string): void;
}

/**
 * What the given half of a client calls your class KvClient with. One operation at a time: the next
 * is asked for when the promise of the last has resolved. A promise is never rejected, since a
 * client keeps trying.
 */
export interface KvClientRules {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
  append(key: string, value: string): Promise<number>;
  compareAndSet(key: string, expected: string | null, value: string): Promise<boolean>;
  /** A server has answered, perhaps late, perhaps twice, perhaps an earlier operation. */
  receive(from: ServerId, results: KvResults): void;
}
