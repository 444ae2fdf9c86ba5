/**
 * A correct variant of lab 3: a longer way back, and a check that does not wait for the log.
 *
 * Paper: §5.3.
 * Promises: on a refusal nextIndex skips every entry of a term later than the follower's, which may
 * be further back than conflictIndex. A request of an earlier term is refused with a hint, too.
 */
import type {
  AppendEntriesArguments, AppendEntriesRefusal, AppendEntriesResults, Log, RaftServer, ServerId,
} from '#raft';
import {becomeFollower, observeTerm} from '#solution/terms';

export function initializeLeader({self, state, servers}: RaftServer): void {
  const others = servers.filter(server => server !== self);
  const {lastIndex} = state.log;
  state.nextIndex = Object.fromEntries(others.map(server => [server, lastIndex + 1]));
  state.matchIndex = Object.fromEntries(others.map(server => [server, 0]));
}

export function appendEntriesFor(
  {self, state}: RaftServer, follower: ServerId,
): AppendEntriesArguments {
  const {currentTerm, log, commitIndex} = state;
  const nextIndex = state.nextIndex[follower] ?? 1;
  const entries = [];
  for (let index = nextIndex; index <= log.lastIndex; index++) {
    const entry = log.entryAt(index);
    if (entry !== undefined) entries.push(entry);
  }
  return {
    entries, leaderCommit: commitIndex, leaderId: self, term: currentTerm,
    prevLogIndex: nextIndex - 1,
    prevLogTerm: nextIndex === 1 ? 0 : log.termAt(nextIndex - 1) ?? 0,
  };
}

export function handleAppendEntries(
  server: RaftServer, request: AppendEntriesArguments,
): AppendEntriesResults {
  const {state} = server;
  observeTerm(server, request.term);
  if (request.term < state.currentTerm) return refuse(server, request);
  if (state.role === 'candidate') becomeFollower(server, request.term);
  server.resetElectionTimer();
  state.leaderId = request.leaderId;

  const {prevLogIndex, prevLogTerm, entries} = request;
  if (state.log.termAt(prevLogIndex) !== prevLogTerm) return refuse(server, request);
  state.log.appendEntries(prevLogIndex, prevLogTerm, entries);
  return {success: true, term: state.currentTerm, matchIndex: prevLogIndex + entries.length};
}

function refuse(
  {state}: RaftServer, {prevLogIndex}: AppendEntriesArguments,
): AppendEntriesRefusal {
  const {currentTerm, log} = state;
  const refusal = {success: false as const, term: currentTerm, prevLogIndex};
  const conflictTerm = prevLogIndex === 0 ? undefined : log.termAt(prevLogIndex);
  if (conflictTerm === undefined) return {...refusal, conflictIndex: log.lastIndex + 1};
  return {...refusal, conflictTerm, conflictIndex: firstOfTerm(log, conflictTerm)};
}

function firstOfTerm(log: Log, term: number): number {
  let index = 1;
  while (log.termAt(index) !== term) index++;
  return index;
}

export function receiveAppendEntriesResults(
  server: RaftServer, from: ServerId, results: AppendEntriesResults,
): void {
  const {state} = server;
  observeTerm(server, results.term);
  if (results.term < state.currentTerm || state.role !== 'leader') return;
  const matchIndex = state.matchIndex[from] ?? 0;
  if (results.success) {
    if (results.matchIndex <= matchIndex) return;
    state.matchIndex[from] = results.matchIndex;
    state.nextIndex[from] = results.matchIndex + 1;
    return;
  }
  if (results.prevLogIndex + 1 !== state.nextIndex[from]) return;
  state.nextIndex[from] = Math.max(matchIndex + 1, wayBack(state.log, results));
}

/** Right after the last entry that the follower may still share with this log. */
function wayBack(log: Log, refusal: AppendEntriesRefusal): number {
  const {prevLogIndex, conflictTerm, conflictIndex = prevLogIndex} = refusal;
  let last = prevLogIndex - 1;
  if (conflictTerm === undefined) return Math.min(conflictIndex, prevLogIndex);
  while (last > 0 && (log.termAt(last) ?? 0) > conflictTerm) last--;
  return Math.min(last + 1, prevLogIndex);
}
