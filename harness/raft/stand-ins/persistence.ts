/**
 * Stands in for persistence until lab 7: it saves what must survive, after every input.
 *
 * Paper: Figure 2, "Persistent state on all servers (updated on stable storage before responding)".
 * Promises: what changed is appended and synced before anything else leaves the server, so that no
 * answer depends on what a crash could take back (§5.1, §5.2).
 * Given. You need not change this file.
 */
import type {GuestContext} from '../../host/guest';
import type {LogSuffix} from '../inspect';
import type {LogEntry, ServerId} from '../messages';
import type {RaftState} from '../state';

type VoteRecord = {readonly currentTerm: number; readonly votedFor: ServerId | null};
/** Both kinds of record; of each kind the last one counts, entries from `from` on are replaced. */
type DiskRecord = VoteRecord | LogSuffix;

export class Persistence {
  private savedTerm = 0;
  private savedVote: ServerId | null = null;

  constructor(private readonly context: GuestContext) {}

  /** Reads the records of an earlier life into a state that is still as new. */
  restore(state: RaftState): void {
    const entries: LogEntry[] = [];
    for (const record of this.context.disk as readonly DiskRecord[]) {
      if ('from' in record) {
        entries.length = record.from - 1;
        entries.push(...record.entries);
      } else {
        state.currentTerm = this.savedTerm = record.currentTerm;
        state.votedFor = this.savedVote = record.votedFor;
      }
    }
    for (const entry of entries) state.log.append(entry);
  }

  /** Appends what is new and syncs; does nothing if nothing is. */
  save(state: RaftState, suffix: LogSuffix | undefined): void {
    const {currentTerm, votedFor} = state;
    const isVoteNew = currentTerm !== this.savedTerm || votedFor !== this.savedVote;
    if (!isVoteNew && suffix === undefined) return;
    if (isVoteNew) {
      this.savedTerm = currentTerm;
      this.savedVote = votedFor;
      this.context.append({currentTerm, votedFor});
    }
    if (suffix !== undefined) this.context.append(suffix);
    this.context.sync();
  }
}
