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
  /** The last entry that a snapshot has replaced in its log; 0 and 0 if none has (§7). */
  lastIncludedIndex: number;
  lastIncludedTerm: number;
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
  /**
   * The entry at index i is log[i - 1], also where a snapshot has replaced it: what a snapshot
   * covers was applied somewhere, so it is known.
   */
  readonly log: readonly LogEntry[];
  /** Since the last boot or restored snapshot, oldest first. */
  readonly applied: readonly Applied[];
  /** The index of the snapshot that was last given to its state machine in this life, or 0. */
  readonly restoredIndex: number;
}

/** The view a boot begins with. */
export const INITIAL_STATE: Readonly<ReportedState> = {
  role: 'follower', currentTerm: 0, votedFor: null, leaderId: null, commitIndex: 0, lastApplied: 0,
  votesGranted: [], nextIndex: {}, matchIndex: {}, electionTimerResets: 0,
  lastIncludedIndex: 0, lastIncludedTerm: 0,
};

/** What a server applied at an index since its last boot or snapshot: indexes follow each other. */
export function appliedAt({applied}: ServerView, index: number): Applied | undefined {
  const one = applied[index - (applied[0]?.index ?? 0)];
  return one?.index === index ? one : undefined;
}

/** Whether its state machine has seen the entry at an index, by itself or within a snapshot. */
export function hasApplied({applied, restoredIndex}: ServerView, index: number): boolean {
  return index <= Math.max(restoredIndex, applied.at(-1)?.index ?? 0);
}

/** Terms in order, as Figure 7 draws a log: '1 1 2'. */
export function drawLog(log: readonly LogEntry[]): string {
  return log.map(entry => entry.term).join(' ');
}

/** '[10/1] 1 2': behind its snapshot, whose last entry is 10/1, a log holds two entries (§7). */
export function drawHeld({log, state}: ServerView): string {
  const {lastIncludedIndex, lastIncludedTerm} = state;
  if (lastIncludedIndex === 0) return drawLogEnd(log);
  const behind = drawLogEnd(log.slice(lastIncludedIndex));
  return `[${lastIncludedIndex}/${lastIncludedTerm}] ${behind}`.trimEnd();
}

const TERMS_SHOWN = 24;

/** The same, but of a long log only its end: '… 3 3 4 (1200 entries)'. */
export function drawLogEnd(log: readonly LogEntry[]): string {
  if (log.length <= TERMS_SHOWN) return drawLog(log);
  return `… ${drawLog(log.slice(-TERMS_SHOWN / 2))} (${log.length} entries)`;
}
