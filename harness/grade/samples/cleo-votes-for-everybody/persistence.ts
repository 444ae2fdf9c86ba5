/**
 * What survives a crash, and what may be said before it is safe.
 *
 * Paper: §5.1, §5.2; Figure 2, "Persistent state on all servers"; §7 for the snapshot.
 * Promises: whenever a crash comes, the server that starts again knows all that the one before it
 * told anybody: the terms it had seen, the vote it gave, the entries it acknowledged.
 * Does not: know what the state means. It writes and reads what is in server.state.
 * Read next: harness/raft/disk-interface.ts, the contract of the disk; then compaction.ts, lab 7b.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

type VoteRecord = {readonly currentTerm: number; readonly votedFor: ServerId | null};
/** The log from index `from` on, instead of whatever earlier records had there. */
type LogRecord = {readonly from: number; readonly entries: readonly LogEntry[]};
/** Stands first, if it stands anywhere: all records before it are gone. */
type SnapshotRecord = {readonly snapshot: Snapshot};
type DiskRecord = VoteRecord | LogRecord | SnapshotRecord;

/*
 * The disk is a list of records, and a record is any JSON value: its form is yours to choose. An
 * append is lost in a crash unless a sync came after it. A crash may come between any two calls.
 */
export class Persistence implements PersistenceRules {
  constructor(
    protected readonly server: RaftServer, protected readonly disk: ServerDisk,
  ) {}

  /**
   * The server starts, and its state is as new (Figure 2): term 0, no vote, an empty log. Puts in
   * what disk.records hold: all that was synced, and perhaps the first of the records that were
   * appended afterwards. On the very first start there are none. What is volatile begins afresh:
   * this server is a follower, and knows no leader and no commitIndex.
   *
   * Lab 7b: with a snapshot, the log begins behind it, and what it replaces is committed and
   * applied: commitIndex and lastApplied start at its lastIncludedIndex, not at 0 (§7).
   */
  restore(): void {
    const {state} = this.server;
    let firstIndex = 1;
    const entries: LogEntry[] = [];
    for (const record of this.disk.records as readonly DiskRecord[]) {
      if ('snapshot' in record) {
        const {snapshot} = record;
        state.snapshot = snapshot;
        state.log.resetTo(snapshot.lastIncludedIndex, snapshot.lastIncludedTerm);
        state.commitIndex = state.lastApplied = snapshot.lastIncludedIndex;
        firstIndex = snapshot.lastIncludedIndex + 1;
      } else if ('from' in record) {
        entries.length = record.from - firstIndex;
        entries.push(...record.entries);
      } else {
        state.currentTerm = record.currentTerm;
        state.votedFor = record.votedFor;
      }
    }
    for (const entry of entries) state.log.append(entry);
  }

  /**
   * An input is over: the rules have changed the state (`changes` says what) and want to send
   * `outgoing`. Saves, then hands each message to `send`: once, before it returns, and so that each
   * server gets its own in the order of `outgoing` (§5.1, §5.2).
   *
   * The order of saving and sending is everything. A message tells somebody something about this
   * server, and after a crash it must still be true. Danger: S3 grants its vote to S1, the message
   * leaves, and S3 crashes before the vote is on its disk; S3 starts again, and grants S2 its vote
   * of the same term; two servers may lead it.
   *
   * It is not called when nothing has changed and nothing is to be sent. With nothing to send, what
   * has changed counts all the same: a leader is one of the majority that stores its entries, and
   * commits them without telling this class (§5.3).
   *
   * What has not changed need not be saved: heartbeats should cost the disk nothing. And a sync is
   * slow, so one for all records of an input is enough.
   *
   * Lab 7b: when the snapshot is another, rewrite the disk: the log before it need not be kept.
   * Until the rewrite returns, what was there before it still counts, all of it.
   */
  answer(
    changes: Changes, outgoing: readonly Outgoing[], send: (message: Outgoing) => void,
  ): void {
    if (changes.snapshot) this.disk.rewrite(this.everything());
    else this.appendChanges(changes);
    for (const message of outgoing) send(message);
  }

  /** The vote before the log: an entry of a term is never there without the term. */
  private appendChanges({vote, log}: Changes): void {
    if (vote) this.disk.append(this.vote());
    if (log !== undefined) this.disk.append(log as LogRecord & Json);
    if (vote || log !== undefined) this.disk.sync();
  }

  private everything(): readonly Json[] {
    const {snapshot, log} = this.server.state;
    const from = log.lastIncludedIndex + 1;
    const records: DiskRecord[] = [this.vote()];
    if (snapshot !== null) records.push({snapshot});
    if (log.lastIndex >= from) records.push({from, entries: log.entriesFrom(from)});
    return records as object[] as Json[];
  }

  private vote(): VoteRecord {
    const {currentTerm, votedFor} = this.server.state;
    return {currentTerm, votedFor};
  }
}
