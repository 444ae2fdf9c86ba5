/**
 * A world of short logs: a snapshot after every few entries, while network and servers fail.
 *
 * Promises: first a cruel phase, in which only the invariants of harness/checks speak; then a calm
 * one, in which everybody is up and every message arrives: all must apply one more command. Each
 * kind of fault can be switched off without moving any other.
 * Read next: b-09-random-worlds.spec.ts.
 */
import type {Scene} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import type {Chance} from '../../harness/world/chance';
import type {Conditions} from '../../harness/world/network';

/** The kinds of fault in play here beside those of the network. */
export const FAULTS = [
  'cuts', 'one-way cuts', 'crashes', 'crashes in the middle', 'crashes over a snapshot', 'pauses',
] as const;

type Fault = (scene: Scene, server: ServerId) => void | Promise<void>;

const DO: Readonly<Record<typeof FAULTS[number], Fault>> = {
  'cuts': cut, 'one-way cuts': cutOneWay, 'crashes': crash,
  'crashes in the middle': crashInTheMiddle, 'crashes over a snapshot': crashOverSnapshot,
  'pauses': pause,
};

const ROUND_MS_MOST = 120;
const COMMANDS_MOST = 4;

/** Each seed has a network of its own. */
export function drawnConditions(chance: Chance): Partial<Conditions> {
  return {
    lossProbability: chance.pick([0, 0.05, 0.15]),
    duplicationProbability: chance.pick([0, 0.1, 0.2]),
    reorderingProbability: chance.pick([0, 0.1, 0.2]),
    delayMsMin: 0, delayMsMax: chance.pick([2, 26, 60]), heldMsMin: 50, heldMsMax: 600,
  };
}

/** Rounds of commands, and of a fault or its end. */
export async function cruelPhase(scene: Scene, {rounds}: {readonly rounds: number}): Promise<void> {
  const {cluster, chance} = scene;
  await cluster.checkOneLeader();
  for (let round = 0; round < rounds; round++) {
    const fault = chance.pick(FAULTS);
    const server = chance.pick(cluster.servers);
    const kind = chance.fraction();
    if (kind < 0.35 && scene.allows(fault)) await DO[fault](scene, server);
    else if (kind < 0.5) cluster.heal();
    else if (kind < 0.7) await wakeAll(scene);

    const count = chance.between(0, COMMANDS_MOST);
    for (let n = 0; n < count; n++) {
      for (const leader of leaders(scene)) await cluster.offer(leader, `${leader} ${round}.${n}`);
    }
    await cluster.runFor(chance.between(0, ROUND_MS_MOST));
  }
}

/** Everybody is up and can talk for good: one more command is applied by all. */
export async function calmPhase(scene: Scene): Promise<void> {
  const {cluster, world} = scene;
  for (const server of cluster.servers) world.crashAfter(server, () => false);
  await wakeAll(scene);
  cluster.heal();
  cluster.calm();
  await cluster.one('the last', {servers: cluster.servers.length});
}

/** Every server that takes itself for a leader and can be asked. */
function leaders({cluster, world}: Scene): readonly ServerId[] {
  return cluster.servers.filter(server => {
    const {isUp, state} = cluster.view(server);
    return isUp && !world.isPaused(server) && state.role === 'leader';
  });
}

function cut({cluster, chance}: Scene): void {
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
  let left = chance.between(1, 10);
  cluster.crashAfter(server, () => {
    left--;
    if (left === 0) reached('crash in the middle');
    return left === 0;
  });
}

/** It says that it has a new snapshot, and crashes at once, or when its disk has it. */
function crashOverSnapshot({cluster, chance, reached}: Scene, server: ServerId): void {
  if (!cluster.view(server).isUp) return;
  const isSaved = chance.happens(0.5);
  let hasOne = false;
  cluster.crashAfter(server, effect => {
    hasOne ||= effect.kind === 'changed' && effect.fields.includes('lastIncludedIndex');
    const isNow = hasOne && (!isSaved || effect.kind === 'rewrite' || effect.kind === 'sync');
    if (isNow) reached('crash over a snapshot');
    return isNow;
  });
}

function pause({cluster, world}: Scene, server: ServerId): void {
  if (cluster.view(server).isUp && !world.isPaused(server)) cluster.pause(server);
}

/** Crashed servers start again, paused ones go on. */
async function wakeAll({cluster, world}: Scene): Promise<void> {
  for (const server of cluster.servers) {
    if (world.isPaused(server)) await cluster.resume(server);
  }
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
}
