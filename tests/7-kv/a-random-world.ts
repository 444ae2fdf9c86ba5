/**
 * A world in which servers crash wherever it hurts, while the network fails as well.
 *
 * Promises: first a cruel phase, in which only the invariants of harness/checks speak; then a calm
 * one, in which everybody is up and every message arrives: all apply one more command. Each kind of
 * fault can be switched off without moving any other.
 * Read next: a-06-random-worlds.spec.ts.
 */
import type {Effect} from '../../harness/host/box';
import type {ServerId} from '../../harness/raft/messages';
import type {Scene} from '../../harness/scenario';
import type {Chance} from '../../harness/world/chance';
import type {Conditions} from '../../harness/world/network';
import {bringBack, cutOff} from './a-go-labs';

/** The kinds of fault in play here beside those of the network. */
export const FAULTS = [
  'crashes', 'crashes in the middle', 'crashes at a send', 'crashes at a record', 'cuts',
  'pauses', 'drift',
] as const;

type Fault = (scene: Scene, server: ServerId) => void;

const DO: Readonly<Record<typeof FAULTS[number], Fault>> = {
  'crashes': ({cluster}, server) => cluster.crash(server),
  'crashes in the middle': (scene, server) => {
    const effects = scene.chance.between(1, 12);
    crashAfter(scene, server, {effects, of: () => true});
  },
  'crashes at a send': (scene, server) => {
    const effects = scene.chance.between(1, 4);
    crashAfter(scene, server, {effects, of: ({kind}) => kind === 'send'});
  },
  'crashes at a record': (scene, server) => {
    const effects = scene.chance.between(1, 2);
    crashAfter(scene, server, {effects, of: ({kind}) => kind === 'append' || kind === 'rewrite'});
  },
  'cuts': ({cluster}, server) => cutOff(cluster, server),
  'pauses': ({cluster}, server) => cluster.pause(server),
  'drift': ({cluster, chance}, server) =>
    cluster.driftClock(server, {rate: chance.between(80, 125) / 100}),
};

/** Each seed has a network of its own. */
export function drawnConditions(chance: Chance): Partial<Conditions> {
  return {
    lossProbability: chance.pick([0, 0.02, 0.1]),
    duplicationProbability: chance.pick([0, 0.1]),
    reorderingProbability: chance.pick([0, 0.1, 0.2]),
    delayMsMin: 0, delayMsMax: chance.pick([2, 10, 26]), heldMsMin: 20, heldMsMax: 400,
  };
}

/** Rounds of commands, and of a fault or its end. */
export async function cruelPhase(scene: Scene, {rounds}: {readonly rounds: number}): Promise<void> {
  const {cluster, chance} = scene;
  // Each world has a fault that it likes best.
  const liked = chance.pick(FAULTS);
  for (let round = 0; round < rounds; round++) {
    const fault = chance.happens(0.4) ? liked : chance.pick(FAULTS);
    const server = chance.pick(cluster.servers);
    const kind = chance.fraction();
    if (kind < 0.45) {
      if (scene.allows(fault) && canFail(scene, server)) DO[fault](scene, server);
    } else if (kind < 0.8) {
      await mend(scene, server);
    }
    for (const leader of leaders(scene)) await cluster.offer(leader, `${leader} ${round}`);
    await cluster.runFor(chance.between(0, chance.happens(0.2) ? 900 : 60));
  }
}

/** Everybody is up and can talk for good: one more command is applied by all. */
export async function calmPhase(scene: Scene): Promise<void> {
  const {cluster, world} = scene;
  for (const server of cluster.servers) world.crashAfter(server, () => false);
  for (const server of cluster.servers) await mend(scene, server);
  cluster.heal();
  cluster.calm();
  await cluster.one('the last', {servers: cluster.servers.length});
}

interface Point {
  readonly effects: number;
  of(effect: Effect): boolean;
}

/** Crashes a server right after an effect of a kind, the next one or one soon after it. */
function crashAfter({cluster, reached}: Scene, server: ServerId, {effects, of}: Point): void {
  let left = effects;
  cluster.crashAfter(server, effect => {
    if (!of(effect) || --left > 0) return false;
    reached('crash in the middle');
    return true;
  });
}

function canFail({cluster, world}: Scene, server: ServerId): boolean {
  return cluster.view(server).isUp && !world.isPaused(server);
}

/** Whatever is wrong with a server ends; it may crash again while it starts. */
async function mend({cluster, world}: Scene, server: ServerId): Promise<void> {
  if (world.isPaused(server)) await cluster.resume(server);
  if (!cluster.view(server).isUp) await cluster.restart(server);
  if (!cluster.connected.includes(server)) bringBack(cluster, server);
}

/** Every server that takes itself for a leader and can be asked. */
function leaders(scene: Scene): readonly ServerId[] {
  return scene.cluster.servers.filter(server =>
    canFail(scene, server) && scene.cluster.view(server).state.role === 'leader');
}
