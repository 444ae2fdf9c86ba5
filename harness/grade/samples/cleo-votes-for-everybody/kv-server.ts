/**
 * The service on top of Raft: takes clients' requests, and answers them when Raft has decided.
 *
 * Paper: §8; §7 for snapshots; Figure 1.
 * Promises:
 *   1. An answer is given only when it can no longer be taken back: a write is applied, a read was
 *      allowed by Raft.
 *   2. No request waits for an entry that will not come: each is answered, or forgotten so that its
 *      client asks again.
 * Does not: decide who leads, send messages, or touch the disk.
 * Read next: harness/raft/service.ts, the contract; then kv-client.ts, the other end.
 */
import type {Command, Json, KvAnswer, KvCommand, RaftService, Service} from '#raft';
import {KvStore} from '#solution/kv-store';

/** A request whose entry is in this leader's log, and not committed yet. */
interface Waiter {
  readonly term: number;
  respond(answer: KvAnswer): void;
}

export class KvServer implements Service {
  // What else a server keeps is yours to choose.
  private readonly store = new KvStore();
  /** By the index of the entry they wait for; one entry, one waiter. */
  private readonly waiters = new Map<number, Waiter>();
  /** The state's size when it was last saved, and what the disk held then. */
  private snapshotSize = 0;
  private storedAtSnapshot = -1;

  constructor(protected readonly raft: RaftService) {}

  /**
   * A client asks. respond is called now, or in a later input, once, or never (§8).
   *
   * - A write goes into the log (raft.submit) and waits there: apply answers it. If this server
   *   does not lead, it says so, with whom it takes for the leader, if it knows.
   * - A write whose outcome is known already (KvStore.outcomeOf) is answered at once.
   * - A read makes no entry: raft.read() says when the state may be read, and then the store is
   *   asked (end of §8). The store alone is not enough. Danger: S1 leads and is cut off from the
   *   others, but not from C1; S2 is elected, and sets x to 2; C1 asks S1, whose store says 1.
   *
   * A refusal is not a no. It says "I do not lead", never "it was not done": the entry may be in
   * the log, and be committed by another leader.
   */
  handleRequest(request: KvCommand, respond: (answer: KvAnswer) => void): void {
    const {session, operation} = request;
    if (operation.op === 'get') {
      void this.answerRead(operation.key, respond);
      return;
    }
    const outcome = session === null ? undefined : this.store.outcomeOf(session);
    if (outcome !== undefined) return respond({ok: true, outcome});
    const place = this.raft.submit(request);
    if (place === null) return respond(this.refusal());
    this.waiters.set(place.index, {term: place.term, respond});
  }

  /**
   * The next committed entry, on every server (§5.3; service.ts). `null` does nothing, but counts.
   *
   * Whoever waits for this index is answered with the outcome, if it is the entry that was put
   * there for it: same index *and* same term. Danger: S1, leader of term 1, puts C1's set at index
   * 5 and is cut off; S2, leader of term 2, puts C2's delete at index 5, and commits it; S1 hears
   * of it, applies the entry at index 5, and tells C1 that its set was done.
   *
   * Here is also the place to look whether a snapshot is due (§7): when raft.storedBytes is above
   * raft.snapshotBytes. Give it the index of the entry just applied, and the state as it is right
   * after that entry. Not at each entry, though, if the state alone is large: each snapshot writes
   * all of it.
   */
  apply(index: number, term: number, command: Command): void {
    const outcome = command === null ? null : this.store.apply(command as KvCommand);
    const waiter = this.waiters.get(index);
    this.waiters.delete(index);
    waiter?.respond(waiter.term === term ? {ok: true, outcome} : this.refusal());
    if (this.isSnapshotDue()) this.saveSnapshot(index);
  }

  /**
   * The state is now this snapshot, which has replaced all entries up to `index`: after a restart,
   * or because this server was too far behind (§7). Nobody is told anymore what came of an entry
   * that the snapshot covers, so whoever waits for one must ask again.
   */
  restore(index: number, data: Json): void {
    this.store.restore(data);
    this.snapshotSize = sizeOf(data);
    this.refuseWaiters(waitingFor => waitingFor <= index);
  }

  /**
   * This server leads no longer: what it has submitted may be committed or not, and it may be long
   * until it learns which (§8). Those who wait are better off with the next leader.
   */
  leadershipEnded(): void {
    this.refuseWaiters(() => true);
  }

  private async answerRead(key: string, respond: (answer: KvAnswer) => void): Promise<void> {
    const isAllowed = await this.raft.read();
    respond(isAllowed ? {ok: true, outcome: this.store.read(key)} : this.refusal());
  }

  /** A server that still takes itself for the leader, a moment after it lost, has no hint. */
  private refusal(): KvAnswer {
    const {leaderId, self} = this.raft;
    return {ok: false, leaderHint: leaderId === self ? null : leaderId};
  }

  private refuseWaiters(which: (index: number) => boolean): void {
    for (const [index, {respond}] of this.waiters) {
      if (!which(index)) continue;
      this.waiters.delete(index);
      respond(this.refusal());
    }
  }

  /**
   * A state of more than half the limit would make a snapshot due again after a few entries, so
   * what is stored must be twice the state at least. And while the disk is as it was at the last
   * snapshot, that one has not been written yet: several entries are applied in a row.
   */
  private isSnapshotDue(): boolean {
    const {snapshotBytes, storedBytes} = this.raft;
    if (snapshotBytes === null || storedBytes === this.storedAtSnapshot) return false;
    return storedBytes > Math.max(snapshotBytes, 2 * this.snapshotSize);
  }

  private saveSnapshot(index: number): void {
    const data = this.store.snapshot();
    this.snapshotSize = sizeOf(data);
    this.storedAtSnapshot = this.raft.storedBytes;
    this.raft.takeSnapshot(index, data);
  }
}

function sizeOf(data: Json): number {
  return JSON.stringify(data).length;
}
