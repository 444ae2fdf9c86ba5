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

export class Doings implements RaftCheck {
  /** Whether any timer has fired: in labs 3 to 5 servers have none, and stand when they are told. */
  hasClock = false;
  private readonly of = new Map<ServerId, Doing>();

  fired(): void {
    this.hasClock = true;
  }

  booted({id}: ServerView): void {
    this.of.set(id, {stood: 0, stoodAtMs: 0, heardFrom: null, heardAtMs: 0});
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

  /** 'candidate of term 7 with the votes of S1, stood 6 times, last at t=4210ms; heard from …'. */
  sentence({id, isUp, state}: ServerView): string {
    if (!isUp) return 'crashed';
    const {role, currentTerm, votesGranted} = state;
    const votes = role === 'candidate' ? ` with the votes of ${votesGranted.join(' ')}` : '';
    const {stood, stoodAtMs, heardFrom, heardAtMs} = this.of.get(id) ??
      {stood: 0, stoodAtMs: 0, heardFrom: null, heardAtMs: 0};
    const elections = stood === 0 ? 'never stood'
      : `stood ${stood === 1 ? 'once, at' : `${stood} times, last at`} t=${stoodAtMs}ms`;
    const heard = heardFrom === null ? 'heard from no leader'
      : `heard from leader ${heardFrom} at t=${heardAtMs}ms`;
    return `${role} of term ${currentTerm}${votes}, ${elections}; ${heard}`;
  }
}
