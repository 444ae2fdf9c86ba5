/**
 * A journal: every change is a record at the end, a snapshot too, one entry a record. The disk is
 * written anew only when there are many records.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

type DiskRecord =
  | {readonly kind: 'term'; readonly currentTerm: number; readonly votedFor: ServerId | null}
  | {readonly kind: 'snapshot'; readonly snapshot: Snapshot}
  /** The log ends before this index. */
  | {readonly kind: 'cut'; readonly index: number}
  | {readonly kind: 'entry'; readonly index: number; readonly entry: LogEntry};

const RECORDS_MOST = 20;

export class Persistence implements PersistenceRules {
  private count: number;

  constructor(
    protected readonly server: RaftServer, protected readonly disk: ServerDisk,
  ) {
    this.count = disk.records.length;
  }

  restore(): void {
    const {state} = this.server;
    const entries = new Map<number, LogEntry>();
    for (const record of this.disk.records as readonly object[] as readonly DiskRecord[]) {
      if (record.kind === 'term') {
        state.currentTerm = record.currentTerm;
        state.votedFor = record.votedFor;
      } else if (record.kind === 'snapshot') {
        const {lastIncludedIndex, lastIncludedTerm} = record.snapshot;
        // A crash may have come before the records that say so.
        if (entries.get(lastIncludedIndex)?.term !== lastIncludedTerm) entries.clear();
        state.snapshot = record.snapshot;
      } else {
        for (const index of [...entries.keys()]) if (index >= record.index) entries.delete(index);
        if (record.kind === 'entry') entries.set(record.index, record.entry);
      }
    }
    const {lastIncludedIndex = 0, lastIncludedTerm = 0} = state.snapshot ?? {};
    if (lastIncludedIndex > 0) state.log.resetTo(lastIncludedIndex, lastIncludedTerm);
    state.commitIndex = state.lastApplied = lastIncludedIndex;
    for (const index of [...entries.keys()].filter(key => key > lastIncludedIndex).sort(ascending)) {
      state.log.append(entries.get(index)!);
    }
  }

  answer(
    changes: Changes, outgoing: readonly Outgoing[], send: (message: Outgoing) => void,
  ): void {
    const records = this.recordsOf(changes);
    if (this.count + records.length > RECORDS_MOST && changes.snapshot) {
      const everything = this.everything();
      this.disk.rewrite(everything as object[] as Json[]);
      this.count = everything.length;
    } else if (records.length > 0) {
      for (const record of records) this.disk.append(record as object as Json);
      this.disk.sync();
      this.count += records.length;
    }
    for (const message of outgoing) send(message);
  }

  private recordsOf({vote, log, snapshot}: Changes): readonly DiskRecord[] {
    const {state} = this.server;
    const records: DiskRecord[] = [];
    if (vote) records.push(this.term());
    if (snapshot && state.snapshot !== null) {
      records.push({kind: 'snapshot', snapshot: state.snapshot});
    }
    if (log === undefined) return records;
    records.push({kind: 'cut', index: log.from});
    log.entries.forEach((entry, n) =>
      records.push({kind: 'entry', index: log.from + n, entry}));
    return records;
  }

  private everything(): readonly DiskRecord[] {
    const {snapshot, log} = this.server.state;
    const from = log.lastIncludedIndex + 1;
    return [
      this.term(),
      ...snapshot === null ? [] : [{kind: 'snapshot', snapshot} as const],
      ...log.entriesFrom(from).map((entry, n) => ({kind: 'entry', index: from + n, entry} as const)),
    ];
  }

  private term(): DiskRecord {
    const {currentTerm, votedFor} = this.server.state;
    return {kind: 'term', currentTerm, votedFor};
  }
}

function ascending(one: number, other: number): number {
  return one - other;
}
