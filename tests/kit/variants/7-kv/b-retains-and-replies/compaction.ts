/**
 * Figure 13 to the letter: with the snapshot's last entry in its log, a follower keeps the log as it
 * is, replies, and lets the next AppendEntries tell it what is committed. A snapshot of an earlier
 * term is ignored.
 */
import type {
  InstallSnapshotArguments, InstallSnapshotResults, Json, RaftServer, ServerId,
} from '#raft';
import {becomeFollower, observeTerm} from '#solution/terms';

export function takeSnapshot(server: RaftServer, index: number, data: Json): void {
  const {state} = server;
  const lastIncludedTerm = state.log.termAt(index);
  if (index <= state.log.lastIncludedIndex || index > state.lastApplied) return;
  if (lastIncludedTerm === undefined) return;
  state.log.discardThrough(index);
  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm, data};
}

export function installSnapshotFor(
  server: RaftServer, follower: ServerId,
): InstallSnapshotArguments | undefined {
  const {currentTerm, snapshot, nextIndex} = server.state;
  if (snapshot === null || (nextIndex[follower] ?? 0) > snapshot.lastIncludedIndex) {
    return undefined;
  }
  return {term: currentTerm, leaderId: server.self, ...snapshot};
}

export function handleInstallSnapshot(
  server: RaftServer, request: InstallSnapshotArguments,
): InstallSnapshotResults | undefined {
  const {state} = server;
  const {term, leaderId, lastIncludedIndex, lastIncludedTerm, data} = request;
  observeTerm(server, term);
  if (term < state.currentTerm) return undefined;

  if (state.role !== 'follower') becomeFollower(server, term);
  state.leaderId = leaderId;
  server.resetElectionTimer();

  // Figure 13, step 6: retain and reply.
  const isHeld = state.log.termAt(lastIncludedIndex) === lastIncludedTerm;
  if (!isHeld && lastIncludedIndex > state.commitIndex) {
    state.log.resetTo(lastIncludedIndex, lastIncludedTerm);
    state.snapshot = {lastIncludedIndex, lastIncludedTerm, data};
    state.commitIndex = state.lastApplied = lastIncludedIndex;
  }
  return {term, lastIncludedIndex};
}

export function receiveInstallSnapshotResults(
  server: RaftServer, from: ServerId, results: InstallSnapshotResults,
): void {
  const {state} = server;
  observeTerm(server, results.term);
  if (state.role !== 'leader' || results.term !== state.currentTerm) return;
  const {lastIncludedIndex} = results;
  state.matchIndex[from] = Math.max(state.matchIndex[from] ?? 0, lastIncludedIndex);
  state.nextIndex[from] = Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex + 1);
}
