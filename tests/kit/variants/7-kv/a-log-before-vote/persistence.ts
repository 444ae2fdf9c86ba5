/**
 * What survives a crash: the log first, then term and vote, each with a sync of its own.
 *
 * Paper: §5.1, §5.2; Figure 2, "State"; §7.
 * Differs: two syncs instead of one. A crash between them leaves entries of a term that this server
 * does not know yet. That harms nobody: it has told no one, and their leader has its majority.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, Snapshot,
} from '#raft';

type DiskRecord =
  | {readonly kind: 'log'; readonly from: number; readonly entries: readonly LogEntry[]}
  | {readonly kind: 'vote'; readonly term: number; readonly candidate: string}
  | {readonly kind: 'snapshot'; readonly snapshot: Snapshot};

export class Persistence implements PersistenceRules {
  constructor(protected readonly server: RaftServer, protected readonly disk: ServerDisk) {}

  restore(): void {
    const records = this.disk.records as readonly Json[] as readonly DiskRecord[];
    this.restoreLog(records);
    const vote = records.findLast(({kind}) => kind === 'vote');
    if (vote?.kind !== 'vote') return;
    this.server.state.currentTerm = vote.term;
    this.server.state.votedFor = vote.candidate === '' ? null : vote.candidate;
  }

  answer(
    {vote, log, snapshot}: Changes, outgoing: readonly Outgoing[],
    send: (message: Outgoing) => void,
  ): void {
    if (snapshot) {
      this.disk.rewrite(this.everything() as readonly object[] as readonly Json[]);
    } else {
      if (log !== undefined) this.save({kind: 'log', ...log});
      if (vote) this.save(this.vote());
    }
    for (const message of outgoing) send(message);
  }

  private save(record: DiskRecord): void {
    this.disk.append(record as object as Json);
    this.disk.sync();
  }

  private restoreLog(records: readonly DiskRecord[]): void {
    const {state} = this.server;
    let log: readonly LogEntry[] = [];
    let boundary = 0;
    for (const record of records) {
      if (record.kind === 'log') {
        log = [...log.slice(0, record.from - 1 - boundary), ...record.entries];
      } else if (record.kind === 'snapshot') {
        const {lastIncludedIndex, lastIncludedTerm} = record.snapshot;
        state.snapshot = record.snapshot;
        state.log.resetTo(lastIncludedIndex, lastIncludedTerm);
        boundary = state.commitIndex = state.lastApplied = lastIncludedIndex;
      }
    }
    for (const entry of log) state.log.append(entry);
  }

  private vote(): DiskRecord {
    const {currentTerm, votedFor} = this.server.state;
    return {kind: 'vote', term: currentTerm, candidate: votedFor ?? ''};
  }

  private everything(): readonly DiskRecord[] {
    const {snapshot, log} = this.server.state;
    const from = log.lastIncludedIndex + 1;
    return [
      ...(snapshot === null ? [] : [{kind: 'snapshot', snapshot} as const]),
      {kind: 'log', from, entries: log.entriesFrom(from)},
      this.vote(),
    ];
  }
}
