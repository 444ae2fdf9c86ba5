/**
 * How long the Go labs sleep, in election timeouts: with T = 500 ms these are Go's own numbers.
 *
 * Read next: 03-leaders.spec.ts; harness/cluster/README.md.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';

/** Go's RaftElectionTimeout, 1000 ms: long enough for an election, if one is due. */
export function electionPause(cluster: TimedCluster): Promise<void> {
  return cluster.runFor(2 * cluster.settings.electionTimeoutMs);
}

/** About 500 ms, which Go's checkOneLeader sleeps before it looks: deposed leaders have heard. */
export function shortPause(cluster: TimedCluster): Promise<void> {
  return cluster.runFor(cluster.settings.electionTimeoutMs);
}
