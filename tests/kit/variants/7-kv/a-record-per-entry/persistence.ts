/**
 * What survives a crash: a record for each thing that has changed, down to the single entry.
 *
 * Paper: §5.1, §5.2; Figure 2, "State"; §7.
 * Differs: term, vote, cut and entry are records of their own. Any prefix of them may survive a
 * crash, so the term stands before its vote, and empties it.
 */
import type {
  Changes, Json, LogEntry, Outgoing, PersistenceRules, RaftServer, ServerDisk, ServerId, Snapshot,
} from '#raft';

type Term = readonly ['term', number];
type Vote = readonly ['vote', ServerId | null];
type Cut = readonly ['cut', number];
type Entry = readonly ['entry', LogEntry];
type Boundary = readonly ['snapshot', Snapshot];
type DiskRecord = Term | Vote | Cut | Entry | Boundary;

export class Persistence implements PersistenceRules {
  private savedTerm = 0;
  private savedVote: ServerId | null = null;
  private savedIndex = 0;

  constructor(protected readonly server: RaftServer, protected readonly disk: ServerDisk) {}

  restore(): void {
    const {state} = this.server;
    let boundary = 0;
    let entries: LogEntry[] = [];
    for (const record of this.disk.records as readonly Json[] as readonly DiskRecord[]) {
      switch (record[0]) {
        case 'term':
          state.currentTerm = record[1];
          state.votedFor = null;
          break;
        case 'vote':
          state.votedFor = record[1];
          break;
        case 'cut':
          entries = entries.slice(0, record[1] - 1 - boundary);
          break;
        case 'entry':
          entries.push(record[1]);
          break;
        case 'snapshot':
          state.snapshot = record[1];
          boundary = record[1].lastIncludedIndex;
          state.log.resetTo(boundary, record[1].lastIncludedTerm);
          state.commitIndex = state.lastApplied = boundary;
      }
    }
    for (const entry of entries) state.log.append(entry);
    this.remember();
  }

  answer(
    {vote, log, snapshot}: Changes, outgoing: readonly Outgoing[],
    send: (message: Outgoing) => void,
  ): void {
    if (snapshot) {
      this.disk.rewrite(this.everything() as readonly object[] as readonly Json[]);
    } else if (vote || log !== undefined) {
      for (const record of this.news(log)) this.disk.append(record as readonly object[] as Json);
      this.disk.sync();
    }
    this.remember();
    for (const message of outgoing) send(message);
  }

  private news(log: Changes['log']): readonly DiskRecord[] {
    const {currentTerm, votedFor} = this.server.state;
    const records: DiskRecord[] = [];
    if (currentTerm !== this.savedTerm) records.push(['term', currentTerm]);
    if (currentTerm !== this.savedTerm ? votedFor !== null : votedFor !== this.savedVote) {
      records.push(['vote', votedFor]);
    }
    if (log === undefined) return records;
    if (log.from <= this.savedIndex) records.push(['cut', log.from]);
    for (const entry of log.entries) records.push(['entry', entry]);
    return records;
  }

  private everything(): readonly DiskRecord[] {
    const {currentTerm, votedFor, snapshot, log} = this.server.state;
    return [
      ['term', currentTerm], ['vote', votedFor],
      ...(snapshot === null ? [] : [['snapshot', snapshot] as const]),
      ...log.entriesFrom(log.lastIncludedIndex + 1).map(entry => ['entry', entry] as const),
    ];
  }

  private remember(): void {
    const {currentTerm, votedFor, log} = this.server.state;
    this.savedTerm = currentTerm;
    this.savedVote = votedFor;
    this.savedIndex = log.lastIndex;
  }
}
