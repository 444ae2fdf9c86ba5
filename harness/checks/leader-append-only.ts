/**
 * Leader Append-Only: a leader never overwrites or deletes entries in its log.
 *
 * Paper: §5.3, Figure 3.
 * Read next: log-matching.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerId} from '../raft/messages';
import {at, broken} from './words';

export function leaderAppendOnly(): RaftCheck {
  /** The term each server leads, as of its last input. */
  const leads = new Map<ServerId, number>();
  return {
    logChanged({id, state}, from, removed, _added, atMs) {
      const first = removed[0];
      if (first === undefined || state.role !== 'leader' || leads.get(id) !== state.currentTerm) {
        return;
      }
      broken('Leader Append-Only',
        `${id} leads term ${state.currentTerm} and took entry ${at(from, first.term)} out of its ` +
        'log',
        [{who: id, what: `removed ${removed.length} entries from index ${from} on`, atMs}], {
          source: '§5.3, Figure 3',
          text: 'A leader only ever appends. Followers change their logs to match the leader’s, ' +
            'never the other way round.',
        });
    },
    stateChanged({id, state}) {
      if (state.role === 'leader') leads.set(id, state.currentTerm);
      else leads.delete(id);
    },
    crashed({id}) {
      leads.delete(id);
    },
  };
}
