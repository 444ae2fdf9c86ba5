/**
 * What is known of a server from the outside: its last reported state, and what it applied.
 *
 * Promises: kept up to date by the effects of each input, at a cost that depends on what changed,
 * never on the length of the log. A crashed server keeps its last view; a restart begins afresh.
 * Read next: raft-watch.ts, which keeps the views.
 */
import type {LogEntry, ServerId} from '../raft/messages';
import type {Role} from '../raft/state';

/** The fields of Figure 2, as the given half reports them. */
export interface ReportedState {
  role: Role;
  currentTerm: number;
  votedFor: ServerId | null;
  leaderId: ServerId | null;
  commitIndex: number;
  lastApplied: number;
  votesGranted: readonly ServerId[];
  nextIndex: Readonly<Record<ServerId, number>>;
  matchIndex: Readonly<Record<ServerId, number>>;
  /** How often resetElectionTimer() was called since the boot. */
  electionTimerResets: number;
}

export interface Applied {
  readonly index: number;
  readonly term: number;
  /** JSON text of the command. */
  readonly command: string;
  readonly atMs: number;
}

export interface ServerView {
  readonly id: ServerId;
  readonly isUp: boolean;
  /** 0 on the first boot, one more after each restart. */
  readonly incarnation: number;
  readonly state: Readonly<ReportedState>;
  /** The entry at index i is log[i - 1]. */
  readonly log: readonly LogEntry[];
  /** Since the last boot, oldest first. */
  readonly applied: readonly Applied[];
}

/** The view a boot begins with. */
export const INITIAL_STATE: Readonly<ReportedState> = {
  role: 'follower', currentTerm: 0, votedFor: null, leaderId: null, commitIndex: 0, lastApplied: 0,
  votesGranted: [], nextIndex: {}, matchIndex: {}, electionTimerResets: 0,
};

/** Terms in order, as Figure 7 draws a log: '1 1 2'. */
export function drawLog(log: readonly LogEntry[]): string {
  return log.map(entry => entry.term).join(' ');
}
