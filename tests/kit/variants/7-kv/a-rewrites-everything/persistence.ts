/**
 * What survives a crash: the disk is written anew, whole, at every change.
 *
 * Paper: §5.1, §5.2; Figure 2, "State"; §7.
 * Differs: nothing is ever appended, so there is never anything that is not synced.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

interface Everything {
  readonly currentTerm: number;
  readonly votedFor: ServerId | null;
  readonly snapshot: Snapshot | null;
  readonly entries: readonly LogEntry[];
}

export class Persistence implements PersistenceRules {
  constructor(
    protected readonly server: RaftServer, protected readonly disk: ServerDisk,
  ) {}

  restore(): void {
    const [saved] = this.disk.records as readonly Json[] as readonly Everything[];
    if (saved === undefined) return;
    const {state} = this.server;
    state.currentTerm = saved.currentTerm;
    state.votedFor = saved.votedFor;
    if (saved.snapshot !== null) {
      const {lastIncludedIndex, lastIncludedTerm} = saved.snapshot;
      state.snapshot = saved.snapshot;
      state.log.resetTo(lastIncludedIndex, lastIncludedTerm);
      state.commitIndex = lastIncludedIndex;
      state.lastApplied = lastIncludedIndex;
    }
    for (const entry of saved.entries) state.log.append(entry);
  }

  answer(
    {vote, log, snapshot}: Changes, outgoing: readonly Outgoing[],
    send: (message: Outgoing) => void,
  ): void {
    if (vote || log !== undefined || snapshot) this.save();
    outgoing.forEach(send);
  }

  private save(): void {
    const {currentTerm, votedFor, snapshot, log} = this.server.state;
    const entries = log.entriesFrom(log.lastIncludedIndex + 1);
    const everything: Everything = {currentTerm, votedFor, snapshot, entries};
    this.disk.rewrite([everything as object as Json]);
  }
}
