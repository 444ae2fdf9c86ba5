/**
 * Random worlds of five servers in which everything goes wrong: for comparing hosts, not for Raft.
 *
 * Read next: one-trace.spec.ts.
 */
import type {
  ScenarioDefinition, ScenarioOptions, Scene,
} from '../../../harness/scenario/definition';

const ROUNDS = 80;

/** A scenario that no lab has. */
export function chaosOf(
  lab: number, round: (scene: Scene) => Promise<void>, more: Partial<ScenarioOptions> = {},
): ScenarioDefinition {
  return {
    lab, labName: 'any', section: '§5', group: 'chaos', title: 'chaos', name: 'chaos', points: 1,
    seeds: [1],
    options: {
      points: 1, servers: 5,
      conditions: {
        lossProbability: 0.1, duplicationProbability: 0.1, reorderingProbability: 0.1,
        delayMsMin: 0, delayMsMax: 26, heldMsMin: 20, heldMsMax: 200, distribution: 'long tail',
      },
      ...more,
    },
    body: async scene => {
      if (lab < 5) await scene.cluster.appoint('S1', {term: 1});
      for (let n = 0; n < ROUNDS; n++) {
        await round(scene);
        await scene.cluster.runFor(scene.chance.between(0, 30));
      }
    },
  };
}

/** S1 leads for ever; followers come and go, and so do links. */
export async function roundUnderOneLeader(scene: Scene): Promise<void> {
  const {cluster, chance} = scene;
  const follower = chance.pick(cluster.others('S1'));
  switch (chance.between(0, 6)) {
    case 0:
      cluster.cutOneWay(chance.pick(cluster.servers), follower);
      return;
    case 1:
      cluster.heal();
      return;
    case 2:
      await crashOrRestart(scene, follower);
      return;
    default:
      await cluster.submit('S1', {by: 'S1', 'at\u2028': chance.between(0, 9)});
      await cluster.replicate('S1');
  }
}

/** Anybody may stand, and anybody may crash in the middle of anything. */
export async function roundOfElections(scene: Scene): Promise<void> {
  const {cluster, chance} = scene;
  const server = chance.pick(cluster.servers);
  switch (chance.between(0, 7)) {
    case 0:
      cluster.partition(...[chance.shuffle(cluster.servers)].map(all => all.slice(0, 3)));
      return;
    case 1:
    case 2:
      cluster.heal();
      return;
    case 3:
      await crashOrRestart(scene, server);
      return;
    case 4:
      return standIfUp(scene, server);
    default: {
      const leader = cluster.leader();
      if (leader === null) return standIfUp(scene, server);
      await cluster.offer(leader, 'x');
      if (cluster.view(leader).isUp) await cluster.replicate(leader);
    }
  }
}

/** Servers with clocks of their own, and clients if there are any: only faults come from here. */
export async function roundOfFaults(scene: Scene): Promise<void> {
  const {cluster, clients, chance} = scene;
  const server = chance.pick(cluster.servers);
  switch (chance.between(0, 7)) {
    case 0:
      cluster.partition(chance.shuffle(cluster.servers).slice(0, 3));
      break;
    case 1:
      cluster.heal();
      break;
    case 2:
      await crashOrRestart(scene, server);
      break;
    case 3:
      cluster.driftClock(server, {rate: 1 + chance.between(-10, 10) / 100});
      break;
    default:
      if (clients.names.length === 0) await cluster.offerToAnybody({at: cluster.nowMs});
  }
  for (const client of clients.names) {
    if (clients.isIdle(client)) clients.begin(client, {op: 'append', key: 'x', value: client});
  }
  await cluster.runFor(chance.between(0, 150));
}

async function standIfUp({cluster}: Scene, server: string): Promise<void> {
  if (cluster.view(server).isUp) await cluster.startElection(server);
}

/** A running server crashes, now or after a few effects; one that is down comes back. */
async function crashOrRestart({cluster, chance}: Scene, server: string): Promise<void> {
  if (!cluster.view(server).isUp) return cluster.restart(server);
  let left = chance.between(0, 6);
  if (left === 0) cluster.crash(server);
  else cluster.crashAfter(server, () => --left <= 0);
}
