/**
 * What survives a crash: nothing is written until something is said that depends on it.
 *
 * Paper: §5.1, §5.2; Figure 2, "State"; §7.
 * Differs: what has changed waits in memory for the next message. An entry is counted only after
 * it was sent, so it is on this disk by then; alone, where nothing is ever sent, it is at once.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

type VoteRecord = {readonly currentTerm: number; readonly votedFor: ServerId | null};
type LogRecord = {readonly from: number; readonly entries: readonly LogEntry[]};
type SnapshotRecord = {readonly snapshot: Snapshot};
type DiskRecord = VoteRecord | LogRecord | SnapshotRecord;

export class Persistence implements PersistenceRules {
  private isVoteNew = false;
  /** From this index on the disk does not have the log; Infinity if it has all of it. */
  private newFrom = Infinity;

  constructor(protected readonly server: RaftServer, protected readonly disk: ServerDisk) {}

  restore(): void {
    const {state} = this.server;
    let boundary = 0;
    const entries: LogEntry[] = [];
    for (const record of this.disk.records as readonly DiskRecord[]) {
      if ('snapshot' in record) {
        state.snapshot = record.snapshot;
        boundary = record.snapshot.lastIncludedIndex;
        state.log.resetTo(boundary, record.snapshot.lastIncludedTerm);
        state.commitIndex = state.lastApplied = boundary;
      } else if ('from' in record) {
        entries.splice(record.from - boundary - 1, Infinity, ...record.entries);
      } else {
        Object.assign(state, record);
      }
    }
    for (const entry of entries) state.log.append(entry);
  }

  answer(
    {vote, log, snapshot}: Changes, outgoing: readonly Outgoing[],
    send: (message: Outgoing) => void,
  ): void {
    this.isVoteNew ||= vote;
    this.newFrom = Math.min(this.newFrom, log?.from ?? Infinity);
    if (snapshot) this.rewrite();
    else if (outgoing.length > 0 || this.server.servers.length === 1) this.append();
    for (const message of outgoing) send(message);
  }

  private append(): void {
    const records: DiskRecord[] = [];
    if (this.isVoteNew) records.push(this.vote());
    if (this.newFrom < Infinity) records.push(this.logFrom(this.newFrom));
    for (const record of records) this.disk.append(record as object as Json);
    if (records.length > 0) this.disk.sync();
    this.nothingIsNew();
  }

  private rewrite(): void {
    const {snapshot, log} = this.server.state;
    const records: DiskRecord[] = [this.vote()];
    if (snapshot !== null) records.push({snapshot});
    records.push(this.logFrom(log.lastIncludedIndex + 1));
    this.disk.rewrite(records as object[] as Json[]);
    this.nothingIsNew();
  }

  private vote(): VoteRecord {
    const {currentTerm, votedFor} = this.server.state;
    return {currentTerm, votedFor};
  }

  private logFrom(from: number): LogRecord {
    return {from, entries: this.server.state.log.entriesFrom(from)};
  }

  private nothingIsNew(): void {
    this.isVoteNew = false;
    this.newFrom = Infinity;
  }
}
