/**
 * Figure 8, with real elections and real crashes: why an entry on a majority is not yet committed.
 *
 * Paper: §5.4.2, Figure 8.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {lab, scenario, section} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {OWN_TERM_ONLY} from './because';

const everybody = {log: '1'};
const FIGURE_8 = {
  points: 0.5, servers: 5,
  initial: {S1: everybody, S2: everybody, S3: everybody, S4: everybody, S5: everybody},
} satisfies ScenarioOptions;

/*
 *        (a)     (b)     (c)
 *   S1   1 2*    1 2     1 2 4*     * leads
 *   S2   1 2     1 2     1 2
 *   S3   1       1       1 2        index 2 is on a majority now, and not committed
 *   S4   1       1       1
 *   S5   1       1 3*    1 3
 */
async function untilC(cluster: Cluster): Promise<void> {
  await cluster.elect('S1');
  await cluster.submit('S1', 'a');
  cluster.isolate('S3', 'S4', 'S5');
  await cluster.replicateAndDeliver('S1');
  cluster.crash('S1');

  cluster.heal();
  await cluster.elect('S5');
  await cluster.submit('S5', 'b');
  cluster.crash('S5');

  await cluster.restart('S1');
  cluster.hold({to: 'S4', type: 'AppendEntries'});
  // Term 3, in which S3 and S4 have voted for S5.
  await cluster.startElection('S1');
  await cluster.deliver();
  await cluster.elect('S1');
  cluster.dropHeld();
  cluster.hold();

  cluster.expectTerm('S1', 4);
  cluster.expectLog('S3', '1 2');
  cluster.expectCommitIndex('S1', 0, OWN_TERM_ONLY);
  await cluster.submit('S1', 'c');
}

lab(5, 'election', () => {
  section('Figure 8', 'all of it', () => {
    scenario('(d) an entry of an earlier term is on a majority, and is overwritten', {
      ...FIGURE_8, name: 'figure-8-d',
    }, async ({cluster}) => {
      await untilC(cluster);
      cluster.crash('S1');

      await cluster.restart('S5');
      // Term 4, in which the others have voted for S1.
      await cluster.startElection('S5');
      await cluster.deliver();
      await cluster.elect('S5');
      await cluster.submit('S5', 'd');
      await cluster.replicateAndDeliver('S5');
      await cluster.restart('S1');
      await cluster.replicateAndDeliver('S5');
      await cluster.replicateAndDeliver('S5');

      cluster.expectTerm('S5', cluster.checkTerm());
      for (const server of cluster.servers) cluster.expectLog(server, '1 3 5', OWN_TERM_ONLY);
      for (const server of cluster.servers) cluster.expectCommitIndex(server, 3);
    });

    scenario('(e) once an entry of its own term is on a majority, all before it is committed', {
      ...FIGURE_8, name: 'figure-8-e',
    }, async ({cluster}) => {
      await untilC(cluster);
      cluster.isolate('S4');
      await cluster.replicateAndDeliver('S1');
      cluster.expectCommitIndex('S1', 3);
      cluster.crash('S1');

      await cluster.restart('S5');
      cluster.heal();
      await cluster.startElection('S5');
      await cluster.deliver();
      await cluster.startElection('S5');
      await cluster.deliver();
      cluster.checkNoLeader();

      await cluster.elect('S2');
      await cluster.submit('S2', 'd');
      await cluster.replicateAndDeliver('S2');
      await cluster.replicateAndDeliver('S2');
      cluster.expectApplied('S5', ['1/1', 'a', 'c', 'd']);
    });
  });
});
