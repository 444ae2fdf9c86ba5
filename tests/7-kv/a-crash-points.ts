/**
 * A crash after every single effect: the seed says after which.
 *
 * Promises: until the crash every seed sees the same story, so seed k crashes the server that has
 * the k-th effect of all servers, right after that effect, and a replay token brings the very point
 * back. Elections are asked for, and over before any timer can fire.
 * Read next: a-05-crash-points.spec.ts, the stories.
 */
import type {Effect} from '../../harness/host/box';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import type {TimedCluster} from '../../harness/cluster/timed-cluster';

/** The goal that tells that the seeds have come to the end: in one of them nobody crashed. */
export const BEYOND_THE_END = 'run without a crash';

/** A crash after one of these is like one before it, and how many there are is free. */
const NOT_COUNTED: readonly Effect['kind'][] = ['arm', 'log'];

/** Every message and its answer have arrived by then, and no heartbeat is due yet. */
const ROUND_MS = 10;

export type Act = (cluster: TimedCluster) => Promise<void>;

export interface Story {
  /** What comes before: nobody crashes. */
  readonly before?: Act;
  /** Somewhere in this a server crashes. Its acts pass over servers that are down. */
  readonly crashIn: Act;
  /** The server has started again. `crashed` is the one, or who is named by the story. */
  readonly then?: (cluster: TimedCluster, crashed: ServerId) => Promise<void>;
  /** Whom `then` is about if nobody crashed. */
  readonly else?: ServerId;
}

/** After what a server may crash, and how many such points there may be in a story. */
export interface Points {
  readonly after: 'effect' | 'unsynced record';
  /** With fewer seeds some point would be missed, so nobody may have as many. */
  readonly fewerThan: number;
}

/** Plays a story; in the end everybody is up, can reach everybody, and agrees once more. */
export async function crashAtSeed(scene: Scene, story: Story, points: Points): Promise<void> {
  const {cluster, world, seed} = scene;
  await story.before?.(cluster);

  const counted: Effect['kind'][] = [];
  world.act(`crash after ${points.after} ${seed} from here on`);
  for (const server of cluster.servers) {
    const counts = points.after === 'effect' ? isSeen : leavesUnsynced();
    world.crashAfter(server, effect => counts(effect) && counted.push(effect.kind) === seed);
  }
  await story.crashIn(cluster);
  for (const server of cluster.servers) world.crashAfter(server, () => false);
  if (counted.length < seed) scene.reached(BEYOND_THE_END);
  if (counted.length >= points.fewerThan) tooMany(counted, points);

  const crashed = cluster.servers.find(server => !cluster.view(server).isUp);
  if (crashed !== undefined) await cluster.restart(crashed);
  await story.then?.(cluster, crashed ?? story.else ?? 'S1');

  cluster.heal();
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
  await cluster.one('in the end', {servers: cluster.servers.length});
}

function tooMany(counted: readonly Effect['kind'][], {fewerThan}: Points): never {
  const of = (kind: Effect['kind']): number => counted.filter(one => one === kind).length;
  throw new LabFailure({
    kind: 'cost',
    claim: `Too many effects: ${counted.length} and perhaps more, at most ${fewerThan - 1} ` +
      'allowed for what all servers do in this story.',
    facts: [{
      who: 'all', what: `${of('send')} messages, ${of('append')} records, ${of('sync')} syncs, ` +
        `${of('rewrite')} rewrites`,
    }],
    why: {
      source: '§5.1; Figure 2, "State"',
      text: 'Only what has changed must be saved. Here somebody crashes after each effect in ' +
        'turn, and that takes as many worlds as there are effects.',
    },
    functions: ['persistence.answer'],
  });
}

function isSeen({kind}: Effect): boolean {
  return !NOT_COUNTED.includes(kind);
}

/** Says of the effects of one server, in order, after which of them its disk has work to do. */
function leavesUnsynced(): (effect: Effect) => boolean {
  let isSynced = true;
  return effect => {
    const {kind} = effect;
    if (kind === 'append') isSynced = false;
    if (kind === 'sync' || kind === 'rewrite') isSynced = true;
    return !isSynced && isSeen(effect);
  };
}

/** A server stands for election, if it is up, and whoever can hear it has answered. */
export function stands(server: ServerId): Act {
  return async cluster => {
    if (!cluster.view(server).isUp) return;
    await cluster.startElection(server);
    await cluster.runFor(ROUND_MS);
  };
}

/** A leader is given commands, if it is up and leads, and its followers have answered. */
export function submits(server: ServerId, ...commands: readonly string[]): Act {
  return async cluster => {
    for (const command of commands) {
      if (cluster.view(server).isUp) await cluster.offer(server, command);
    }
    await cluster.runFor(ROUND_MS);
  };
}

/** A leader, if it is up, sends a server what it lacks, as often as it takes to agree on it. */
export function replicates(leader: ServerId, to: ServerId): Act {
  return async cluster => {
    for (let round = 0; round < 3; round++) {
      if (cluster.view(leader).isUp) await cluster.replicate(leader, to);
      await cluster.runFor(ROUND_MS);
    }
  };
}

export function inTurn(...acts: readonly Act[]): Act {
  return async cluster => {
    for (const act of acts) await act(cluster);
  };
}

/** Acts that take no time. */
export function at(act: (cluster: TimedCluster) => void): Act {
  return cluster => {
    act(cluster);
    return Promise.resolve();
  };
}
