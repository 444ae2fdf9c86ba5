/**
 * Reads that would tell the past: leaders that were replaced, or do not know enough yet.
 *
 * Paper: §8, §5.4.2.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {holdEntries, untilApplied} from './commands';
import {favour, favourNobody} from './favour';
import {refusal} from './played-messages';
import {shortPause} from './pauses';
import {expectAllowed, expectRefused, readAt, soonMs} from './reads';

lab(6, 'timing', () => {
  section('§8', 'stale reads', () => {
    scenario('a leader that was cut off lets nobody read, and refuses when it returns', {
      points: 0.4, servers: 5, name: 'read-cut-off',
    }, async ({cluster}) => {
      await cluster.one('x', {servers: 5});
      const leader = await cluster.checkOneLeader();
      const [companion, ...majority] = cluster.others(leader);
      cluster.partition([leader, companion!], majority);

      const next = await cluster.checkOneLeader({among: majority});
      const {index} = await cluster.submit(next, 'y');
      await untilApplied(cluster, next, {index, withinMs: 500});
      const calls = [cluster.beginRead(leader), cluster.beginRead(leader)];
      await cluster.runFor(500);

      cluster.heal();
      await expectRefused(cluster, calls);
    });

    scenario('a new leader lets nobody read before an entry of its term is committed', {
      points: 0.3, servers: 3, name: 'read-new-leader',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('x', {servers: 3});
      const first = await cluster.checkOneLeader();
      const {index} = await cluster.submit(first, 'y');
      await untilApplied(cluster, first, {index, withinMs: 500});
      cluster.isolate(first);
      holdEntries(scene);

      const second = await cluster.checkOneLeader();
      const call = cluster.beginRead(second);
      await cluster.runFor(500);

      cluster.hold();
      await cluster.release();
      await expectAllowed(cluster, [call], 2 * cluster.settings.rpcTimeoutMs);
    });

    scenario('reads that wait are refused when the leader is deposed, whatever they wait for', {
      points: 0.2, servers: 3, name: 'read-deposed',
    }, async scene => {
      const {cluster} = scene;
      holdEntries(scene);
      const leader = await cluster.checkOneLeader();
      const confirmed = cluster.beginRead(leader);
      await cluster.runFor(soonMs(cluster));
      cluster.isolate(leader);
      const calls = [confirmed, cluster.beginRead(leader)];
      await cluster.runFor(5);
      calls.push(cluster.beginRead(leader));
      await cluster.runFor(5);

      const [other] = cluster.others(leader);
      cluster.heal();
      await cluster.receive(leader, other!, refusal(99));
      await expectRefused(cluster, calls);
    });

    scenario('an answer to an earlier question is no answer to a later one', {
      points: 0.3, servers: 3, name: 'read-old-answer',
    }, async ({cluster}) => {
      await cluster.one('x', {servers: 3});
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(5);
      cluster.hold({to: leader});
      cluster.beginRead(leader);
      await cluster.runFor(2);
      for (const to of cluster.others(leader)) cluster.cutOneWay(leader, to);

      const others = cluster.others(leader);
      const next = await cluster.checkOneLeader({among: others});
      const {index} = await cluster.submit(next, 'y');
      await untilApplied(cluster, next, {index, withinMs: 500});
      const late = cluster.beginRead(leader);
      await cluster.runFor(5);
      await cluster.release({to: leader, type: 'AppendEntriesResults'});
      await cluster.runFor(100);

      cluster.hold();
      cluster.heal();
      await cluster.release();
      await expectRefused(cluster, [late]);
    });

    scenario('a server that leads again knows nothing of its first time', {
      points: 0.2, servers: 3, name: 'read-leads-again',
    }, async scene => {
      const {cluster} = scene;
      favour(cluster, 'S1');
      await cluster.one('x', {servers: 3});
      for (let n = 0; n < 3; n++) await readAt(cluster, await cluster.checkOneLeader());
      favour(cluster, 'S2');
      cluster.isolate('S1');
      await cluster.checkOneLeader();
      cluster.heal();
      await shortPause(cluster);

      const second = await cluster.checkOneLeader();
      const {index} = await cluster.submit(second, 'y');
      await untilApplied(cluster, second, {index, withinMs: 500});
      favour(cluster, 'S1');
      holdEntries(scene);
      cluster.crash('S2');
      await cluster.runFor(1);
      const third = await cluster.checkOneLeader();
      const early = cluster.beginRead(third);
      await cluster.runFor(300);
      cluster.hold();
      await cluster.release();
      await expectAllowed(cluster, [early], 2 * cluster.settings.rpcTimeoutMs);

      favourNobody(cluster);
      cluster.isolate(third);
      const late = cluster.beginRead(third);
      await cluster.restart('S2');
      await cluster.checkOneLeader();
      cluster.heal();
      await expectRefused(cluster, [late]);
    });
  });

  section('§8', 'stale clocks', () => {
    scenario('a leader that was paused refuses the reads it finds when it goes on', {
      points: 0.2, servers: 3, name: 'read-paused',
    }, async ({cluster}) => {
      await cluster.one('x', {servers: 3});
      const leader = await cluster.checkOneLeader();
      await readAt(cluster, leader);
      cluster.pause(leader);
      const early = cluster.beginRead(leader);
      const next = await cluster.checkOneLeader();
      const {index} = await cluster.submit(next, 'y');
      await untilApplied(cluster, next, {index, withinMs: 500});
      const late = cluster.beginRead(leader);

      await cluster.resume(leader);
      await expectRefused(cluster, [early, late]);
      cluster.expectRole(leader, 'follower');
    });
  });
});
