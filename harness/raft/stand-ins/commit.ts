/**
 * Stands in for skeleton/commit.ts in lab 3: nothing is ever committed.
 *
 * Paper: §5.3, "committed".
 * Given. You need not change this file.
 */
import type {CommittedEntry, RaftServer} from '#raft';

export function advanceCommitIndex(_server: RaftServer): void {}

export function learnCommitIndex(
  _server: RaftServer, _leaderCommit: number, _lastNewIndex: number,
): void {}

export function takeCommitted(_server: RaftServer): CommittedEntry | undefined {
  return undefined;
}
