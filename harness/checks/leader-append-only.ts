/**
 * Leader Append-Only: a leader never overwrites or deletes entries in its log.
 *
 * Paper: §5.3, Figure 3.
 * Promises: a leader that steps down may do so in the same input, when it hears from a later one.
 * Read next: follower-log.ts, what followers may do.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {LogEntry, ServerId} from '../raft/messages';
import type {Handling} from './handling';
import {at, broken, fact, heldAt} from './words';

interface Leadership {
  readonly term: number;
  readonly atMs: number;
}

export function leaderAppendOnly(handling: Handling): RaftCheck {
  /** Whom each server led last, and since when. */
  const led = new Map<ServerId, Leadership>();
  return {
    logChanged(server, from, removed, _added, atMs) {
      const {id, state: {role, currentTerm}} = server;
      if (removed.length === 0 || role !== 'leader') return;
      const known = led.get(id);
      if (known?.term === currentTerm) removedOwn(server, {from, removed, since: known.atMs}, atMs);
      // Whoever becomes a leader has no reason to remove anything: votes do not touch the log. One
      // that obeys another leader and calls itself one is for election-safety.ts.
      if (handling.isTestAtWork || handling.now?.message.type === 'AppendEntries') return;
      removedOwn(server, {from, removed, since: atMs}, atMs);
    },
    stateChanged({id, state}, before, atMs) {
      if (state.role !== 'leader') return;
      if (before.role === 'leader' && before.currentTerm === state.currentTerm) return;
      led.set(id, {term: state.currentTerm, atMs});
    },
  };
}

interface Removal {
  readonly from: number;
  readonly removed: readonly LogEntry[];
  /** When it became leader. */
  readonly since: number;
}

function removedOwn(
  {id, log, state}: ServerView, {from, removed, since}: Removal, atMs: number,
): never {
  const term = state.currentTerm;
  const place = at(from, removed[0]?.term ?? 0);
  const claim = `${id} leads term ${term} and took entry ${place} out of its log`;
  return broken('Leader Append-Only', claim, [
    fact(id, `became leader of term ${term}`, since),
    fact(id, `had ${count(removed.length)} from ${place} on; now it ${heldAt(log, from)}`, atMs),
  ], {
    source: '§5.3, Figure 3',
    text: 'A leader only ever appends. Followers change their logs to match the leader’s, never ' +
      'the other way round.',
  });
}

function count(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}
