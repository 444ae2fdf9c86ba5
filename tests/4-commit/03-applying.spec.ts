/**
 * Stories of commands on their way to the state machines.
 *
 * Paper: §5.3; Figure 2, "Rules for Servers".
 */
import {lab, scenario, section} from '../../harness/scenario';
import {
  expectAllApplied, expectAppliedEntries, expectCommitted, expectLearned, expectNothingCommitted,
} from './expectations';

const MAJORITY = {
  source: '§5.3',
  text: 'An entry is committed once it is on more than half of all servers, and not before.',
};

lab(4, 'commit', () => {
  section('§5.3', 'from the log to the state machine', () => {
    scenario('every server applies the commands of the leader, in order, once', {
      points: 0.4, servers: 3, name: 'apply',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      for (const command of ['x = 1', 'x = 2', 'x = 3']) await cluster.submit('S1', command);

      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');

      expectAllApplied(cluster, 'S1');
      cluster.expectCommands('S1', ['x = 1', 'x = 2', 'x = 3']);
    });

    scenario('followers learn of a commit by the next message', {
      points: 0.2, servers: 3, name: 'next-message',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.submit('S1', 'x = 1');

      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 1}, MAJORITY);
      for (const follower of cluster.others('S1')) {
        expectLearned(cluster, {[follower]: 0}, {
          source: 'Figure 2, "AppendEntries RPC"',
          text: 'When S1 sent the entry, it was not committed, and leaderCommit said so.',
        });
      }

      await cluster.replicateAndDeliver('S1');
      expectAllApplied(cluster, 'S1');
    });

    scenario('a server alone is a majority of one', {
      points: 0.2, servers: 1, name: 'alone',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.submit('S1', 'x = 1');
      await cluster.submit('S1', 'x = 2');

      expectCommitted(cluster, {S1: 2}, MAJORITY);
      expectAllApplied(cluster, 'S1');
    });
  });

  section('§5.3', 'with fewer than all servers', () => {
    scenario('one server that is cut off holds nobody up', {
      points: 0.2, servers: 3, name: 'one-away',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      cluster.isolate('S3');
      for (const command of ['x = 1', 'x = 2', 'x = 3']) await cluster.submit('S1', command);
      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 3}, MAJORITY);

      cluster.heal();
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');
      expectAllApplied(cluster, 'S1');
    });

    scenario('without a majority nothing is committed, and with one all of it', {
      points: 0.4, servers: 5, name: 'no-majority',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);

      for (let n = 1; n <= 20; n++) {
        await cluster.submit('S1', `x = ${n}`);
        await cluster.replicateAndDeliver('S1');
      }
      expectNothingCommitted(cluster, MAJORITY);

      cluster.heal('S3');
      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 20}, MAJORITY);
      cluster.heal();
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');
      expectAllApplied(cluster, 'S1');
    });

    scenario('half of the servers are no majority', {
      points: 0.2, servers: 4, name: 'half',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      cluster.partition(['S1', 'S2'], ['S3', 'S4']);
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');
      expectNothingCommitted(cluster, MAJORITY);

      cluster.partition(['S1', 'S2', 'S3']);
      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 1}, MAJORITY);
    });
  });

  section('§5.3', 'state machines that fail', () => {
    scenario('a state machine that throws is given the next entry, and none twice', {
      points: 0.2, servers: 3, name: 'throws',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      for (const server of ['S1', 'S2']) {
        await cluster.makeApplierThrow(server, 2);
        await cluster.makeApplierThrow(server, 3);
      }

      for (const command of ['x = 1', 'x = 1 / 0', 'x = 2', 'x = 3']) {
        await cluster.submit('S1', command);
        await cluster.replicateAndDeliver('S1');
      }
      await cluster.replicateAndDeliver('S1');

      expectAllApplied(cluster, 'S1');
    });

    scenario('a server that restarts applies everything again, from the first entry', {
      points: 0.2, servers: 3, name: 'restarts',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.submit('S1', 'x = 1');
      await cluster.submit('S1', 'x = 2');
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');
      expectAllApplied(cluster, 'S1');

      cluster.crash('S3');
      await cluster.restart('S3');
      expectAppliedEntries(cluster, 'S3', []);

      await cluster.replicateAndDeliver('S1');
      expectAllApplied(cluster, 'S1');
    });
  });
});
