/**
 * Election Safety: at most one leader can be elected in a given term, over the whole history.
 *
 * Paper: §5.2, Figure 3.
 * Read next: one-vote.ts, why it holds.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerId} from '../raft/messages';
import {broken} from './words';

export function electionSafety(): RaftCheck {
  const leaders = new Map<number, {readonly id: ServerId; readonly atMs: number}>();
  return {
    stateChanged({id, state}, before, atMs) {
      if (state.role !== 'leader') return;
      if (before.role === 'leader' && before.currentTerm === state.currentTerm) return;
      const term = state.currentTerm;
      const first = leaders.get(term);
      if (first === undefined) {
        leaders.set(term, {id, atMs});
      } else if (first.id !== id) {
        broken('Election Safety', `${first.id} and ${id} are both leaders of term ${term}`, [
          {who: first.id, what: `became leader of term ${term}`, atMs: first.atMs},
          {who: id, what: `became leader of term ${term}`, atMs},
        ], {
          source: '§5.2, Figure 3',
          text: 'A term has at most one leader. Two of them would put different entries at the ' +
            'same place, with nothing to tell which is right.',
        });
      }
    },
  };
}
