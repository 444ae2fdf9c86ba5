/**
 * An eager leader: it takes a snapshot that has left for one that has arrived, and sends the entries
 * behind it without waiting. If it was lost, the consistency check says so.
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
  // The snapshot is on its way: what follows it may follow at once. A refusal brings it back.
  nextIndex[follower] = snapshot.lastIncludedIndex + 1;
  return {term: currentTerm, leaderId: server.self, ...snapshot};
}

export function handleInstallSnapshot(
  server: RaftServer, request: InstallSnapshotArguments,
): InstallSnapshotResults | undefined {
  const {state} = server;
  const {term, leaderId, lastIncludedIndex, lastIncludedTerm, data} = request;
  observeTerm(server, term);
  if (term < state.currentTerm) return {term: state.currentTerm, lastIncludedIndex: 0};

  if (state.role !== 'follower') becomeFollower(server, term);
  state.leaderId = leaderId;
  server.resetElectionTimer();

  if (lastIncludedIndex > state.commitIndex) {
    if (state.log.termAt(lastIncludedIndex) === lastIncludedTerm) {
      state.log.discardThrough(lastIncludedIndex);
    } else {
      state.log.resetTo(lastIncludedIndex, lastIncludedTerm);
    }
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
