/**
 * A snapshot takes the place of the entries up to its last one. Where that one is in the log, what
 * follows it stays.
 *
 * Paper: §7; Figure 13, step 6.
 * Promises: what stands behind an entry that does not match is nobody's loss: log-matching.ts minds
 * if it stays.
 * Read next: snapshots.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {Handling} from './handling';
import {at, fact, refuse} from './words';

export function keptSuffix(handling: Handling): RaftCheck {
  return {
    logChanged({id, log}, from, removed, added, atMs) {
      const message = handling.arrived?.message;
      if (message?.type !== 'InstallSnapshot') return;
      const {leaderId, lastIncludedIndex, lastIncludedTerm} = message;
      const had = from > lastIncludedIndex
        ? log[lastIncludedIndex - 1]?.term : removed[lastIncludedIndex - from]?.term;
      const first = Math.max(from, lastIncludedIndex + 1);
      const lost = removed[first - from];
      const isKept = added[first - from]?.term === lost?.term;
      if (had !== lastIncludedTerm || lost === undefined || isKept) return;
      const boundary = at(lastIncludedIndex, lastIncludedTerm);
      refuse(`${id} held entry ${boundary}, with which the snapshot of ${leaderId} ends, and ` +
        `threw away ${at(first, lost.term)} and all after it — what follows a matching entry ` +
        'stays.',
      [
        {who: leaderId, what: `sent InstallSnapshot up to ${boundary}`},
        fact(id, `removed ${at(first, lost.term)}; its log now ends at index ${log.length}`, atMs),
      ], {
        source: '§7; Figure 13, step 6',
        text: 'The snapshot may be an old one that arrives late. The leader may have counted ' +
          'this server for the entries behind it, and committed them.',
      });
    },
  };
}
