/**
 * A world in which everything goes wrong for a while, and then a majority is left in peace.
 *
 * Promises: first a cruel phase, in which only the invariants of harness/checks speak, and those of
 * every read; then a majority can talk for good, in a calm network, and agrees on a command within
 * the Go labs' 10 s; then everybody is back, and all logs become equal. Each kind of fault can be
 * switched off without moving any other.
 * Read next: 09-random-worlds.spec.ts.
 */
import type {ServerId} from '../../harness/raft/messages';
import type {Scene} from '../../harness/scenario';
import {readAt} from './reads';

/** The kinds of fault in play here beside those of the network. */
export const FAULTS = [
  'cuts', 'one-way cuts', 'crashes', 'crashes in the middle', 'pauses', 'late answers',
] as const;

type Fault = typeof FAULTS[number];

const DO: Readonly<Record<Fault, (scene: Scene, server: ServerId) => void>> = {
  'cuts': split,
  'one-way cuts': ({cluster, chance}, server) =>
    cluster.cutOneWay(server, chance.pick(cluster.others(server))),
  'crashes': ({cluster}, server) => {
    if (cluster.view(server).isUp) cluster.crash(server);
  },
  'crashes in the middle': crashInTheMiddle,
  'pauses': ({cluster, world}, server) => {
    if (cluster.view(server).isUp && !world.isPaused(server)) cluster.pause(server);
  },
  'late answers': ({cluster, chance}, server) =>
    cluster.answerLate(server, chance.pick([0, 300, 7_000])),
};

/** Clocks that are up to a tenth wrong, for as long as the world goes on. */
export function drift({cluster, chance, allows}: Scene): void {
  for (const server of cluster.servers) {
    const rate = chance.between(900, 1_100) / 1_000;
    if (allows('drift')) cluster.driftClock(server, {rate});
  }
}

/** Rounds of a fault or the end of all of them, of commands, of reads. */
export async function cruelPhase(scene: Scene, {rounds}: {readonly rounds: number}): Promise<void> {
  const {cluster, chance} = scene;
  // Swarm: each seed has its own taste.
  const tastes = FAULTS.map(fault => ({fault, weight: chance.fraction()}));
  for (let round = 0; round < rounds; round++) {
    const anybody = chance.pick(cluster.servers);
    const leader = cluster.leader();
    const server = leader !== null && chance.happens(0.5) ? leader : anybody;
    const fault = pickWeighted(scene, tastes);
    const kind = chance.fraction();
    if (kind < 0.4) await recover(scene);
    else if (kind < 0.9 && scene.allows(fault)) DO[fault](scene, server);
    await askAll(scene, round);
    // Time for an election, or for a few messages only.
    await cluster.runFor(chance.happens(0.5) ? chance.between(400, 1_200) : chance.between(0, 60));
  }
}

/** A majority is left in peace for good, then everybody. */
export async function livelyPhase(scene: Scene): Promise<void> {
  const {cluster, world, chance} = scene;
  const majority = chance.shuffle(cluster.servers)
    .slice(0, Math.floor(cluster.servers.length / 2) + 1);
  for (const server of cluster.servers) world.crashAfter(server, () => false);
  await recover(scene);
  cluster.calm();
  cluster.partition(majority);
  await cluster.one('the majority agrees', {servers: majority.length});
  await readAt(cluster, await cluster.checkOneLeader());

  cluster.heal();
  await cluster.one('everybody agrees', {servers: cluster.servers.length});
  const leader = await cluster.checkOneLeader();
  await readAt(cluster, leader);
  cluster.expectSameLogs(leader, cluster.servers);
}

/** Every server that takes itself for a leader is given a command, and one server is read. */
async function askAll(scene: Scene, round: number): Promise<void> {
  const {cluster, world, chance} = scene;
  const able = cluster.servers.filter(id => cluster.view(id).isUp && !world.isPaused(id));
  const leaders = able.filter(id => cluster.view(id).state.role === 'leader');
  for (const leader of leaders) await cluster.offer(leader, `${leader} ${round}`);
  const [read] = chance.shuffle(leaders.length > 0 ? leaders : able);
  if (read !== undefined && cluster.view(read).isUp) cluster.beginRead(read);
}

function pickWeighted(
  {chance}: Scene, tastes: readonly {readonly fault: Fault; readonly weight: number}[],
): Fault {
  let left = chance.fraction() * tastes.reduce((sum, {weight}) => sum + weight, 0);
  return tastes.find(({weight}) => (left -= weight) <= 0)?.fault ?? 'cuts';
}

/** Half the time the server is alone; or two groups, drawn at random. */
function split({cluster, chance}: Scene, server: ServerId): void {
  if (chance.happens(0.5)) return cluster.isolate(server);
  const order = chance.shuffle(cluster.servers);
  const size = chance.between(1, order.length - 1);
  cluster.partition(order.slice(0, size), order.slice(size));
}

/** Of the next inputs' effects the first few happen, and the rest never does. */
function crashInTheMiddle({cluster, chance}: Scene, server: ServerId): void {
  if (!cluster.view(server).isUp) return;
  let left = chance.between(1, 6);
  cluster.crashAfter(server, () => --left === 0);
}

/** All links are healed, who is down starts again, who is paused goes on. */
async function recover({cluster, world}: Scene): Promise<void> {
  cluster.heal();
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
  const paused = cluster.servers.filter(server => world.isPaused(server));
  if (paused.length > 0) await cluster.resume(...paused);
}
