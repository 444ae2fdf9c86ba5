/**
 * Notices what a run has reached, so that a pass in which nothing happened is not a pass.
 *
 * Promises: goals are noted, never judged, here. A scenario lists the ones its seeds must reach.
 * Read next: results.ts, which counts them.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {LogEntry, RaftMessage} from '../raft/messages';

/** The goals that are noticed without a test's help. */
export const GOALS = [
  'leader elected', 're-election', 'split vote', 'old leader deposed', 'entry overwritten',
  'entry committed', 'earlier-term entry committed', 'refused AppendEntries', 'restart',
  'snapshot taken', 'snapshot sent', 'snapshot installed',
] as const;

export class GoalWatch implements RaftCheck {
  readonly reached = new Set<string>();
  private readonly leaders = new Map<number, string>();
  private readonly candidates = new Map<number, Set<string>>();

  reach(goal: string): void {
    this.reached.add(goal);
  }

  stateChanged(server: ServerView, before: ServerView['state']): void {
    const {role, currentTerm, commitIndex} = server.state;
    if (role !== before.role) this.roleChanged(server, before.role);
    if (commitIndex > before.commitIndex) {
      this.reach('entry committed');
      const first = server.log[before.commitIndex];
      if (role === 'leader' && first !== undefined && first.term < currentTerm) {
        this.reach('earlier-term entry committed');
      }
    }
  }

  logChanged(_server: ServerView, _from: number, removed: readonly LogEntry[]): void {
    if (removed.length > 0) this.reach('entry overwritten');
  }

  sent(_server: ServerView, _to: string, message: RaftMessage): void {
    if (message.type === 'AppendEntriesResults' && !message.success) {
      this.reach('refused AppendEntries');
    }
    if (message.type === 'InstallSnapshot') this.reach('snapshot sent');
  }

  compacted(): void {
    this.reach('snapshot taken');
  }

  restored(server: ServerView): void {
    if (server.state.commitIndex > 0 && server.state.leaderId !== null) {
      this.reach('snapshot installed');
    }
  }

  booted(server: ServerView): void {
    if (server.incarnation > 0) this.reach('restart');
  }

  private roleChanged(server: ServerView, before: string): void {
    const {role, currentTerm} = server.state;
    if (role === 'leader') {
      this.reach(this.leaders.size === 0 ? 'leader elected' : 're-election');
      this.leaders.set(currentTerm, server.id);
    }
    if (before === 'leader' && role === 'follower') this.reach('old leader deposed');
    if (role === 'candidate') {
      const candidates = this.candidates.get(currentTerm) ?? new Set();
      this.candidates.set(currentTerm, candidates.add(server.id));
      if (candidates.size > 1) this.reach('split vote');
    }
  }
}
