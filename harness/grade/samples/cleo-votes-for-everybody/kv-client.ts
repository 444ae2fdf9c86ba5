/**
 * A client of the key/value store: asks until it is answered, whatever fails in between.
 *
 * Paper: §8.
 * Promises: an operation is done once, however often it was asked for; its promise resolves when a
 * server has answered it, and until then the client goes on asking, for ever.
 * Does not: know how servers work. It sees requests, results and its own clock, and a server that
 * is down, cut off, or slow looks the same to it: no results come.
 * Read next: harness/raft/service.ts, what a client has; then transport.ts, for the real network.
 */
import type {
  KvClientRules, KvClientSide, KvOperation, KvOutcome, KvRequest, KvResults, ServerId,
} from '#raft';

/** The one operation under way. */
interface OpenOperation {
  readonly request: KvRequest;
  resolve(outcome: KvOutcome): void;
}

/** How much of a timeout to rest after a refusal that names no leader: there may be none yet. */
const REST_SHARE = 1 / 4;

/**
 * The five operations differ in their arguments and in what they resolve to; how they are asked for
 * is the same, so write it once. The given half (harness/raft/client.ts) calls the next one only
 * when the promise of the last has resolved.
 */
export class KvClient implements KvClientRules {
  // What else a client remembers is yours to choose.
  /** The name alone would be the same after a restart, and serials begin at 1 again. */
  private readonly clientId: string;
  private serial = 0;
  private open: OpenOperation | undefined;
  /** Whom the last request went to: the leader, as far as this client knows. */
  private asked: ServerId;
  /** Hints followed since this client last waited for anything. */
  private hintsFollowed = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Called once in each life of a client, and a client that crashed starts with nothing. So it
   * needs a clientId that no other client has, and no other life of this one: side.self alone is
   * not enough, crypto.randomUUID() or Math.random() differ in each life (§8). Danger: C1 sets x as
   * serial 1 and restarts; its new life deletes y, under the same clientId, as serial 1; the
   * servers take it for a retry of the first, and never delete y.
   */
  constructor(protected readonly side: KvClientSide) {
    this.clientId = `${side.self}-${Math.random().toString(36).slice(2, 10)}`;
    this.asked = side.servers[0] ?? '';
  }

  /**
   * Resolves to the value, or to null if the key is absent.
   *
   * Each operation has a serial of its own, and every retry of it carries that same serial (§8).
   * Danger: S1 does C1's append and the results are lost; C1 asks S2 with a new serial; no server
   * can know that the two are one, and the text is appended twice.
   */
  get(key: string): Promise<string | null> {
    return this.perform({op: 'get', key}) as Promise<string | null>;
  }

  /** Resolves when the key has this value, or had it before somebody else changed it. */
  set(key: string, value: string): Promise<void> {
    return this.perform({op: 'set', key, value}).then(() => undefined);
  }

  /** Resolves to whether the key was there. */
  delete(key: string): Promise<boolean> {
    return this.perform({op: 'delete', key}) as Promise<boolean>;
  }

  /** Adds to the end of the value, and resolves to its length afterwards. */
  append(key: string, value: string): Promise<number> {
    return this.perform({op: 'append', key, value}) as Promise<number>;
  }

  /** Sets the value only if it is `expected` now, and resolves to whether it did. */
  compareAndSet(key: string, expected: string | null, value: string): Promise<boolean> {
    return this.perform({op: 'compareAndSet', key, expected, value}) as Promise<boolean>;
  }

  /**
   * A server has answered (§8).
   *
   * - Results of another serial answer an operation that is over, and those of another clientId one
   *   of this client's former life: ignore them.
   * - `ok` is the outcome, whoever sends it. Remember the server: it leads, so ask it first next
   *   time, or every operation begins with a refusal.
   * - A refusal may name the leader: ask that one at once. If it names nobody, an election is under
   *   way: go on to the next server, but rest before, or a cluster that has no leader has nothing
   *   to do but to refuse you. Two servers may send you back and forth until they have learned
   *   better, so that needs a rest too.
   * - No results within side.requestTimeoutMs of a request: ask the next server. Requests and
   *   results are lost, servers crash, and a leader that was cut off waits with you, for ever.
   *
   * Neither a refusal nor a timeout says that nothing was done: the next server is asked the same
   * question, with the same serial. And nothing is ever the last try.
   */
  receive(from: ServerId, results: KvResults): void {
    const {open, clientId} = this;
    if (open === undefined || results.serial !== open.request.serial) return;
    if (results.clientId !== clientId) return;
    if (results.ok) {
      this.open = undefined;
      this.asked = from;
      this.wake();
      open.resolve(results.outcome);
    } else if (from === this.asked) {
      this.refused(results.leaderHint);
    }
  }

  private perform(operation: KvOperation): Promise<KvOutcome> {
    const {clientId} = this;
    this.hintsFollowed = 0;
    return new Promise(resolve => {
      this.open = {request: {clientId, serial: ++this.serial, operation}, resolve};
      this.ask(this.asked);
    });
  }

  /** Sends the open request: the same serial each time, so that it is done once. */
  private ask(server: ServerId): void {
    if (this.open === undefined) return;
    this.asked = server;
    this.side.send(server, {type: 'KvRequest', ...this.open.request});
    this.wake(() => this.askNext(), this.side.requestTimeoutMs);
  }

  private askNext(): void {
    const {servers} = this.side;
    this.hintsFollowed = 0;
    this.ask(servers[(servers.indexOf(this.asked) + 1) % servers.length] ?? this.asked);
  }

  /** A hint may be as old as the server's own knowledge, so hints are not followed for ever. */
  private refused(leaderHint: ServerId | null): void {
    const isUseful = leaderHint !== null && leaderHint !== this.asked;
    if (isUseful && this.hintsFollowed < this.side.servers.length) {
      this.hintsFollowed++;
      this.ask(leaderHint);
    } else {
      this.wake(() => this.askNext(), this.side.requestTimeoutMs * REST_SHARE);
    }
  }

  /** Sets the one timer anew, or only stops it. */
  private wake(then?: () => void, afterMs?: number): void {
    clearTimeout(this.timer);
    if (then !== undefined) this.timer = setTimeout(then, afterMs);
  }
}
