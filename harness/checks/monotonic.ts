/**
 * What never goes back: currentTerm, commitIndex and lastApplied.
 *
 * Paper: Figure 2, "State": each of them "increases monotonically".
 * Promises: across a restart currentTerm may fall only to what was neither synced nor told to
 * anybody; commitIndex and lastApplied are volatile and start afresh.
 * Read next: one-vote.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState, ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import type {DurableLogs} from './durable-logs';
import {broken, refuse} from './words';

const WHY = {
  currentTerm: 'Terms are the clock of Raft: they tell old messages from new ones, so a server ' +
    'that goes back believes what it has already left behind.',
  commitIndex: 'A committed entry stays committed. A late message may carry an earlier ' +
    'leaderCommit; it brings no news.',
  lastApplied: 'What a state machine has applied cannot be taken back.',
} as const;

export function monotonic(durable: DurableLogs): RaftCheck {
  const told = new Map<ServerId, {term: number; atMs: number}>();
  return {
    stateChanged(server, before, atMs) {
      if (server.state.currentTerm < before.currentTerm) fell(server, before, 'currentTerm', atMs);
      if (server.state.commitIndex < before.commitIndex) fell(server, before, 'commitIndex', atMs);
      if (server.state.lastApplied < before.lastApplied) fell(server, before, 'lastApplied', atMs);
      if (server.state.lastApplied > server.state.commitIndex) appliedTooMuch(server, atMs);
    },
    sent({id}, _to, {term}, atMs) {
      const known = told.get(id);
      if (known === undefined) told.set(id, {term, atMs});
      else if (term > known.term) Object.assign(known, {term, atMs});
    },
    booted({id, state}, atMs) {
      const disk = durable.of(id);
      const spoken = told.get(id)?.term ?? 0;
      const floor = Math.max(disk.currentTerm, spoken);
      if (state.currentTerm >= floor) return;
      const knownAtMs = spoken === floor ? told.get(id)?.atMs : disk.syncedAtMs;
      broken('Persistence',
        `${id} came back in term ${state.currentTerm}, though it was in term ${floor}`, [
        {who: id, what: `was in term ${floor}`, atMs: knownAtMs ?? 0},
        {who: id, what: `booted with currentTerm ${state.currentTerm}`, atMs},
      ], {
        source: 'Figure 2, "State"', text: WHY.currentTerm,
        functions: ['persistence.restore', 'persistence.answer'],
      });
    },
  };
}

function fell(
  {id, state}: ServerView, before: Readonly<ReportedState>, field: keyof typeof WHY, atMs: number,
): never {
  return broken('Monotonicity', `${field} of ${id} fell from ${before[field]} to ${state[field]}`,
    [{who: id, what: `${field} ${before[field]} → ${state[field]}`, atMs}],
    {source: 'Figure 2, "State"', text: WHY[field]});
}

function appliedTooMuch({id, state}: ServerView, atMs: number): never {
  return refuse(
    `${id} has lastApplied ${state.lastApplied} beyond its commitIndex ${state.commitIndex} — ` +
    'only committed entries are applied.',
    [{who: id, what: `lastApplied ${state.lastApplied}, commitIndex ${state.commitIndex}`, atMs}],
    {source: '§5.3; Figure 2, "Rules for Servers"', text: 'Only committed entries are applied.'});
}
