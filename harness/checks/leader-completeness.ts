/**
 * Leader Completeness: an entry committed in a term is in the log of every leader of a later term.
 *
 * Paper: §5.4, Figure 3.
 * Read next: commit-rule.ts, which fills `committed`.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {CommittedEntries, CommittedFact} from './committed-entries';
import {at, broken, show} from './words';

export function leaderCompleteness(committed: CommittedEntries): RaftCheck {
  return {
    stateChanged(server, before, atMs) {
      const {role, currentTerm} = server.state;
      if (role !== 'leader') return;
      if (before.role === 'leader' && before.currentTerm === currentTerm) return;
      for (let index = committed.lastIndex; index > 0; index--) {
        const fact = committed.at(index)!;
        if (fact.leaderTerm >= currentTerm) continue;
        const entry = server.log[index - 1];
        if (entry?.term !== fact.term) missing(server, index, fact, atMs);
      }
    },
  };
}

function missing(server: ServerView, index: number, fact: CommittedFact, atMs: number): never {
  const {id, state, log} = server;
  const held = log[index - 1];
  const instead = held === undefined
    ? `ends at index ${log.length}` : `holds ${at(index, held.term)} there`;
  const entry = at(index, fact.term);
  return broken('Leader Completeness',
    `${id} leads term ${state.currentTerm}, but its log lacks entry ${entry}, which ` +
    `${fact.leader} committed`, [
      {
        who: fact.leader, atMs: fact.atMs,
        what: `committed ${entry} ${show(fact.command)} in term ${fact.leaderTerm}`,
      },
      {who: id, what: `became leader of term ${state.currentTerm}; its log ${instead}`, atMs},
    ], {
      source: '§5.4.1, Figure 3',
      text: 'A committed entry must be in the log of every later leader, or that leader makes ' +
        'the others overwrite it. Voters refuse a candidate whose log is less up to date than ' +
        'their own.',
    });
}
