/**
 * The log keeps the last entry that the snapshot covers: a follower that lacks only this one needs
 * no snapshot. So the log begins one entry before the snapshot's end, and the disk remembers both.
 */
import type {
  InstallSnapshotArguments, InstallSnapshotResults, Json, RaftServer, ServerId,
} from '#raft';
import {becomeFollower, observeTerm} from '#solution/terms';

export function takeSnapshot(server: RaftServer, index: number, data: Json): void {
  const {state} = server;
  const lastIncludedTerm = state.log.termAt(index);
  if (index <= (state.snapshot?.lastIncludedIndex ?? 0) || index > state.lastApplied) return;
  if (lastIncludedTerm === undefined) return;
  keepFrom(server, index);
  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm, data};
}

export function installSnapshotFor(
  server: RaftServer, follower: ServerId,
): InstallSnapshotArguments | undefined {
  const {currentTerm, snapshot, nextIndex, log} = server.state;
  if (snapshot === null || (nextIndex[follower] ?? 0) > log.lastIncludedIndex) {
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
  if (term < state.currentTerm) return {term: state.currentTerm, lastIncludedIndex: 0};

  if (state.role !== 'follower') becomeFollower(server, term);
  state.leaderId = leaderId;
  server.resetElectionTimer();

  if (lastIncludedIndex > state.commitIndex) {
    if (state.log.termAt(lastIncludedIndex) === lastIncludedTerm) {
      keepFrom(server, lastIncludedIndex);
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

/** The log begins with the snapshot's last entry, where it has it. */
function keepFrom({state: {log}}: RaftServer, index: number): void {
  if (index - 1 > log.lastIncludedIndex) log.discardThrough(index - 1);
}
