/**
 * Stands in for skeleton/compaction.ts in labs 3 to 6: logs are kept whole.
 *
 * Paper: §7.
 * Given. You need not change this file.
 */
import type {
  InstallSnapshotArguments, InstallSnapshotResults, Json, RaftServer, ServerId,
} from '#raft';

export function takeSnapshot(_server: RaftServer, _index: number, _data: Json): void {}

export function installSnapshotFor(
  _server: RaftServer, _follower: ServerId,
): InstallSnapshotArguments | undefined {
  return undefined;
}

export function handleInstallSnapshot(
  _server: RaftServer, _request: InstallSnapshotArguments,
): InstallSnapshotResults | undefined {
  return undefined;
}

export function receiveInstallSnapshotResults(
  _server: RaftServer, _from: ServerId, _results: InstallSnapshotResults,
): void {}
