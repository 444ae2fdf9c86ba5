/**
 * Which entries are committed, and which of them the state machine gets next.
 *
 * Paper: §5.3, §5.4.2; Figure 2, "Rules for Servers".
 * Promises: lastApplied <= commitIndex, neither ever falls, and an index that is committed here
 * holds the same entry on every server that ever commits it (State Machine Safety).
 * Does not: replicate; replication.ts keeps matchIndex, this file only counts with it.
 * Read next: election.ts, lab 5, which makes sure that no leader lacks a committed entry.
 */
import type {CommittedEntry, RaftServer} from '#raft';

/**
 * Moves the leader's commitIndex as far as a majority allows (§5.3, §5.4.2; Figure 2, "Leaders").
 *
 * An entry is committed when it is stored on a majority of the servers. The leader is one of them,
 * though it has no place in matchIndex, and in a cluster of one it is the majority. A majority is
 * more than half: of four servers, three.
 *
 * Only an entry of currentTerm is committed by counting. Earlier ones are committed with it, since
 * they stand before it in the log. Danger (Figure 8): S1, leader of term 4, has its entry of term 2
 * on three servers of five and counts it as committed; S1 crashes, and S5, whose last entry is of
 * term 3, wins the votes of the others; S5 overwrites what S1 has applied already.
 *
 * server.ts calls this while this server leads: after every AppendEntries results, when matchIndex
 * may have risen, and after every entry the leader appends to its own log.
 */
export function advanceCommitIndex(server: RaftServer): void {
  const {state, self, servers} = server;
  const replicated = servers.map(id =>
    id === self ? state.log.lastIndex : state.matchIndex[id] ?? 0);
  replicated.sort((a, b) => b - a);
  // Place 0 is on one server at least, place 1 on two, and so on: this one is on a majority.
  const index = replicated[Math.floor(servers.length / 2)] ?? 0;
  if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {
    state.commitIndex = index;
  }
}

/**
 * A follower learns how far the leader has committed (§5.3; Figure 2, "AppendEntries RPC").
 *
 * leaderCommit came with an AppendEntries that succeeded. lastNewIndex is the last entry which that
 * request vouched for: prevLogIndex and as many more as it carried. What this log holds beyond it
 * may be left over from another leader, so commitIndex does not pass it, however far the leader is.
 * Nor does it ever fall: an old request that arrives late carries an old leaderCommit, and a new
 * one may vouch for less than is known here. Danger: S3 knows that three entries are committed; S1
 * sends it entry 1 alone, with leaderCommit 4; S3 takes the smaller of 4 and 1, and forgets two.
 *
 * server.ts calls this after each AppendEntries that handleAppendEntries answered with success.
 */
export function learnCommitIndex(
  server: RaftServer, leaderCommit: number, lastNewIndex: number,
): void {
  const {state} = server;
  state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));
}

/**
 * Takes the next entry for the state machine: committed, but not applied (§5.3; Figure 2).
 *
 * Returns it with its index, `{index, entry}` (CommittedEntry in harness/raft/committed-entry.ts),
 * or undefined if every committed entry has been taken. An entry counts as applied from the moment
 * it is returned: lastApplied has risen by one when this returns. So if the state machine throws,
 * or causes another input while it works, the next call still goes on with the next entry: none is
 * given twice, and none is left out.
 *
 * server.ts calls this after every input, on every server, until it returns undefined.
 */
export function takeCommitted(server: RaftServer): CommittedEntry | undefined {
  const {state} = server;
  const index = state.lastApplied + 1;
  const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;
  if (entry === undefined) return undefined;
  state.lastApplied = index;
  return {index, entry};
}
