/**
 * What each server has been doing in a world with clocks: for failures of progress.
 *
 * Paper: §5.2. Most of them are seen from four things a server: its role and term, how often it
 * stood for election, whose votes it has, and when it last heard from a leader.
 * Promises: counts over the whole run, which a trace may no longer hold; a restart begins afresh.
 * Read next: timed-cluster.ts.
 */
import type {RaftMessage, ServerId} from '../raft/messages';
import type {RaftCheck} from './raft-watch';
import type {ServerView} from './server-view';

interface Doing {
  stood: number;
  stoodAtMs: number;
  /** The last leader it heard from in its own term or a later one. */
  heardFrom: ServerId | null;
  heardAtMs: number;
}

const NOTHING_YET: Doing = {stood: 0, stoodAtMs: 0, heardFrom: null, heardAtMs: 0};

export class Doings implements RaftCheck {
  private readonly of = new Map<ServerId, Doing>();

  booted({id}: ServerView): void {
    this.of.set(id, {...NOTHING_YET});
  }

  received({id, state}: ServerView, from: ServerId, message: RaftMessage, atMs: number): void {
    if (message.type !== 'AppendEntries' || message.term < state.currentTerm) return;
    const doing = this.of.get(id);
    if (doing === undefined) return;
    doing.heardFrom = from;
    doing.heardAtMs = atMs;
  }

  /** Only a candidate enters a new term with a vote for itself. */
  stateChanged({id, state}: ServerView, before: ServerView['state'], atMs: number): void {
    if (state.currentTerm === before.currentTerm || state.votedFor !== id) return;
    const doing = this.of.get(id);
    if (doing === undefined) return;
    doing.stood++;
    doing.stoodAtMs = atMs;
  }

  /** Servers that stood three times or more, and at the very same instant the last time. */
  stoodTogether(servers: readonly ServerId[]): readonly ServerId[] {
    const known = servers.filter(id => (this.of.get(id)?.stood ?? 0) >= 3);
    const last = Math.max(...known.map(id => this.of.get(id)?.stoodAtMs ?? 0));
    const together = known.filter(id => this.of.get(id)?.stoodAtMs === last);
    return together.length > 1 ? together : [];
  }

  hasAnybodyStood(servers: readonly ServerId[]): boolean {
    return servers.some(id => (this.of.get(id)?.stood ?? 0) > 0);
  }

  /** 'candidate of term 7, votes of S1; stood 6 times, last at t=4210ms; heard no leader'. */
  sentence({id, isUp, state}: ServerView): string {
    if (!isUp) return 'crashed';
    const {role, currentTerm, votesGranted} = state;
    const votes = role === 'candidate' ? `, votes of ${votesGranted.join(' ')}` : '';
    const {stood, stoodAtMs, heardFrom, heardAtMs} = this.of.get(id) ?? NOTHING_YET;
    const elections = stood === 0 ? 'never stood'
      : `stood ${stood === 1 ? 'once' : `${stood} times, last`} at t=${stoodAtMs}ms`;
    const heard = heardFrom === null ? 'heard no leader' : `heard ${heardFrom} at t=${heardAtMs}ms`;
    return `${role} of term ${currentTerm}${votes}; ${elections}; ${heard}`;
  }
}
