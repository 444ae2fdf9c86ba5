/**
 * Random worlds: leaders come and go, messages are lost, late and repeated, servers crash. When the
 * network is calm again, two rounds of AppendEntries make all logs equal.
 *
 * Paper: §5.3.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';

const CRUEL = {
  lossProbability: 0.15, duplicationProbability: 0.15, reorderingProbability: 0.2,
  delayMsMin: 0, delayMsMax: 26, heldMsMin: 20, heldMsMax: 300,
};

/** One leader after the other, each of a later term, with a few commands and little time. */
async function changeLeaders({cluster, chance, allows}: Scene, terms: number): Promise<void> {
  for (let term = 1; term <= terms; term++) {
    const leader = chance.pick(cluster.servers);
    await cluster.appoint(leader, {term});
    const crashed = chance.pick(cluster.others(leader));
    const crashes = chance.happens(0.3) && allows('crash');
    if (crashes) cluster.crash(crashed);
    for (let round = chance.between(1, 4); round > 0; round--) {
      await cluster.offer(leader, `${leader} says ${term}, ${round}`);
      await cluster.replicate(leader);
      await cluster.runFor(chance.between(0, 40));
    }
    if (crashes) await cluster.restart(crashed);
  }
}

lab(3, 'replication', () => {
  section('§5.3', 'random worlds', () => {
    scenario('under one leader every log becomes the leader\'s', {
      points: 0.5, servers: 5, name: 'one-leader', seeds: seedsUpTo(20), conditions: CRUEL,
      faults: ['loss', 'duplication', 'reordering', 'delay', 'crash'],
      initial: {
        S1: {log: '1 2 2 5'}, S2: {log: '1 2'}, S3: {log: '1 3 3 3'},
        S4: {log: '1 2 2 4 4 4'},
      },
      mustReach: ['refused AppendEntries', 'entry overwritten', 'restart'],
    }, async scene => {
      const {cluster, chance, allows} = scene;
      await cluster.appoint('S1', {term: 6});
      for (let round = 0; round < 8; round++) {
        await cluster.submit('S1', `command ${round}`);
        await cluster.replicate('S1');
        const follower = chance.pick(cluster.others('S1'));
        const crashes = chance.happens(0.15) && allows('crash');
        if (crashes) cluster.crash(follower);
        await cluster.runFor(chance.between(0, 40));
        if (crashes) await cluster.restart(follower);
      }

      cluster.calm();
      await cluster.deliver();
      for (let round = 0; round < 2; round++) await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
    });

    scenario('after many leaders every log becomes the last one\'s', {
      points: 0.75, servers: 5, name: 'many-leaders', seeds: seedsUpTo(20), conditions: CRUEL,
      faults: ['loss', 'duplication', 'reordering', 'delay', 'crash'],
      mustReach: ['refused AppendEntries', 'entry overwritten', 'old leader deposed', 'restart'],
    }, async scene => {
      const {cluster, chance} = scene;
      await changeLeaders(scene, 6);
      const last = chance.pick(cluster.servers);
      await cluster.appoint(last, {term: 7});
      await cluster.submit(last, 'the last word');

      cluster.calm();
      await cluster.deliver();
      for (let round = 0; round < 2; round++) await cluster.replicateAndDeliver(last);

      cluster.expectSameLogs(last, cluster.others(last));
    });
  });
});
