/**
 * Messages that a test gives a server in the name of S2.
 *
 * Paper: Figure 2.
 * Promises: a log is drawn as in Figure 7, position is index and number is term: '1 1 2'.
 * Read next: timer-rules.ts.
 */
import type {RaftMessage} from '../../harness/raft/messages';

const OTHER = 'S2';

/** A request for a vote by a candidate with this log. */
export function requestVote(term: number, log: string): RaftMessage {
  const {index, last} = endOf(log);
  return {type: 'RequestVote', term, candidateId: OTHER, lastLogIndex: index, lastLogTerm: last};
}

/** A heartbeat that names the end of `log`. */
export function heartbeat(term: number, log: string): RaftMessage {
  const {index, last} = endOf(log);
  return {
    type: 'AppendEntries', term, leaderId: OTHER, prevLogIndex: index, prevLogTerm: last,
    entries: [], leaderCommit: 0,
  };
}

export function vote(term: number): RaftMessage {
  return {type: 'RequestVoteResults', term, voteGranted: true};
}

export function noVote(term: number): RaftMessage {
  return {type: 'RequestVoteResults', term, voteGranted: false};
}

/** Of a heartbeat that named the place before the first entry. */
export function success(term: number): RaftMessage {
  return {type: 'AppendEntriesResults', term, success: true, matchIndex: 0};
}

export function refusal(term: number): RaftMessage {
  return {type: 'AppendEntriesResults', term, success: false, prevLogIndex: 1};
}

function endOf(log: string): {readonly index: number; readonly last: number} {
  const terms = log.split(' ').filter(term => term !== '').map(Number);
  return {index: terms.length, last: terms.at(-1) ?? 0};
}
