/**
 * A world of short leaderships: links are cut, servers crash, commands come in bursts.
 *
 * Promises: in the end all links are whole, all servers are up, one leads, and all apply its log.
 * Each kind of fault can be switched off without moving any other.
 * Read next: 01-other-shapes.spec.ts.
 */
import type {Scene} from '../../../harness/scenario';
import {someoneWins} from '../../4-commit/elections';
import {expectAllApplied, isAppliedEverywhere} from '../../4-commit/expectations';

/** Without hints, a leader backs up one entry a round, and rounds are lost. */
const LAST_ROUNDS = 400;
const BURST_MOST = 5;

export async function liveThroughIt(
  scene: Scene, {rounds}: {readonly rounds: number},
): Promise<void> {
  const {cluster, chance} = scene;
  for (let round = 1; round <= rounds; round++) {
    await disturb(scene);
    const burst = chance.between(0, BURST_MOST);
    for (const leader of leadersOf(scene)) {
      for (let n = 0; n < burst; n++) await cluster.offer(leader, `${leader} ${round}.${n}`);
      await cluster.replicate(leader);
    }
    await cluster.runFor(chance.between(0, 80));
  }
  await endWell(scene);
}

async function endWell(scene: Scene): Promise<void> {
  const {cluster} = scene;
  cluster.heal();
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
  const last = await someoneWins(scene);
  if (last === null) throw new Error('all servers are up, and nobody can win an election');
  await cluster.submit(last, 'the last');
  for (let round = 0; round < LAST_ROUNDS && !isAppliedEverywhere(cluster, 'the last'); round++) {
    await cluster.replicate(last);
    await cluster.runFor(60);
  }
  expectAllApplied(cluster, last);
}

function leadersOf({cluster}: Scene): readonly string[] {
  return cluster.servers.filter(id =>
    cluster.view(id).isUp && cluster.view(id).state.role === 'leader');
}

/** What is drawn is drawn whether it is allowed or not. */
async function disturb(scene: Scene): Promise<void> {
  const {cluster, chance, allows} = scene;
  const order = chance.shuffle(cluster.servers);
  const [one = '', other = ''] = order;
  const size = chance.between(1, order.length - 1);
  const kind = chance.fraction();
  if (kind < 0.15) {
    if (allows('cut links')) cluster.partition(order.slice(0, size), order.slice(size));
  } else if (kind < 0.2) {
    if (allows('cut links')) cluster.cutOneWay(one, other);
  } else if (kind < 0.4) {
    cluster.heal();
  } else if (kind < 0.55) {
    if (!cluster.view(one).isUp) await cluster.restart(one);
    else if (allows('crashes')) cluster.crash(one);
  } else if (kind < 0.8 && allows('new leaders')) {
    await someoneWins(scene, order);
  }
}
