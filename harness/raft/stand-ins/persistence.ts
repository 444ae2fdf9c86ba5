/**
 * Stands in for skeleton/persistence.ts until lab 7: it saves what must survive, after every input.
 *
 * Paper: Figure 2, "Persistent state on all servers (updated on stable storage before responding)".
 * Promises: what changed is appended and synced before anything else leaves the server, so that no
 * answer depends on what a crash could take back (§5.1, §5.2).
 * Given. You need not change this file.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId,
} from '#raft';

type VoteRecord = {readonly currentTerm: number; readonly votedFor: ServerId | null};
type LogRecord = {readonly from: number; readonly entries: readonly LogEntry[]};
/** Both kinds of record; of each kind the last one counts, entries from `from` on are replaced. */
type DiskRecord = VoteRecord | LogRecord;

export class Persistence implements PersistenceRules {
  constructor(private readonly server: RaftServer, private readonly disk: ServerDisk) {}

  /** Reads the records of an earlier life into a state that is still as new. */
  restore(): void {
    const {state} = this.server;
    const entries: LogEntry[] = [];
    for (const record of this.disk.records as readonly Json[] as readonly DiskRecord[]) {
      if ('from' in record) {
        entries.length = record.from - 1;
        entries.push(...record.entries);
      } else {
        state.currentTerm = record.currentTerm;
        state.votedFor = record.votedFor;
      }
    }
    for (const entry of entries) state.log.append(entry);
  }

  /** Appends what is new and syncs, if anything is; then sends. */
  answer(
    changes: Changes, outgoing: readonly Outgoing[], send: (message: Outgoing) => void,
  ): void {
    const {currentTerm, votedFor} = this.server.state;
    if (changes.vote) this.disk.append({currentTerm, votedFor});
    if (changes.log !== undefined) this.disk.append(changes.log as object as Json);
    if (changes.vote || changes.log !== undefined) this.disk.sync();
    for (const message of outgoing) send(message);
  }
}
