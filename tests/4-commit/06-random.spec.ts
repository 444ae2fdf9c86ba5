/**
 * Random worlds: leaders come and go, links are cut, servers crash, messages are lost, late, twice.
 *
 * Paper: §5.4.3; Figure 3.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import {someoneWins} from './elections';
import {expectAllApplied, isAppliedEverywhere} from './expectations';

const ROUNDS = 16;
/** Rounds of AppendEntries until the last command must be applied by all, some messages lost. */
const LAST_ROUNDS = 40;

const CRUEL = {
  lossProbability: 0.1, duplicationProbability: 0.15, reorderingProbability: 0.1,
  delayMsMin: 0, delayMsMax: 26, heldMsMin: 20, heldMsMax: 200,
};
const FAULTS = [
  'loss', 'delay', 'duplication', 'reordering', 'cut links', 'crashes', 'new leaders',
];

lab(4, 'commit', () => {
  section('§5.4.3', 'random worlds', () => {
    scenario('every server applies the same commands, whoever leads', {
      points: 0.8, servers: 5, name: 'random', seeds: seedsUpTo(20), conditions: CRUEL,
      faults: FAULTS,
      mustReach: [
        'entry committed', 'earlier-term entry committed', 'entry overwritten',
        'old leader deposed', 'refused AppendEntries', 'restart',
      ],
    }, liveThroughIt);

    scenario('four servers do so too, and two are no majority', {
      points: 0.4, servers: 4, name: 'random-of-four', seeds: seedsUpTo(12), conditions: CRUEL,
      faults: FAULTS,
      mustReach: ['entry committed', 'earlier-term entry committed', 'old leader deposed'],
    }, liveThroughIt);
  });
});

async function liveThroughIt(scene: Scene): Promise<void> {
  const {cluster, chance} = scene;
  await someoneWins(scene);
  for (let round = 1; round <= ROUNDS; round++) {
    await disturb(scene);
    for (const leader of leadersOf(scene)) {
      await cluster.offer(leader, `${leader} ${round}`);
      await cluster.replicate(leader);
    }
    await cluster.runFor(chance.between(0, 60));
  }

  cluster.heal();
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
  const last = await someoneWins(scene, chance.shuffle(cluster.servers));
  if (last === null) throw new Error('all servers are up, and nobody can win an election');
  await cluster.submit(last, 'the last');
  for (let round = 1; round <= LAST_ROUNDS && !isAppliedEverywhere(cluster, 'the last'); round++) {
    await cluster.replicate(last);
    await cluster.runFor(60);
  }
  expectAllApplied(cluster, last);
}

/** One at most is the leader of the latest term; others may not have heard of it. */
function leadersOf({cluster}: Scene): readonly string[] {
  return cluster.servers.filter(id =>
    cluster.view(id).isUp && cluster.view(id).state.role === 'leader');
}

/** One fault or none. A fault that is off is drawn all the same, so the rest stays as it is. */
async function disturb(scene: Scene): Promise<void> {
  const {cluster, chance} = scene;
  const what = chance.between(1, 10);
  const inTheMiddle = chance.happens(0.5);
  const [one, other, ...rest] = chance.shuffle(cluster.servers);
  if (one === undefined || other === undefined) return;
  switch (what) {
    case 1:
      if (scene.allows('cut links')) cluster.isolate(one);
      return;
    case 2:
      if (scene.allows('cut links')) cluster.partition([one, other], rest);
      return;
    case 3:
      if (scene.allows('cut links')) cluster.cutOneWay(one, other);
      return;
    case 4:
    case 5:
      cluster.heal();
      return;
    case 6:
    case 7:
      if (scene.allows('crashes')) await crashOrRestart(scene, one, {inTheMiddle});
      return;
    default:
      if (scene.allows('new leaders')) await someoneWins(scene, [one, other, ...rest]);
  }
}

/** A crash comes between two inputs, or right after a message left, before what follows it. */
async function crashOrRestart(
  {cluster}: Scene, server: string, {inTheMiddle}: {readonly inTheMiddle: boolean},
): Promise<void> {
  if (!cluster.view(server).isUp) {
    await cluster.restart(server);
    return;
  }
  if (inTheMiddle) {
    cluster.crashAfter(server, effect => effect.kind === 'send');
    await cluster.runFor(20);
  }
  if (cluster.view(server).isUp) cluster.crash(server);
}
