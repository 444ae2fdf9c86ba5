/**
 * A world in which elections are asked for at random while the network and the servers fail.
 *
 * Promises: first a cruel phase, in which only the invariants of harness/checks speak; then a calm
 * one, in which everybody is up and every message arrives: one leader and equal logs must come of
 * it. Each kind of fault can be switched off without moving any other.
 * Read next: 07-random-worlds.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {LabFailure} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import {CALM} from '../../harness/world/network';
import {expectMajorities} from './majorities';

/** The kinds of fault in play here beside those of the network. */
export const FAULTS = ['cuts', 'one-way cuts', 'crashes', 'crashes in the middle'] as const;

type Fault = (scene: Scene, server: ServerId) => void;

const DO: Readonly<Record<typeof FAULTS[number], Fault>> = {
  'cuts': split, 'one-way cuts': cutOneWay, 'crashes': crash,
  'crashes in the middle': crashInTheMiddle,
};

/** Rounds of a fault or its end, of elections, of commands. */
export async function cruelPhase(scene: Scene, {rounds}: {readonly rounds: number}): Promise<void> {
  const {cluster, chance} = scene;
  expectMajorities(cluster);
  for (let round = 0; round < rounds; round++) {
    const fault = chance.pick(FAULTS);
    const server = chance.pick(cluster.servers);
    const kind = chance.fraction();
    if (kind < 0.3 && scene.allows(fault)) DO[fault](scene, server);
    else if (kind < 0.5) cluster.heal();
    else if (kind < 0.7) await restartAll(cluster);

    if (chance.happens(leaders(cluster).length === 0 ? 0.8 : 0.25)) await stand(scene);
    await cluster.runFor(chance.between(0, 10));
    for (const leader of leaders(cluster)) await cluster.offer(leader, `${leader} ${round}`);
    for (const leader of leaders(cluster)) await cluster.replicate(leader);
    await cluster.runFor(chance.between(0, 10));
  }
}

/** Heals everything for good; from here on somebody must win, and all logs become equal. */
export async function calmPhase({cluster, world, chance}: Scene): Promise<void> {
  cluster.heal();
  await restartAll(cluster);
  world.network.conditions = CALM;
  for (const server of cluster.servers) world.crashAfter(server, () => false);
  await cluster.deliver();

  const leader = await leadAnybody(cluster, chance.shuffle(cluster.servers));

  await cluster.checkOneLeader();
  cluster.checkTerm();
  cluster.expectSameLogs(leader, cluster.servers);
  const {length} = cluster.view(leader).log;
  for (const server of cluster.servers) cluster.expectCommitIndex(server, length);
}

/**
 * Lets servers stand in turn until one leads and is still the leader after it has told everybody.
 * A candidate may be behind in its term (then it learns the term) or in its log (then it cannot
 * win); but some log is as good as any, and its server wins the third time at the latest.
 */
async function leadAnybody(cluster: Cluster, order: readonly ServerId[]): Promise<ServerId> {
  const isLeader = (server: ServerId): boolean => cluster.view(server).state.role === 'leader';
  for (const server of [...order, ...order, ...order]) {
    await cluster.startElection(server);
    await cluster.deliver();
    if (!isLeader(server)) continue;
    await cluster.submit(server, 'the last command');
    for (let round = 0; round < 3; round++) await cluster.replicateAndDeliver(server);
    if (isLeader(server)) return server;
  }
  throw new LabFailure({
    kind: 'progress',
    claim: `No leader that stays within ${cluster.nowMs}ms of virtual time.`,
    why: {
      source: '§5.2, §5.4.1',
      text: 'Every server is up, every message arrives, and each server has stood three times, ' +
        'one after the other. The one with the most up-to-date log can have every vote.',
    },
  });
}

/** Every server that takes itself for a leader: a deposed one may not know it yet. */
function leaders(cluster: Cluster): readonly ServerId[] {
  return cluster.servers.filter(server => {
    const {isUp, state} = cluster.view(server);
    return isUp && state.role === 'leader';
  });
}

/**
 * One or two servers stand at once. Half the time they are candidates that have not won, as a
 * clock would have it.
 */
async function stand({cluster, chance}: Scene): Promise<void> {
  const up = cluster.servers.filter(server => cluster.view(server).isUp);
  const waiting = up.filter(server => cluster.view(server).state.role === 'candidate');
  const from = chance.happens(0.5) && waiting.length > 0 ? waiting : up;
  for (const server of chance.shuffle(from).slice(0, chance.between(1, 2))) {
    if (cluster.view(server).isUp) await cluster.startElection(server);
  }
}

function split({cluster, chance}: Scene): void {
  const order = chance.shuffle(cluster.servers);
  const size = chance.between(1, order.length - 1);
  cluster.partition(order.slice(0, size), order.slice(size));
}

function cutOneWay({cluster, chance}: Scene, server: ServerId): void {
  cluster.cutOneWay(server, chance.pick(cluster.others(server)));
}

function crash({cluster}: Scene, server: ServerId): void {
  if (cluster.view(server).isUp) cluster.crash(server);
}

/** Of the next inputs' effects the first few happen, and the rest never does. */
function crashInTheMiddle({cluster, chance, reached}: Scene, server: ServerId): void {
  if (!cluster.view(server).isUp) return;
  let left = chance.between(1, 6);
  cluster.crashAfter(server, () => {
    left--;
    if (left === 0) reached('crash in the middle');
    return left === 0;
  });
}

async function restartAll(cluster: Cluster): Promise<void> {
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
}
