/**
 * Lets one server stand for election long before all the others would.
 *
 * Promises: the clocks of the others are slow, so their timers run five times as long; nothing else
 * is different about them. A leader among them sends its heartbeats as much later.
 * Read next: 05-cost.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {ServerId} from '../../harness/raft/messages';

export function favour(cluster: TimedCluster, favourite: ServerId): void {
  for (const server of cluster.servers) {
    cluster.driftClock(server, {rate: server === favourite ? 1 : 0.2});
  }
}

/** All clocks are right again. */
export function favourNobody(cluster: TimedCluster): void {
  for (const server of cluster.servers) cluster.driftClock(server, {rate: 1});
}
