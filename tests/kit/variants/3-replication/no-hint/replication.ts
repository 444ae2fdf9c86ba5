/**
 * A correct variant of lab 3: refusals carry no hint, and late ones are not told from fresh ones.
 *
 * Paper: §5.3; its last paragraph says that the hint is an optimization.
 * Promises: nextIndex moves back only, and never behind matchIndex + 1. A hint that somebody else
 * gives is used without looking at conflictTerm.
 */
import type {
  AppendEntriesArguments, AppendEntriesResults, RaftServer, ServerId,
} from '#raft';
import {becomeFollower, observeTerm} from '#solution/terms';

export function initializeLeader(server: RaftServer): void {
  const {state, self, servers} = server;
  state.nextIndex = {};
  state.matchIndex = {};
  for (const follower of servers) {
    if (follower === self) continue;
    state.nextIndex[follower] = state.log.lastIndex + 1;
    state.matchIndex[follower] = 0;
  }
}

export function appendEntriesFor(server: RaftServer, follower: ServerId): AppendEntriesArguments {
  const {currentTerm, log, commitIndex, nextIndex} = server.state;
  const firstIndex = nextIndex[follower] ?? log.lastIndex + 1;
  return {
    term: currentTerm,
    leaderId: server.self,
    prevLogIndex: firstIndex - 1,
    prevLogTerm: log.termAt(firstIndex - 1) ?? 0,
    entries: log.entriesFrom(firstIndex),
    leaderCommit: commitIndex,
  };
}

export function handleAppendEntries(
  server: RaftServer, request: AppendEntriesArguments,
): AppendEntriesResults | undefined {
  const {state} = server;
  const {term, prevLogIndex, prevLogTerm, entries} = request;
  observeTerm(server, term);
  if (term < state.currentTerm) return {term: state.currentTerm, success: false, prevLogIndex};

  // A candidate of the same term has lost (§5.2).
  if (state.role !== 'follower') becomeFollower(server, term);
  state.leaderId = request.leaderId;
  server.resetElectionTimer();

  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {
    return {term, success: true, matchIndex: prevLogIndex + entries.length};
  }
  return {term, success: false, prevLogIndex};
}

export function receiveAppendEntriesResults(
  server: RaftServer, from: ServerId, results: AppendEntriesResults,
): void {
  const {state} = server;
  observeTerm(server, results.term);
  if (state.role !== 'leader' || results.term !== state.currentTerm) return;

  const nextIndex = state.nextIndex[from] ?? 1;
  const matchIndex = state.matchIndex[from] ?? 0;
  if (results.success) {
    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);
    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);
    return;
  }
  const {prevLogIndex, conflictIndex = prevLogIndex} = results;
  // A late refusal may still move nextIndex, but only back, and not behind what has matched.
  const back = Math.max(1, Math.min(nextIndex, prevLogIndex, conflictIndex));
  state.nextIndex[from] = Math.max(back, matchIndex + 1);
}
