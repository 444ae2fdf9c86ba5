/**
 * Clients at work while the network is divided and servers crash: the Go labs' GenericTest.
 *
 * Its numbers are Go's, but the time: a network is divided for about as long as an election needs,
 * and histories are short, so that many can be checked.
 * Source: Go labs, kvraft.
 * Read next: c-06-divided.spec.ts.
 */
import type {KvOperation} from '../../harness/raft/kv-messages';
import type {ServerId} from '../../harness/raft/messages';
import type {Scene, ScenarioOptions} from '../../harness/scenario';
import {append, compareAndSet, get, remove, set} from './c-operations';

/** What goes wrong while clients work, besides what the network's conditions do. */
export interface Trouble {
  /** Every second or so the servers are divided into two groups, at random. */
  readonly partitions?: boolean;
  /** At the end of each iteration all servers crash, and start again. */
  readonly crashes?: boolean;
  /** All clients work on the same few keys; else half of the time each on a key of its own. */
  readonly sharedKeys?: boolean;
  /** One if absent. At full length they are three, as in Go. */
  readonly iterations?: number;
}

/** Shorter timeouts make elections, and so the tests, shorter. */
export const BRISK = {
  settings: {heartbeatIntervalMs: 30, electionTimeoutMs: 150, rpcTimeoutMs: 60},
  requestTimeoutMs: 100,
} satisfies Partial<ScenarioOptions>;

const ROUND_MS = 30;
const ROUNDS = 16;
/** How probable it is that an idle client asks for something in a round. */
const EAGERNESS = 0.6;
const FULL_ROUNDS = 170;
/** A division lasts so many rounds: long enough for the larger group to elect a leader. */
const DIVIDED_ROUNDS = 10;

/** Iterations of clients at work, at the end of each of which all of them must finish. */
export async function work(scene: Scene, trouble: Trouble): Promise<void> {
  const {cluster, clients} = scene;
  const iterations = scene.isFullLength ? 3 : trouble.iterations ?? 1;
  for (let iteration = 0; iteration < iterations; iteration++) {
    await iterate(scene, trouble, iteration);
    if (trouble.partitions === true) cluster.heal();
    if (trouble.crashes === true) {
      cluster.crash(...cluster.servers);
      await cluster.runFor(100);
      await cluster.restart(...cluster.servers);
    }
    await clients.finish();
  }
  // What each client has written is there, and it can write more.
  await clients.each({times: 2}, (client, n) => (
    n === 0 ? append(ownKey(client), 'end') : get(ownKey(client))));
}

async function iterate(scene: Scene, trouble: Trouble, iteration: number): Promise<void> {
  const {cluster, clients, chance} = scene;
  const rounds = scene.isFullLength ? FULL_ROUNDS : ROUNDS;
  // Many clients make as many operations together as few do.
  const eagerness = Math.min(EAGERNESS, 3 / clients.names.length);
  for (let round = 0; round < rounds; round++) {
    for (const client of clients.names) {
      if (clients.isIdle(client) && chance.happens(eagerness)) {
        clients.begin(client, drawn(scene, client, {n: 1000 * iteration + round, ...trouble}));
      }
    }
    if (trouble.partitions === true && round % DIVIDED_ROUNDS === 2) divide(scene);
    await cluster.runFor(chance.between(0, 2 * ROUND_MS));
  }
}

/** Each server goes to one of two groups, as it happens; clients can reach both. */
function divide({cluster, chance}: Scene): void {
  const order = chance.shuffle(cluster.servers);
  const size = chance.between(0, order.length);
  cluster.partition(order.slice(0, size), order.slice(size));
}

/** What a client asks for next. Every value is written once, so that it can be told apart. */
export function drawn(
  {chance}: Pick<Scene, 'chance'>, client: string,
  {n, sharedKeys = false}: {readonly n: number; readonly sharedKeys?: boolean},
): KvOperation {
  const key = !sharedKeys && chance.happens(0.5) ? ownKey(client) : chance.pick(['x', 'y']);
  const value = `${client}.${n} `;
  const kind = chance.fraction();
  if (kind < 0.4) return append(key, value);
  if (kind < 0.75) return get(key);
  if (kind < 0.85) return set(key, value);
  if (kind < 0.9) return remove(key);
  return compareAndSet(key, {expected: chance.happens(0.5) ? null : '', value});
}

/** A server stands for election as soon as it has what the leader has, and wins. */
export async function letLead({cluster}: Scene, server: ServerId): Promise<void> {
  const leader = await cluster.checkOneLeader();
  await cluster.runUntil(
    () => cluster.view(server).state.lastApplied >= cluster.view(leader).state.lastApplied,
    {withinMs: 5_000, what: `catching up of ${server}`});
  await cluster.startElection(server);
  await cluster.runUntil(() => cluster.leader() === server,
    {withinMs: 5_000, what: `victory of ${server}`});
}

function ownKey(client: string): string {
  return `of ${client}`;
}
