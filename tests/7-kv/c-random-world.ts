/**
 * A world in which clients are at work while the network, the servers and the clients fail.
 *
 * Promises: first a cruel phase, in which the invariants of harness/checks speak after every event;
 * then a calm one, in which every client must be answered. What clients were told in both is one
 * history. Each kind of fault can be switched off without moving any other.
 * Read next: c-08-random-worlds.spec.ts.
 */
import {Chance} from '../../harness/world/chance';
import type {Scene} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import {drawn} from './c-workload';

/** The kinds of fault in play here beside those of the network. */
export const FAULTS = [
  'cuts', 'one-way cuts', 'client cuts', 'crashes', 'crashes in the middle', 'client crashes',
  'drift',
] as const;

type Fault = (scene: Scene, server: ServerId) => void | Promise<void>;

const DO: Readonly<Record<typeof FAULTS[number], Fault>> = {
  'cuts': split, 'one-way cuts': cutOneWay, 'client cuts': cutClient, 'crashes': crash,
  'crashes in the middle': crashInTheMiddle, 'client crashes': crashClient, 'drift': drift,
};

const ROUND_MS_MOST = 80;

/** Rounds of new operations, and of a fault or its end. */
export async function cruelPhase(scene: Scene, {rounds}: {readonly rounds: number}): Promise<void> {
  const {cluster, clients, chance} = scene;
  // What goes wrong when is the seed's alone, whatever the clients have got round to.
  const asking = {chance: new Chance(scene.seed, 'operations')};
  for (let round = 0; round < rounds; round++) {
    const fault = chance.pick(FAULTS);
    const anybody = chance.pick(cluster.servers);
    // What happens to leaders teaches more.
    const server = chance.happens(0.6) ? cluster.leader() ?? anybody : anybody;
    const kind = chance.fraction();
    if (kind < 0.3 && scene.allows(fault)) await DO[fault](scene, server);
    else if (kind < 0.45) cluster.heal();
    else if (kind < 0.6) await restartAll(scene);

    for (const client of clients.names) {
      if (!clients.isIdle(client) || !asking.chance.happens(0.6)) continue;
      clients.begin(client, drawn(asking, client, {n: round, sharedKeys: true}));
    }
    await cluster.runFor(chance.between(0, ROUND_MS_MOST));
  }
}

/** Heals everything for good, but for one leader: all are answered, also those that ask now. */
export async function calmPhase(scene: Scene): Promise<void> {
  const {cluster, clients, world} = scene;
  for (const server of cluster.servers) world.crashAfter(server, () => false);
  await restartAll(scene);
  cluster.heal();
  cluster.calm();
  const leader = await cluster.checkOneLeader();
  cluster.crash(leader);
  await clients.finish();
  await cluster.checkOneLeader();
  await cluster.restart(leader);
  await clients.each({times: 2}, client => ({op: 'append', key: 'x', value: `${client} last `}));
  for (const key of ['x', 'y']) await clients.get(clients.names[0] ?? '', key);
}

/** A server and some others on one side, the rest on the other. */
function split({cluster, chance}: Scene, server: ServerId): void {
  const others = chance.shuffle(cluster.others(server));
  const size = chance.between(0, others.length - 1);
  cluster.partition([server, ...others.slice(0, size)], others.slice(size));
}

function cutOneWay({cluster, chance}: Scene, server: ServerId): void {
  cluster.cutOneWay(server, chance.pick(cluster.others(server)));
}

/** A client can reach some of the servers only. */
function cutClient({cluster, clients, chance}: Scene): void {
  const reached = chance.shuffle(cluster.servers).slice(0, chance.between(0, 2));
  clients.connect(chance.pick(clients.names), ...reached);
}

function crash({cluster}: Scene, server: ServerId): void {
  if (cluster.view(server).isUp) cluster.crash(server);
}

/** Of the next inputs' effects the first few happen, and the rest never does. */
function crashInTheMiddle({cluster, chance, reached}: Scene, server: ServerId): void {
  let left = chance.between(1, 12);
  if (!cluster.view(server).isUp) return;
  cluster.crashAfter(server, () => {
    left--;
    if (left === 0) reached('crash in the middle');
    return left === 0;
  });
}

async function crashClient({clients, chance, reached}: Scene): Promise<void> {
  const client = chance.pick(clients.names);
  clients.crash(client);
  await clients.restart(client);
  reached('client restarted');
}

/** Somebody's clock runs at another rate from here on. */
function drift({cluster, clients, world, chance}: Scene): void {
  const box = chance.pick([...cluster.servers, ...clients.names]);
  world.setClock(box, {rate: chance.pick([0.8, 0.95, 1, 1.1, 1.25])});
}

async function restartAll({cluster}: Scene): Promise<void> {
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
}
