/**
 * What must hold with any settings: all bounds are made of them.
 *
 * Paper: §5.2, §5.6.
 * Read next: 08-other-clusters.spec.ts.
 */
import type {Scene} from '../../harness/scenario';
import {REPEAT, SPARE, STAYS} from './because';
import {Candidacies, forbidElections, SLACK_MS} from './candidacies';
import {expectQuick, untilApplied} from './commands';
import {Traffic} from './cost';
import {HeartbeatGaps} from './heartbeats';
import {expectDrawn} from './timeouts';

/** Nobody hears from anybody: everybody stands after T to 2T. Then they find a leader. */
export async function expectTimeouts({cluster}: Scene): Promise<void> {
  cluster.isolate(...cluster.servers);
  const candidacies = new Candidacies(cluster);
  await cluster.runFor(2 * cluster.settings.electionTimeoutMs + SLACK_MS);
  for (const server of cluster.servers) {
    expectDrawn(cluster, {candidacies, server, fromMs: 0, since: 'it started'});
  }
  cluster.heal();
  await cluster.one('first', {servers: cluster.servers.length});
}

/** Heartbeats are as many as they must be, and nobody stands. */
export async function expectCalm(scene: Scene): Promise<void> {
  const {cluster} = scene;
  const {heartbeatIntervalMs, electionTimeoutMs} = cluster.settings;
  await cluster.runFor(2 * electionTimeoutMs);
  const leader = await cluster.checkOneLeader();
  const allow = forbidElections(cluster, STAYS);
  const gaps = new HeartbeatGaps(cluster);
  const traffic = new Traffic(scene);
  await cluster.runFor(40 * heartbeatIntervalMs);

  allow();
  gaps.expectNoneLong(leader);
  const followers = cluster.servers.length - 1;
  traffic.expectAtMost('requests', {
    most: 1.5 * 40 * followers, what: `40 heartbeats to ${followers} followers`, why: SPARE,
    functions: ['timing.leadershipBegan'],
  });
}

/** A command that got lost is sent again when rpcTimeoutMs is over, not long after it. */
export async function expectRepeated({cluster}: Scene): Promise<void> {
  const {heartbeatIntervalMs, rpcTimeoutMs} = cluster.settings;
  const leader = await cluster.checkOneLeader();
  const fromMs = cluster.nowMs;
  cluster.isolate(...cluster.others(leader));
  const {index} = await cluster.submit(leader, 'lost at first');
  await cluster.runFor(Math.min(heartbeatIntervalMs, 12));
  cluster.heal();
  await untilApplied(cluster, leader, {index, withinMs: 10 * rpcTimeoutMs, why: REPEAT});

  expectQuick(cluster, leader, {
    tookMs: cluster.nowMs - fromMs, mostMs: rpcTimeoutMs + 2 * heartbeatIntervalMs,
    what: 'a command that got lost on its first way', why: REPEAT,
    functions: ['timing.entriesAppended', 'timing.leadershipBegan'],
  });
}
