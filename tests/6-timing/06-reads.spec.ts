/**
 * Reads without an entry in the log: who allows them, how soon, and at what cost.
 *
 * Paper: §8, the last two paragraphs.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {NO_ENTRY, SHARED} from './because';
import {expectNoGrowth, Traffic} from './cost';
import {expectAllowed, expectRefused, readAt} from './reads';

lab(6, 'timing', () => {
  section('§8', 'reads', () => {
    scenario('a read at the leader sees every write before it', {
      points: 0.2, servers: 3, name: 'read',
    }, async ({cluster}) => {
      for (let n = 0; n < 10; n++) {
        await cluster.one(`x = ${n}`, {servers: 1});
        await readAt(cluster, await cluster.checkOneLeader());
      }
    });

    scenario('a server that does not lead refuses to be read', {
      points: 0.2, servers: 3, name: 'read-follower',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      await cluster.one('x', {servers: 3});
      for (const follower of cluster.others(leader)) {
        await expectRefused(cluster, [cluster.beginRead(follower)]);
      }
    });

    scenario('a term in which nobody writes can be read', {
      points: 0.3, servers: 3, name: 'read-no-writes',
    }, async ({cluster}) => {
      await readAt(cluster, await cluster.checkOneLeader());
      await cluster.one('x', {servers: 3});
      for (let term = 0; term < 2; term++) {
        const leader = await cluster.checkOneLeader();
        cluster.isolate(leader);
        const next = await cluster.checkOneLeader();
        await readAt(cluster, next);
        cluster.heal();
        await cluster.runFor(cluster.settings.electionTimeoutMs);
      }
    });

    scenario('reads add nothing to the log', {
      points: 0.2, servers: 3, name: 'read-no-entry',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      await readAt(cluster, leader);
      const before = cluster.view(leader).log.length;
      for (let n = 0; n < 20; n++) await readAt(cluster, leader);
      expectNoGrowth(cluster, {
        server: leader, before, what: '20 reads', why: NO_ENTRY, functions: ['reads.read'],
      });
    });

    scenario('many reads at one moment share a few messages', {
      points: 0.3, servers: 5, name: 'read-many',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('x', {servers: 5});
      const leader = await cluster.checkOneLeader();
      const traffic = new Traffic(scene);

      const calls = Array.from({length: 200}, () => cluster.beginRead(leader));
      await expectAllowed(cluster, calls);

      traffic.expectAtMost('requests', {
        most: 40, what: '200 reads at one moment, with 4 followers', why: SHARED,
        functions: ['reads.read', 'reads.currentRound'],
      });
    });

    scenario('reads need a majority, not everybody', {
      points: 0.2, servers: 5, name: 'read-majority',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      cluster.crash(...cluster.others(leader).slice(0, 2));
      await readAt(cluster, leader);
      cluster.crash(cluster.others(leader)[2]!);
      await cluster.read(leader, 4 * cluster.settings.electionTimeoutMs);
    });

    scenario('a question that gets lost is asked again', {
      points: 0.2, servers: 3, name: 'read-lost',
    }, async ({cluster}) => {
      await cluster.one('x', {servers: 3});
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(5);
      for (const to of cluster.others(leader)) cluster.cutOneWay(leader, to);
      const call = cluster.beginRead(leader);
      await cluster.runFor(3);
      cluster.heal();
      await expectAllowed(cluster, [call]);
    });
  });
});
