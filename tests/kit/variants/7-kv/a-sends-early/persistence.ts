/**
 * What survives a crash: a message that depends on nothing unsynced does not wait for the disk.
 *
 * Paper: §5.1, §5.2; Figure 2, "State"; §7.
 * Differs: a leader's entries leave while its own disk still writes them; it counts them as its
 * own only in later inputs. So does whatever else says nothing that is new. Each server still gets
 * its messages in order.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

type VoteRecord = {readonly currentTerm: number; readonly votedFor: ServerId | null};
type LogRecord = {readonly from: number; readonly entries: readonly LogEntry[]};
type SnapshotRecord = {readonly snapshot: Snapshot};
type DiskRecord = VoteRecord | LogRecord | SnapshotRecord;

export class Persistence implements PersistenceRules {
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
    changes: Changes, outgoing: readonly Outgoing[], send: (message: Outgoing) => void,
  ): void {
    const late = new Set<ServerId>();
    const waiting: Outgoing[] = [];
    for (const one of outgoing) {
      if (late.has(one.to) || dependsOnDisk(one, changes)) {
        late.add(one.to);
        waiting.push(one);
      } else {
        send(one);
      }
    }
    this.save(changes);
    for (const one of waiting) send(one);
  }

  private save({vote, log, snapshot}: Changes): void {
    if (snapshot) return this.disk.rewrite(this.everything());
    if (vote) this.disk.append(this.vote());
    if (log !== undefined) this.disk.append(log as LogRecord & Json);
    if (vote || log !== undefined) this.disk.sync();
  }

  private everything(): readonly Json[] {
    const {snapshot, log} = this.server.state;
    const from = log.lastIncludedIndex + 1;
    const records: DiskRecord[] = [this.vote()];
    if (snapshot !== null) records.push({snapshot});
    records.push({from, entries: log.entriesFrom(from)});
    return records as object[] as Json[];
  }

  private vote(): VoteRecord {
    const {currentTerm, votedFor} = this.server.state;
    return {currentTerm, votedFor};
  }
}

/** Every message tells the term; results also tell of the log. */
function dependsOnDisk({message}: Outgoing, {vote, log, snapshot}: Changes): boolean {
  if (vote) return true;
  if (message.type === 'AppendEntriesResults') return log !== undefined || snapshot;
  return message.type === 'InstallSnapshotResults' && (log !== undefined || snapshot);
}
