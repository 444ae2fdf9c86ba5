/**
 * The whole state in one record, anew each time: the log may begin before the snapshot's end, so
 * where it begins is written too.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

interface Whole {
  readonly currentTerm: number;
  readonly votedFor: ServerId | null;
  readonly snapshot: Snapshot | null;
  readonly before: {readonly index: number; readonly term: number};
  readonly entries: readonly LogEntry[];
}

export class Persistence implements PersistenceRules {
  constructor(
    protected readonly server: RaftServer, protected readonly disk: ServerDisk,
  ) {}

  restore(): void {
    const {state} = this.server;
    const whole = this.disk.records[0] as (Whole & Json) | undefined;
    if (whole === undefined) return;
    state.currentTerm = whole.currentTerm;
    state.votedFor = whole.votedFor;
    state.snapshot = whole.snapshot;
    if (whole.before.index > 0) state.log.resetTo(whole.before.index, whole.before.term);
    for (const entry of whole.entries) state.log.append(entry);
    state.commitIndex = state.lastApplied = whole.snapshot?.lastIncludedIndex ?? 0;
  }

  answer(
    {vote, log, snapshot}: Changes, outgoing: readonly Outgoing[],
    send: (message: Outgoing) => void,
  ): void {
    if (vote || log !== undefined || snapshot) this.disk.rewrite([this.whole() as object as Json]);
    for (const message of outgoing) send(message);
  }

  private whole(): Whole {
    const {currentTerm, votedFor, snapshot, log} = this.server.state;
    const {lastIncludedIndex: index, lastIncludedTerm: term} = log;
    return {
      currentTerm, votedFor, snapshot, before: {index, term}, entries: log.entriesFrom(index + 1),
    };
  }
}
