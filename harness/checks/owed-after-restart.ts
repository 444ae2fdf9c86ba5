/**
 * A server that starts again still has every entry that others rely on it for.
 *
 * Paper: §5.1; Figure 2, "State": the log is persistent.
 * Promises: owed is what the server acknowledged to a leader, and what it committed as a leader
 * that had to count itself; nothing else. What others were never told may be forgotten. Which form
 * its records have does not matter. Terms are for monotonic.ts, votes for one-vote.ts.
 * Read next: after-restart.ts, the stricter check for labs whose records are known.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState, ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import {at, broken, drawTerms, fact} from './words';

interface Owed {
  /** terms[i - 1] is the term of the entry at index i that others rely on. */
  readonly terms: number[];
  /** How the last of them came to be owed. */
  because: string;
  atMs: number;
}

export function owedAfterRestart(servers: readonly ServerId[]): RaftCheck {
  const debts = new Map<ServerId, Owed>();
  const owe = (server: ServerView, index: number, because: string, atMs: number): void => {
    let owed = debts.get(server.id);
    if (owed === undefined) debts.set(server.id, owed = {terms: [], because, atMs});
    if (index <= owed.terms.length) return;
    for (let n = owed.terms.length; n < index; n++) owed.terms.push(server.log[n]?.term ?? 0);
    Object.assign(owed, {because, atMs});
  };
  return {
    sent(server, to, message, atMs) {
      const index = message.type === 'AppendEntriesResults' && message.success
        ? message.matchIndex : 0;
      if (index > 0) owe(server, index, `acknowledged index ${index} to ${to}`, atMs);
    },
    stateChanged(server, before, atMs) {
      const {role, commitIndex} = server.state;
      if (role !== 'leader' || commitIndex <= before.commitIndex) return;
      if (hadToCountItself(server, servers)) {
        owe(server, commitIndex, `committed index ${commitIndex}, counting itself`, atMs);
      }
    },
    // What a later leader has overwritten is owed no longer.
    logChanged({id}, from) {
      const owed = debts.get(id);
      if (owed !== undefined && owed.terms.length >= from) owed.terms.length = from - 1;
    },
    booted(server, atMs) {
      const owed = debts.get(server.id);
      if (owed === undefined || server.incarnation === 0) return;
      const lost = owed.terms.findIndex((term, n) => server.log[n]?.term !== term);
      if (lost !== -1) forgot(server, owed, lost + 1, atMs);
    },
  };
}

function hadToCountItself(
  {id, state}: {readonly id: ServerId; readonly state: Readonly<ReportedState>},
  servers: readonly ServerId[],
): boolean {
  const others = servers.filter(one =>
    one !== id && (state.matchIndex[one] ?? 0) >= state.commitIndex);
  return 2 * others.length <= servers.length;
}

function forgot({id, log}: ServerView, owed: Owed, index: number, atMs: number): never {
  const entry = at(index, owed.terms[index - 1] ?? 0);
  return broken('Persistence',
    `${id} ${owed.because}, and started again without entry ${entry}`, [
      fact(id, owed.because, owed.atMs),
      fact(id, `started again with the log ${drawTerms(log.map(({term}) => term))}`, atMs),
    ], {
      source: '§5.1; Figure 2, "State"',
      text: 'The leader counts an acknowledged entry towards its majority. When it is gone, a ' +
        'committed entry may be on no majority at all.',
    });
}
