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

type Act = (scene: Scene, server: ServerId, round: number) => Promise<void> | void;

/** Acts and how often they are drawn, one beside the other; those with a name are faults. */
interface Choice {
  readonly weight: number;
  readonly act: Act;
  readonly fault?: string;
}

const CHOICES: readonly Choice[] = [
  {weight: 4, act: stand},
  {weight: 6, act: submit},
  {weight: 6, act: replicate},
  {weight: 1, act: ({cluster}, server) => cluster.isolate(server), fault: 'cuts'},
  {weight: 1, act: split, fault: 'cuts'},
  {weight: 1, act: cutOneWay, fault: 'one-way cuts'},
  {weight: 4, act: ({cluster}) => cluster.heal()},
  {weight: 1, act: crash, fault: 'crashes'},
  {weight: 1, act: crashInTheMiddle, fault: 'crashes in the middle'},
  {weight: 3, act: restart},
];

const TOTAL = CHOICES.reduce((sum, {weight}) => sum + weight, 0);

/** The kinds of fault in play here beside those of the network. */
export const FAULTS = ['cuts', 'one-way cuts', 'crashes', 'crashes in the middle'] as const;

/** Rounds of random acts. */
export async function cruelPhase(scene: Scene, {rounds}: {readonly rounds: number}): Promise<void> {
  const {cluster, chance} = scene;
  for (let round = 0; round < rounds; round++) {
    const choice = drawn(chance.between(1, TOTAL));
    const server = chance.pick(cluster.servers);
    const pauseMs = chance.between(0, 12);
    if (choice.fault === undefined || scene.allows(choice.fault)) {
      await choice.act(scene, server, round);
    }
    await cluster.runFor(pauseMs);
  }
}

/** Heals everything for good; from here on somebody must win, and all logs become equal. */
export async function calmPhase({cluster, world, chance}: Scene): Promise<void> {
  cluster.heal();
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
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
      text: 'Every server is up, every message arrives, and each server has stood three times, one ' +
        'after the other. The one with the most up-to-date log can have every vote.',
    },
  });
}

function drawn(number: number): Choice {
  let left = number;
  for (const choice of CHOICES) {
    left -= choice.weight;
    if (left <= 0) return choice;
  }
  throw new Error('the weights do not add up');
}

async function stand({cluster}: Scene, server: ServerId): Promise<void> {
  if (cluster.view(server).isUp) await cluster.startElection(server);
}

/** To every server: a deposed leader may not know it yet, and takes the command too. */
async function submit({cluster}: Scene, _server: ServerId, round: number): Promise<void> {
  for (const server of cluster.servers) {
    const {isUp, state} = cluster.view(server);
    if (isUp && state.role === 'leader') await cluster.offer(server, `${server} ${round}`);
  }
}

async function replicate({cluster}: Scene): Promise<void> {
  for (const server of cluster.servers) {
    const {isUp, state} = cluster.view(server);
    if (isUp && state.role === 'leader') await cluster.replicate(server);
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

async function restart({cluster}: Scene, server: ServerId): Promise<void> {
  if (!cluster.view(server).isUp) await cluster.restart(server);
}
