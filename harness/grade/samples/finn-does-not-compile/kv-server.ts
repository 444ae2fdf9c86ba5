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
import {todo} from '#raft';
import type {Command, Json, KvAnswer, KvCommand, RaftService, Service} from '#raft';

export class KvServer implements Service {
  // What else a server keeps is yours to choose.

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
    // TODO(lab 7): what is answered now, and what must wait, for what (§8)?
    return todo(7, 'KvServer.handleRequest', request, respond);
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
    // TODO(lab 7): give it to the store; who waited for this entry, and who for another one that
    // should have been here (§8)? Is a snapshot due (§7)?
    return todo(7, 'KvServer.apply', index, term, command);
  }

  /**
   * The state is now this snapshot, which has replaced all entries up to `index`: after a restart,
   * or because this server was too far behind (§7). Nobody is told anymore what came of an entry
   * that the snapshot covers, so whoever waits for one must ask again.
   */
  restore(index: number, data: Json): void {
    // TODO(lab 7): whose state is this now, and who waits for what is gone (§7)?
    return todo(7, 'KvServer.restore', index, data);
  }

  /**
   * This server leads no longer: what it has submitted may be committed or not, and it may be long
   * until it learns which (§8). Those who wait are better off with the next leader.
   */
  leadershipEnded(): void {
    // TODO(lab 7): what can those who wait be told (§8)?
    return todo(7, 'KvServer.leadershipEnded');
  }
}
