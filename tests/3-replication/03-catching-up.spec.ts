/**
 * Stories of a leader that brings its followers up to date.
 *
 * Paper: §5.3.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';

lab(3, 'replication', () => {
  section('§5.3', 'catching up', () => {
    scenario('a command reaches every follower', {points: 1, servers: 3}, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});

      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
    });

    scenario('a follower that was cut off gets what it missed', {points: 1, servers: 3}, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      cluster.isolate('S3');
      await cluster.submit('S1', 'x = 1');
      await cluster.submit('S1', 'x = 2');
      await cluster.replicateAndDeliver('S1');

      cluster.heal();
      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
    });
  });

  section('§5.3', 'random worlds', () => {
    scenario('every follower ends with the log of the leader', {
      points: 2, servers: 5, name: 'random', seeds: seedsUpTo(20),
      conditions: {
        lossProbability: 0.1, duplicationProbability: 0.1, reorderingProbability: 0.1,
        delayMsMin: 0, delayMsMax: 26, heldMsMin: 20, heldMsMax: 200,
      },
      faults: ['loss', 'duplication', 'reordering', 'delay'],
      mustReach: ['refused AppendEntries'],
    }, async ({cluster, chance}) => {
      await cluster.appoint('S1', {term: 1});
      for (let round = 0; round < 20; round++) {
        await cluster.submit('S1', `command ${round}`);
        await cluster.replicate('S1');
        await cluster.runFor(chance.between(0, 40));
      }

      for (let round = 0; round < 10; round++) await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
    });
  });
});
