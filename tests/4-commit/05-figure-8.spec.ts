/**
 * Stories of entries of earlier terms: the steps of Figure 8 by hand.
 *
 * Paper: §5.4.2, Figure 8.
 */
import {lab, scenario, section} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import {winElection} from './elections';
import {
  expectAllApplied, expectAppliedEntries, expectCommitted, expectNothingCommitted,
} from './expectations';

const OWN_TERM = {
  source: '§5.4.2, Figure 8',
  text: 'S1 leads term 4. Its entry of term 2 is on a majority, but S5, whose last entry is of ' +
    'term 3, can still win an election and overwrite it.',
};

/** Figure 8 (a) to (c): the entry of term 2 gets onto three servers, the last of them in term 4. */
async function untilC(scene: Scene): Promise<void> {
  const {cluster} = scene;
  await winElection(scene, 'S1', {votes: ['S2', 'S3', 'S4', 'S5']});
  await cluster.submit('S1', 'one');
  await cluster.replicateAndDeliver('S1');
  await cluster.replicateAndDeliver('S1');

  await winElection(scene, 'S1', {votes: ['S2', 'S3', 'S4', 'S5']});
  await cluster.deliver();
  await cluster.submit('S1', 'two');
  await cluster.replicate('S1', 'S2');
  await cluster.deliver();
  cluster.crash('S1');

  await winElection(scene, 'S5', {votes: ['S3', 'S4']});
  await cluster.deliver();
  await cluster.submit('S5', 'three');
  cluster.crash('S5');

  await cluster.restart('S1');
  await winElection(scene, 'S1', {votes: ['S2', 'S3']});
  cluster.isolate('S4');
  await cluster.replicateAndDeliver('S1');
  for (const server of ['S1', 'S2', 'S3']) cluster.expectLog(server, '1 2');
}

lab(4, 'commit', () => {
  section('Figure 8', 'entries of earlier terms', () => {
    /*
     *      (a)    (b)    (c)      (d)
     *  S1  1 2 L  crash  1 2 L    crash
     *  S2  1 2    1 2    1 2      1 3        In (c) three of five hold 2/2. Is it committed?
     *  S3  1      1      1 2      1 3        In (d) it is gone.
     *  S4  1      1      1        1 3
     *  S5  1      1 3 L  crash    1 3 L
     */
    scenario('term 4 does not commit an entry of term 2 by counting', {
      points: 0.9, servers: 5, name: 'figure-8-d',
    }, async scene => {
      const {cluster} = scene;
      await untilC(scene);
      expectCommitted(cluster, {S1: 0}, OWN_TERM);
      expectAppliedEntries(cluster, 'S1', []);

      cluster.crash('S1');
      cluster.heal();
      await cluster.restart('S5');
      await winElection(scene, 'S5', {votes: ['S2', 'S3', 'S4']});
      await cluster.deliver();
      for (const server of cluster.others('S1')) cluster.expectLog(server, '1 3');

      await cluster.restart('S1');
      await cluster.submit('S5', 'five');
      await cluster.replicateAndDeliver('S5');
      await cluster.replicateAndDeliver('S5');
      expectAllApplied(cluster, 'S5');
    });

    scenario('an entry of term 4 commits the one of term 2 with it', {
      points: 0.6, servers: 5, name: 'figure-8-e',
    }, async scene => {
      const {cluster} = scene;
      await untilC(scene);
      await cluster.submit('S1', 'four');
      expectCommitted(cluster, {S1: 0}, OWN_TERM);
      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 3}, {
        source: '§5.4.2, Figure 8 (e)',
        text: 'Entry 3/4 is on three of five servers, so S5 can no longer win an election, and ' +
          'all that stands before 3/4 is safe.',
      });

      cluster.crash('S1');
      cluster.heal();
      await cluster.restart('S5');
      await winElection(scene, 'S3', {votes: ['S2', 'S4', 'S5']});
      await cluster.restart('S1');
      await cluster.submit('S3', 'five');
      await cluster.replicateAndDeliver('S3');
      await cluster.replicateAndDeliver('S3');
      expectAllApplied(cluster, 'S3');
    });

    scenario('after all crashed, the new leader\'s own entry commits the rest', {
      points: 0.3, servers: 3, name: 'all-crashed',
    }, async scene => {
      const {cluster} = scene;
      await winElection(scene, 'S1', {votes: ['S2', 'S3']});
      await cluster.submit('S1', 'x = 1');
      await cluster.submit('S1', 'x = 2');
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');
      cluster.crash(...cluster.servers);
      await cluster.restart(...cluster.servers);

      await winElection(scene, 'S2', {votes: ['S1', 'S3']});
      await cluster.replicateAndDeliver('S2');
      expectNothingCommitted(cluster, {
        source: '§5.4.2, §8',
        text: 'commitIndex is not on disk. All logs are equal, but S2 has no entry of its own ' +
          'term to count, so it cannot know yet what is committed.',
      });

      await cluster.submit('S2', 'x = 3');
      await cluster.replicateAndDeliver('S2');
      await cluster.replicateAndDeliver('S2');
      expectAllApplied(cluster, 'S2');
    });
  });
});
