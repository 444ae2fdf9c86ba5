/**
 * Snapshots: the state machine's state instead of the log that led to it.
 *
 * Paper: §7, Figure 13. The snapshot travels in one message, without `offset` and `done`.
 * Promises: the log stays short however long the cluster runs, and no entry that is committed or
 * acknowledged is lost by it: it is in the snapshot, or still in the log.
 * Does not: say when. The service on top does, and hands over its state.
 * Read next: kv-store.ts, lab 7c; discardThrough and resetTo in log.ts belong to this lab.
 */
import type {
  InstallSnapshotArguments, InstallSnapshotResults, Json, RaftServer, ServerId,
} from '#raft';
import {becomeFollower, observeTerm} from '#solution/terms';

/**
 * The service hands over its state after the entry at `index`: the log may forget all up to there
 * (§7).
 *
 * It becomes state.snapshot, and the log begins behind it (your discardThrough of lab 1). The
 * service may call this while it is being given that very entry, or much later. A snapshot that is
 * no later than the one this server has is of no use, and one of entries that were never given to
 * the service cannot be: both change nothing.
 *
 * Your Persistence learns of it as `changes.snapshot` when the input is over.
 */
export function takeSnapshot(server: RaftServer, index: number, data: Json): void {
  const {state} = server;
  const lastIncludedTerm = state.log.termAt(index);
  if (index <= state.log.lastIncludedIndex || index > state.lastApplied) return;
  if (lastIncludedTerm === undefined) return;
  state.log.discardThrough(index);
  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm, data};
}

/**
 * The InstallSnapshot that `follower` needs, or undefined if AppendEntries will do (§7, Figure 13).
 *
 * A follower needs it if the entry at its nextIndex is no longer in this leader's log. server.ts
 * asks only then, and sends your appendEntriesFor in all other cases.
 */
export function installSnapshotFor(
  server: RaftServer, follower: ServerId,
): InstallSnapshotArguments | undefined {
  const {currentTerm, snapshot, nextIndex} = server.state;
  if (snapshot === null || (nextIndex[follower] ?? 0) > snapshot.lastIncludedIndex) {
    return undefined;
  }
  return {term: currentTerm, leaderId: server.self, ...snapshot};
}

/**
 * A follower is sent a snapshot (§7; Figure 13, receiver).
 *
 * As with AppendEntries, a request of an earlier term is refused or ignored, and any other comes
 * from the leader of currentTerm: this server is its follower, and starts its election timer
 * afresh. A refusal carries currentTerm and lastIncludedIndex 0. Danger: S1 sends a snapshot up to
 * 8 in term 1, loses an election, and leads again in term 3; the snapshot arrives now, and S2, in
 * term 3 too, refuses it with term 3 and index 8; S1 counts S2, which has none of these entries,
 * for all eight.
 *
 * Then there are three cases:
 * - This server knows all entries up to lastIncludedIndex to be committed: it needs nothing. It
 *   has, or will get, from its own log what the snapshot holds. Nothing goes back to an older
 *   state.
 * - Its log has the entry at lastIncludedIndex, of lastIncludedTerm: what follows it stays, and is
 *   still good. Danger: S2 has acknowledged entry 8; a snapshot up to 5, sent long ago, arrives; S2
 *   throws its whole log away; S1 has counted S2 for entry 8, which is now nowhere but on S1.
 * - Anything else: the whole log goes (resetTo of lab 1).
 * In the last two the snapshot is now this server's own, and what it holds is committed and
 * applied: commitIndex and lastApplied move to lastIncludedIndex. server.ts hands it to the
 * service.
 *
 * In all three, results carry currentTerm and the lastIncludedIndex of the request, so that the
 * leader knows what was answered.
 */
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

/**
 * The leader is sent the results of an InstallSnapshot, perhaps late or twice (§7).
 *
 * They count as results of AppendEntries do: only for the leader of the term they carry. The
 * follower now equals this log up to results.lastIncludedIndex, so matchIndex and nextIndex rise to
 * it, if that is news, and never fall.
 */
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
