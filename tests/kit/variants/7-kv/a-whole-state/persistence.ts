/**
 * What survives a crash: each record is the whole state, and the last one counts.
 *
 * Paper: §5.1, §5.2; Figure 2, "State"; §7.
 * Differs: no record builds on another one. The disk grows fast, and is rewritten now and then.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

type WholeState = readonly [
  currentTerm: number, votedFor: ServerId | null, snapshot: Snapshot | null,
  entries: readonly LogEntry[],
];

/** So many records may pile up before all but the last are thrown away. */
const PILE = 8;

export class Persistence implements PersistenceRules {
  private records: number;

  constructor(protected readonly server: RaftServer, protected readonly disk: ServerDisk) {
    this.records = disk.records.length;
  }

  restore(): void {
    const last = this.disk.records.at(-1) as WholeState | undefined;
    if (last === undefined) return;
    const {state} = this.server;
    const [currentTerm, votedFor, snapshot, entries] = last;
    Object.assign(state, {currentTerm, votedFor, snapshot});
    if (snapshot !== null) {
      state.log.resetTo(snapshot.lastIncludedIndex, snapshot.lastIncludedTerm);
      state.commitIndex = state.lastApplied = snapshot.lastIncludedIndex;
    }
    for (const entry of entries) state.log.append(entry);
  }

  answer(
    changes: Changes, outgoing: readonly Outgoing[], send: (message: Outgoing) => void,
  ): void {
    if (changes.vote || changes.log || changes.snapshot) this.save(changes.snapshot);
    for (const message of outgoing) send(message);
  }

  private save(isSmaller: boolean): void {
    const {currentTerm, votedFor, snapshot, log} = this.server.state;
    const entries = log.entriesFrom(log.lastIncludedIndex + 1);
    const record = [currentTerm, votedFor, snapshot, entries] as object as Json;
    if (isSmaller || this.records >= PILE) {
      this.disk.rewrite([record]);
      this.records = 1;
      return;
    }
    this.disk.append(record);
    this.disk.sync();
    this.records++;
  }
}
