/**
 * A correct lab 4 that walks back from the end of the log, and fetches entries in batches.
 *
 * Paper: §5.3, §5.4.2; Figure 2, "Rules for Servers".
 * Differs: stops at the first entry of an earlier term, since terms never rise on the way back;
 * keeps the entries it has yet to hand over in a queue per server.
 */
import type {CommittedEntry, RaftServer} from '#raft';

const queues = new WeakMap<RaftServer, CommittedEntry[]>();

export function advanceCommitIndex(server: RaftServer): void {
  const {state} = server;
  let n = state.log.lastIndex;
  while (n > state.commitIndex && state.log.termAt(n) === state.currentTerm) {
    if (isOnMajority(server, n)) {
      state.commitIndex = n;
      return;
    }
    n -= 1;
  }
}

export function learnCommitIndex(
  server: RaftServer, leaderCommit: number, lastNewIndex: number,
): void {
  const {state} = server;
  if (leaderCommit > state.commitIndex && lastNewIndex > state.commitIndex) {
    state.commitIndex = Math.min(leaderCommit, lastNewIndex);
  }
}

export function takeCommitted(server: RaftServer): CommittedEntry | undefined {
  const {state} = server;
  let queue = queues.get(server) ?? [];
  if (queue.length === 0) {
    queue = state.log.entriesFrom(state.lastApplied + 1)
      .slice(0, state.commitIndex - state.lastApplied)
      .map((entry, n) => ({index: state.lastApplied + 1 + n, entry}));
    queues.set(server, queue);
  }
  const next = queue.shift();
  if (next !== undefined) state.lastApplied = next.index;
  return next;
}

function isOnMajority({self, servers, state}: RaftServer, index: number): boolean {
  const holders = servers.filter(id =>
    id === self || (state.matchIndex[id] ?? 0) >= index);
  return holders.length >= Math.floor(servers.length / 2) + 1;
}
