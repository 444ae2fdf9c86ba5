/**
 * AppendEntries from both ends: the leader brings every follower's log to equal its own.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC" and "Rules for Servers", the part for leaders.
 * Promises: after a success, the follower's log equals the leader's up to matchIndex (Log
 * Matching). On the leader, matchIndex[s] < nextIndex[s] for every other server s, always.
 * Does not: send, wait or count time. These functions return messages, and server.ts sends them.
 * Read next: commit.ts, lab 4, which decides from matchIndex what is safe.
 */
import type {
  AppendEntriesArguments, AppendEntriesResults, RaftServer, ServerId,
} from '#raft';
import {becomeFollower, observeTerm} from '#solution/terms';

/**
 * Prepares what a new leader keeps about each other server (§5.3; Figure 2, "State").
 *
 * nextIndex starts right after the leader's last entry, a guess that the consistency check will
 * correct, and matchIndex at 0, because nothing is known yet. This server itself has no place in
 * them. Whatever an earlier leadership left there is void: a follower may have cut those entries.
 */
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

/**
 * The AppendEntries that `follower` needs next (§5.3; Figure 2, "AppendEntries RPC", arguments).
 *
 * It carries all entries from nextIndex on. prevLogIndex and prevLogTerm name the entry just before
 * them; both are 0 when there is none. With no entries left to send it is a heartbeat, and it
 * makes the same claim about the entry before: the follower checks a heartbeat like any other.
 *
 * Changes nothing: the message may be lost, so only results move nextIndex. server.ts calls this
 * for every follower of a new leader, and again after results that left something to send.
 */
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

/**
 * A follower is sent AppendEntries (§5.1 to §5.3; Figure 2, "AppendEntries RPC", receiver).
 *
 * The first question is whether the sender still leads. A request of an earlier term comes from a
 * leader that was replaced: it changes nothing here. Refuse it, so that the sender learns of
 * currentTerm at once, or return undefined, which ignores it: one message less, but the sender
 * stays in the dark until it hears from somebody else.
 *
 * Any other request comes from the leader of currentTerm, whether or not the check that follows
 * succeeds. So this server is its follower (also if it was a candidate until now, §5.2), remembers
 * leaderId, and starts its election timer afresh.
 *
 * Then the log decides (your appendEntries of lab 1). If it accepts, matchIndex is the last index
 * that *this request* vouches for: prevLogIndex and as many more as it carried. Danger: S3 holds 5
 * entries, the last two from an old leader; S1 sends a heartbeat with prevLogIndex 3; S3 answers
 * with its own lastIndex, 5, and S1 counts two entries it never sent as replicated.
 *
 * If it does not, the refusal carries the request's prevLogIndex, and a hint, so that the leader
 * need not back up entry by entry (end of §5.3): conflictTerm, the term of this server's entry at
 * prevLogIndex, and conflictIndex, the first index of that term in this log. If the log ends before
 * prevLogIndex, there is no conflictTerm, and conflictIndex is lastIndex + 1.
 */
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
  const conflictTerm = state.log.termAt(prevLogIndex);
  if (conflictTerm === undefined) {
    return {term, success: false, prevLogIndex, conflictIndex: state.log.lastIndex + 1};
  }
  let conflictIndex = prevLogIndex;
  while (state.log.termAt(conflictIndex - 1) === conflictTerm) conflictIndex--;
  return {term, success: false, prevLogIndex, conflictTerm, conflictIndex};
}

/**
 * The leader is sent the results of an AppendEntries, perhaps late or twice (§5.3; Figure 2).
 *
 * Results may answer a request of long ago. They count only if this server is the leader of the
 * very term they carry: a server that lost and won again knows nothing from its first time.
 *
 * A success says that the follower equals this log up to results.matchIndex: matchIndex rises to
 * it, if it is news, and nextIndex follows. Neither falls when an older success arrives late.
 *
 * A refusal says that the entry at results.prevLogIndex does not match. If appendEntriesFor would
 * name another entry now, nextIndex has moved since, and the refusal answers an older request:
 * ignore it. Otherwise nextIndex moves back as far as the hint allows (end of §5.3):
 * - This log has entries of conflictTerm before prevLogIndex: to right after the last of them.
 * - It has none, or the refusal carries no conflictTerm: to conflictIndex.
 * - The refusal carries no hint at all, which a follower is free to do: by one.
 * By at least one in any case, but never below matchIndex + 1: what has matched once stays matched.
 *
 * There is no need to send anything: if this changed what is known of the follower, and entries
 * are left, server.ts calls appendEntriesFor right afterwards.
 */
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
  const {prevLogIndex, conflictTerm, conflictIndex = prevLogIndex} = results;
  if (prevLogIndex !== nextIndex - 1) return;

  // Ends at the last entry of conflictTerm here, or just below conflictIndex if there is none.
  let last = prevLogIndex - 1;
  while (last >= conflictIndex && state.log.termAt(last) !== conflictTerm) last--;
  state.nextIndex[from] = Math.max(last, matchIndex) + 1;
}
