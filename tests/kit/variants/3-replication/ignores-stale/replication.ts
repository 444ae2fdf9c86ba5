/**
 * A correct variant of lab 3: requests of an earlier term are ignored, and hints name no term.
 *
 * Paper: §5.1, §5.3, and its end.
 * Promises: whatever is ignored changes nothing, so the sender tries again and learns later.
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
  if (term < state.currentTerm) return undefined;
  // In any case: it changes nothing on a follower of the same term.
  becomeFollower(server, term);
  state.leaderId = request.leaderId;
  server.resetElectionTimer();

  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {
    return {term, success: true, matchIndex: prevLogIndex + entries.length};
  }
  const {log} = state;
  if (prevLogIndex > log.lastIndex) {
    return {term, success: false, prevLogIndex, conflictIndex: log.lastIndex + 1};
  }
  // Without a term, but as far back as all entries of one.
  let conflictIndex = prevLogIndex;
  while (log.termAt(conflictIndex - 1) === log.termAt(prevLogIndex)) conflictIndex--;
  return {term, success: false, prevLogIndex, conflictIndex};
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
  if (results.prevLogIndex !== nextIndex - 1) return;
  const {prevLogIndex, conflictIndex = prevLogIndex} = results;
  state.nextIndex[from] = Math.max(Math.min(conflictIndex, prevLogIndex), matchIndex + 1);
}
