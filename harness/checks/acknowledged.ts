/**
 * What a server may never cut off: what it has committed, and what it acknowledged in this term.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC", step 3: only a conflict deletes entries.
 * Promises: within a term one leader only appends, so nothing that matched its log ever conflicts.
 * Read next: index.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import {broken} from './words';

interface Given {
  term: number;
  /** The highest matchIndex it answered in that term. */
  matchIndex: number;
  atMs: number;
}

export function acknowledged(): RaftCheck {
  const answers = new Map<ServerId, Given>();
  const committed = new Map<ServerId, number>();
  return {
    logChanged(server, from, removed, _added, atMs) {
      if (removed.length === 0) return;
      const commitIndex = committed.get(server.id) ?? 0;
      if (from <= commitIndex) cutCommitted(server, {from, commitIndex, atMs});
      const given = answers.get(server.id);
      if (given?.term !== server.state.currentTerm || from > given.matchIndex) return;
      cutAcknowledged(server, from, given, atMs);
    },
    stateChanged({id, state}) {
      committed.set(id, state.commitIndex);
    },
    sent({id}, _to, message, atMs) {
      if (message.type !== 'AppendEntriesResults' || !message.success) return;
      const {term, matchIndex} = message;
      const given = answers.get(id);
      if (given === undefined) answers.set(id, {term, matchIndex, atMs});
      else if (term > given.term || (term === given.term && matchIndex > given.matchIndex)) {
        Object.assign(given, {term, matchIndex, atMs});
      }
    },
    crashed({id}) {
      committed.delete(id);
    },
  };
}

function cutCommitted(
  {id}: ServerView, {from, commitIndex, atMs}: {from: number; commitIndex: number; atMs: number},
): never {
  return broken('State Machine Safety',
    `${id} cut its log from index ${from} on, though it knows index ${commitIndex} to be committed`,
    [{who: id, what: `removed what stood at index ${from}, commitIndex ${commitIndex}`, atMs}], {
      source: '§5.3, Figure 3',
      text: 'A committed entry stays where it is for ever: some state machine may have applied it.',
    });
}

function cutAcknowledged({id}: ServerView, from: number, given: Given, atMs: number): never {
  return broken('Log Matching',
    `${id} cut its log from index ${from} on, though it acknowledged index ${given.matchIndex} ` +
    'in the same term',
    [
      {who: id, what: `answered matchIndex=${given.matchIndex}`, atMs: given.atMs},
      {who: id, what: `removed what stood at index ${from}`, atMs},
    ], {
      source: '§5.3; Figure 2, "AppendEntries RPC"',
      text: 'Only an entry that conflicts with the leader’s is deleted, and what was ' +
        'acknowledged in this term is the leader’s. A late, shorter request is no reason to cut.',
    });
}
