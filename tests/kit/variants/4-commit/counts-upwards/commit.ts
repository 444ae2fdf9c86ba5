/**
 * A correct lab 4 in Figure 2's own words: is there an N, and a majority of matchIndex[i] >= N?
 *
 * Paper: §5.3, §5.4.2; Figure 2, "Rules for Servers".
 * Differs: tries every N from commitIndex + 1 upwards and remembers the last that will do; writes
 * commitIndex once for each N; the follower's rule is spelled out in two steps.
 */
import type {CommittedEntry, RaftServer} from '#raft';

export function advanceCommitIndex(server: RaftServer): void {
  const {state, servers} = server;
  for (let n = state.commitIndex + 1; n <= state.log.lastIndex; n++) {
    let holders = 1;
    for (const follower of Object.keys(state.matchIndex)) {
      if ((state.matchIndex[follower] ?? 0) >= n) holders += 1;
    }
    const isMajority = 2 * holders > servers.length;
    if (isMajority && state.log.entryAt(n)?.term === state.currentTerm) state.commitIndex = n;
  }
}

export function learnCommitIndex(
  server: RaftServer, leaderCommit: number, lastNewIndex: number,
): void {
  const {state} = server;
  const index = leaderCommit < lastNewIndex ? leaderCommit : lastNewIndex;
  if (index <= state.commitIndex) return;
  state.commitIndex = index;
}

export function takeCommitted({state}: RaftServer): CommittedEntry | undefined {
  if (state.lastApplied >= state.commitIndex) return undefined;
  state.lastApplied += 1;
  const [entry] = state.log.entriesFrom(state.lastApplied);
  return entry === undefined ? undefined : {index: state.lastApplied, entry};
}
