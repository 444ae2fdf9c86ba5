/**
 * Stories of messages that arrive late, twice, or in another order.
 *
 * Paper: §5.3; §2 for what a network may do.
 * Read next: orders.ts, how a seed names an order.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {drawLog} from '../../harness/cluster/server-view';
import {expectCaughtUp, expectKept, expectMatchIndex} from './expectations';
import {numberOfOrders, orderOf} from './orders';

const FOUR = 4;

lab(3, 'replication', () => {
  section('§5.3', 'late and out of order', () => {
    scenario('an old request that arrives late removes nothing', {
      points: 0.25, servers: 3, name: 'late-request',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      await cluster.submit('S1', 'x = 1');
      cluster.hold({to: 'S2'});
      await cluster.replicate('S1');
      cluster.hold();
      await cluster.submit('S1', 'x = 2');
      await cluster.replicateAndDeliver('S1');
      cluster.expectCommands('S2', ['x = 1', 'x = 2']);

      await cluster.release({to: 'S2'});
      await cluster.deliver();

      cluster.expectCommands('S2', ['x = 1', 'x = 2']);
      expectMatchIndex(cluster, 'S1', {S2: 2});
    });

    scenario('requests of a leader that was replaced change nothing', {
      points: 0.3, servers: 3, name: 'replaced-leader',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      await cluster.submit('S1', 'x = 1');
      cluster.hold({from: 'S1'});
      await cluster.replicate('S1');
      await cluster.appoint('S2', {term: 2});
      await cluster.submit('S2', 'y = 1');
      await cluster.replicateAndDeliver('S2');

      cluster.hold();
      await cluster.release({from: 'S1'});
      await cluster.deliver();

      cluster.expectCommands('S3', ['y = 1']);
      cluster.expectTerm('S3', 2);
      cluster.expectRole('S2', 'leader');
    });

    scenario('four requests may arrive in any order', {
      points: 0.4, servers: 2, name: 'orders-of-requests', cases: numberOfOrders(FOUR),
    }, async ({cluster, seed}) => {
      cluster.hold({});
      await cluster.appoint('S1', {term: 1});
      for (const command of ['a', 'b', 'c']) {
        await cluster.submit('S1', command);
        await cluster.replicate('S1');
      }

      let acknowledged = '';
      for (const position of orderOf(seed, FOUR)) {
        await cluster.releaseOne(position, {from: 'S1'});
        expectKept(cluster, 'S2', acknowledged);
        acknowledged = drawLog(cluster.view('S2').log);
      }

      cluster.expectCommands('S2', ['a', 'b', 'c']);
      cluster.hold();
      await cluster.release({from: 'S2'}, 'newest first');
      await cluster.deliver();
      expectMatchIndex(cluster, 'S1', {S2: 3});
    });

    // Two refusals that are out of date by then, and two successes.
    scenario('four results may arrive in any order', {
      points: 0.4, servers: 2, name: 'orders-of-results', cases: numberOfOrders(FOUR),
      initial: {S1: {log: '1 1'}, S2: {log: '1'}},
    }, async ({cluster, seed}) => {
      cluster.hold({});
      await cluster.appoint('S1', {term: 2});
      await cluster.replicate('S1');
      await cluster.replicate('S1');
      await cluster.release({from: 'S1'});
      await cluster.releaseOne(0, {from: 'S2'});
      await cluster.submit('S1', 'c');
      await cluster.replicate('S1');
      await cluster.release({from: 'S1'});

      for (const position of orderOf(seed, FOUR)) {
        await cluster.releaseOne(position, {from: 'S2'});
      }

      expectMatchIndex(cluster, 'S1', {S2: 3});
      expectCaughtUp(cluster, 'S1', 'S2');
      cluster.expectSameLogs('S1', ['S2']);
    });

    scenario('a network that delivers everything twice does no harm', {
      points: 0.2, servers: 3, name: 'twice', conditions: {duplicationProbability: 1},
      initial: {S1: {log: '1 1 2'}, S2: {log: '1 1 1 1'}},
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 3});
      for (const command of ['x = 1', 'x = 2']) {
        await cluster.submit('S1', command);
        await cluster.replicateAndDeliver('S1');
      }

      cluster.expectSameLogs('S1', cluster.others('S1'));
      expectMatchIndex(cluster, 'S1', {S2: 5, S3: 5});
    });
  });
});
