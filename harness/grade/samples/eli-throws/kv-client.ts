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
import {todo} from '#raft';
import type {KvClientRules, KvClientSide, KvResults, ServerId} from '#raft';

/**
 * The five operations differ in their arguments and in what they resolve to; how they are asked for
 * is the same, so write it once. The given half (harness/raft/client.ts) calls the next one only
 * when the promise of the last has resolved.
 */
export class KvClient implements KvClientRules {
  // What else a client remembers is yours to choose.

  /**
   * Called once in each life of a client, and a client that crashed starts with nothing. So it
   * needs a clientId that no other client has, and no other life of this one: side.self alone is
   * not enough, crypto.randomUUID() or Math.random() differ in each life (§8). Danger: C1 sets x as
   * serial 1 and restarts; its new life deletes y, under the same clientId, as serial 1; the
   * servers take it for a retry of the first, and never delete y.
   */
  constructor(protected readonly side: KvClientSide) {}

  /**
   * Resolves to the value, or to null if the key is absent.
   *
   * Each operation has a serial of its own, and every retry of it carries that same serial (§8).
   * Danger: S1 does C1's append and the results are lost; C1 asks S2 with a new serial; no server
   * can know that the two are one, and the text is appended twice.
   */
  get(key: string): Promise<string | null> {
    // TODO(lab 7): ask, wait for the results, and ask again if they do not come (§8).
    return todo(7, 'KvClient.get', key);
  }

  /** Resolves when the key has this value, or had it before somebody else changed it. */
  set(key: string, value: string): Promise<void> {
    // TODO(lab 7): the same, and what does it resolve to (§8)?
    return todo(7, 'KvClient.set', key, value);
  }

  /** Resolves to whether the key was there. */
  delete(key: string): Promise<boolean> {
    // TODO(lab 7): true or false; who knows which (§8)?
    return todo(7, 'KvClient.delete', key);
  }

  /** Adds to the end of the value, and resolves to its length afterwards. */
  append(key: string, value: string): Promise<number> {
    // TODO(lab 7): once, whatever is lost on the way (§8).
    return todo(7, 'KvClient.append', key, value);
  }

  /** Sets the value only if it is `expected` now, and resolves to whether it did. */
  compareAndSet(key: string, expected: string | null, value: string): Promise<boolean> {
    // TODO(lab 7): three arguments, one question (§8).
    return todo(7, 'KvClient.compareAndSet', key, expected, value);
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
    // TODO(lab 7): is this the answer the client waits for, and if it is none, whom to ask (§8)?
    return todo(7, 'KvClient.receive', from, results);
  }
}
