/**
 * One vote a term: a server votes for at most one candidate in a term, also across restarts.
 *
 * Paper: §5.2; Figure 2, `votedFor`.
 * Promises: a vote counts as given when somebody was told, or while the server that holds it in
 * memory runs. One that was lost in a crash before anybody heard of it never happened.
 * Read next: synced-before-sent.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import {broken} from './words';

interface Vote {
  readonly candidate: ServerId;
  readonly atMs: number;
}

export function oneVote(): RaftCheck {
  /** By voter and term. */
  const told = new Map<ServerId, Map<number, Vote>>();
  /** By voter, the last vote it had in memory since it booted. */
  const held = new Map<ServerId, Vote & {readonly term: number}>();
  const votesOf = (id: ServerId): Map<number, Vote> => {
    let votes = told.get(id);
    if (votes === undefined) told.set(id, votes = new Map());
    return votes;
  };
  const note = (voter: ServerId, term: number, vote: Vote): void => {
    const votes = votesOf(voter);
    const first = votes.get(term);
    if (first === undefined) votes.set(term, vote);
    else if (first.candidate !== vote.candidate) twice(voter, term, first, vote);
  };
  return {
    // Compared with the last vote of this life, not with the state before: in between, the vote
    // may have been forgotten.
    stateChanged({id, state: {currentTerm: term, votedFor: candidate}}, _before, atMs) {
      if (candidate === null) return;
      const first = held.get(id);
      if (first?.term !== term) held.set(id, {term, candidate, atMs});
      else if (first.candidate !== candidate) twice(id, term, first, {candidate, atMs});
    },
    crashed({id}) {
      held.delete(id);
    },
    booted({id, state, incarnation}, atMs) {
      const vote = told.get(id)?.get(state.currentTerm);
      if (incarnation === 0 || vote === undefined || vote.candidate === state.votedFor) return;
      forgot(id, state, vote, atMs);
    },
    sent(server, to, message, atMs) {
      if (message.type === 'RequestVoteResults' && message.voteGranted) {
        note(server.id, message.term, {candidate: to, atMs});
      } else if (message.type === 'RequestVote') {
        note(server.id, message.term, {candidate: server.id, atMs});
      }
    },
  };
}

function forgot(
  voter: ServerId, {currentTerm, votedFor}: Readonly<ReportedState>, vote: Vote, atMs: number,
): never {
  return broken('Persistence', `${voter} came back in term ${currentTerm} with votedFor ` +
    `${votedFor ?? 'null'}, though it voted for ${vote.candidate} in that term`, [
    {who: voter, what: `voted for ${vote.candidate} in term ${currentTerm}`, atMs: vote.atMs},
    {who: voter, what: `booted with votedFor ${votedFor ?? 'null'}`, atMs},
  ], {
    source: '§5.2; Figure 2, "State"',
    text: 'votedFor is persistent state. A server that forgets its vote may give it again.',
    functions: ['persistence.restore', 'persistence.answer'],
  });
}

function twice(voter: ServerId, term: number, first: Vote, second: Vote): never {
  const fact = ({candidate, atMs}: Vote) => ({
    who: voter, atMs,
    what: candidate === voter ? `stood for election in term ${term}, its vote its own`
      : `gave ${candidate} its vote in term ${term}`,
  });
  return broken('One vote a term',
    `${voter} voted for ${first.candidate} and for ${second.candidate} in term ${term}`,
    [fact(first), fact(second)], {
      source: '§5.2; Figure 2, "RequestVote RPC"',
      text: 'Two candidates can both reach a majority only if somebody votes twice. So a vote ' +
        'holds for the whole term, also after a crash: votedFor is persistent state.',
    });
}
