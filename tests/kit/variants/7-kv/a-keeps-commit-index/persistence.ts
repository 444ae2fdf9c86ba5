/**
 * What survives a crash: more than must, since what is committed is remembered as well.
 *
 * Paper: §5.1, §5.2, §5.3; Figure 2, "State"; §7.
 * Differs: every record carries commitIndex, so a server that starts again applies its log at once.
 * Figure 2 calls commitIndex volatile, and it may be: but what was committed once, stays so.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

interface DiskRecord {
  readonly currentTerm: number;
  readonly votedFor: ServerId | null;
  readonly commitIndex: number;
  readonly snapshot?: Snapshot;
  readonly log?: {readonly from: number; readonly entries: readonly LogEntry[]};
}

export class Persistence implements PersistenceRules {
  constructor(protected readonly server: RaftServer, protected readonly disk: ServerDisk) {}

  restore(): void {
    const {state} = this.server;
    let boundary = 0;
    let commitIndex = 0;
    const entries: LogEntry[] = [];
    for (const record of this.disk.records as readonly Json[] as readonly DiskRecord[]) {
      state.currentTerm = record.currentTerm;
      state.votedFor = record.votedFor;
      commitIndex = record.commitIndex;
      if (record.snapshot !== undefined) {
        state.snapshot = record.snapshot;
        boundary = record.snapshot.lastIncludedIndex;
        state.log.resetTo(boundary, record.snapshot.lastIncludedTerm);
        state.lastApplied = boundary;
      }
      if (record.log !== undefined) {
        entries.splice(record.log.from - boundary - 1, Infinity, ...record.log.entries);
      }
    }
    for (const entry of entries) state.log.append(entry);
    state.commitIndex = Math.max(commitIndex, boundary);
  }

  answer(
    {vote, log, snapshot}: Changes, outgoing: readonly Outgoing[],
    send: (message: Outgoing) => void,
  ): void {
    if (snapshot) {
      this.disk.rewrite([this.record(this.wholeLog())]);
    } else if (vote || log !== undefined) {
      this.disk.append(this.record(log === undefined ? {} : {log}));
      this.disk.sync();
    }
    for (const message of outgoing) send(message);
  }

  private wholeLog(): Partial<DiskRecord> {
    const {snapshot, log} = this.server.state;
    const from = log.lastIncludedIndex + 1;
    return {
      ...(snapshot === null ? {} : {snapshot}), log: {from, entries: log.entriesFrom(from)},
    };
  }

  private record(changes: Partial<DiskRecord>): Json {
    const {currentTerm, votedFor, commitIndex} = this.server.state;
    return {currentTerm, votedFor, commitIndex, ...changes} as object as Json;
  }
}
