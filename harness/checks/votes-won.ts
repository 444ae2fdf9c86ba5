/**
 * A candidate leads only with the votes of a majority of all servers, its own included.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", candidates.
 * Promises: judges a server that becomes leader because of a message or by a timer of its own. One
 * that was appointed by a test, or that is alone, needs nobody's message.
 * Read next: election-safety.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import type {Handling} from './handling';
import {fact, listed, refuse} from './words';

interface Votes {
  readonly term: number;
  /** When each vote arrived. */
  readonly atMs: Map<ServerId, number>;
}

export function votesWon(servers: readonly ServerId[], handling: Handling): RaftCheck {
  /** By server, the votes that reached it in the latest term it had any in. */
  const won = new Map<ServerId, Votes>();
  return {
    received({id}, from, message, atMs) {
      if (message.type !== 'RequestVoteResults' || !message.voteGranted || from === id) return;
      const {term} = message;
      let votes = won.get(id);
      if (votes === undefined || votes.term < term) won.set(id, votes = {term, atMs: new Map()});
      if (votes.term === term && !votes.atMs.has(from)) votes.atMs.set(from, atMs);
    },
    stateChanged(server, before, atMs) {
      const {id, state: {role, currentTerm}} = server;
      if (role !== 'leader' || (handling.now === null && !handling.isTimer)) return;
      if (before.role === 'leader' && before.currentTerm === currentTerm) return;
      const votes = won.get(id);
      const voters = votes?.term === currentTerm ? votes.atMs : new Map<ServerId, number>();
      if (2 * (1 + voters.size) <= servers.length) tooFew(server, servers, voters, atMs);
    },
    // What reached an earlier life is not known in this one.
    crashed({id}) {
      won.delete(id);
    },
  };
}

function tooFew(
  {id, state}: ServerView, servers: readonly ServerId[], voters: ReadonlyMap<ServerId, number>,
  atMs: number,
): never {
  const term = state.currentTerm;
  const votes = voters.size === 0 ? 'no vote but its own'
    : `the votes of ${listed([id, ...voters.keys()])}`;
  refuse(`${id} leads term ${term} with ${votes} — it needs those of more than half of ` +
    `${servers.length} servers.`, [
    ...[...voters].map(([voter, votedAtMs]) => (
      fact(voter, `its vote of term ${term} reached ${id}`, votedAtMs))),
    fact(id, `became leader of term ${term}`, atMs),
  ], {
    source: '§5.2; Figure 2, "Rules for Servers"',
    text: 'Two majorities have a server in common, and it votes once: so one term has one ' +
      'leader. Votes are counted by voter, in the term they were given in, and a refusal is none.',
  }, `Which votes does ${id} count: those of term ${term}, one for each voter, and how many of ` +
    `${servers.length} must they be (§5.2)?`);
}
