/**
 * Clusters of one and of two, other settings, clocks that are not quite right.
 *
 * Paper: §5.2, §5.3, §5.6.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {expectNotApplied} from './agreement';
import {ALONE, DRIFT} from './because';
import {forbidElections} from './candidacies';
import {Traffic} from './cost';
import {readAt} from './reads';
import {expectCalm, expectRepeated, expectTimeouts} from './settings';

const OTHERS = [
  {because: 'as in the paper', heartbeatIntervalMs: 20, electionTimeoutMs: 150, rpcTimeoutMs: 60},
  {
    because: 'as for servers far apart',
    heartbeatIntervalMs: 400, electionTimeoutMs: 4_000, rpcTimeoutMs: 1_500,
  },
  {
    because: 'with results that are waited for longer than for leaders',
    heartbeatIntervalMs: 60, electionTimeoutMs: 300, rpcTimeoutMs: 900,
  },
];

lab(6, 'timing', () => {
  section('§5.2', 'small clusters', () => {
    scenario('a server that is alone leads, commits, is read, and sends nothing', {
      points: 0.1, servers: 1, name: 'one-server',
    }, async scene => {
      const {cluster} = scene;
      const traffic = new Traffic(scene);
      await cluster.checkOneLeader();
      await readAt(cluster, 'S1');
      await cluster.one('x', {servers: 1, retry: false});
      await readAt(cluster, 'S1');
      await cluster.runFor(4 * cluster.settings.electionTimeoutMs);
      cluster.expectRole('S1', 'leader', ALONE);
      traffic.expectAtMost('requests', {most: 0, what: 'a server that is alone', why: ALONE});
    });

    scenario('of two servers both are needed', {
      points: 0.1, servers: 2, name: 'two-servers',
    }, async ({cluster}) => {
      await cluster.one('x', {servers: 2});
      const leader = await cluster.checkOneLeader();
      await readAt(cluster, leader);
      const [other] = cluster.others(leader);
      cluster.crash(other!);
      await cluster.submit(leader, 'y');
      await cluster.read(leader, 4 * cluster.settings.electionTimeoutMs);
      expectNotApplied(cluster, 'y');

      await cluster.restart(other!);
      await cluster.one('z', {servers: 2});
      await readAt(cluster, await cluster.checkOneLeader());
    });
  });

  section('§5.6', 'other settings', () => {
    // A table, but that the settings of a world are those of its row.
    OTHERS.forEach(({because, ...settings}, n) => {
      scenario(`every bound follows the settings: ${because}`, {
        points: 0.1, servers: 3, name: `settings-${n + 1}`, settings,
      }, async scene => {
        await expectTimeouts(scene);
        await expectCalm(scene);
        await expectRepeated(scene);
      });
    });
  });

  section('§5.6', 'clocks', () => {
    scenario('clocks that are a tenth too fast or too slow cost no elections', {
      points: 0.2, servers: 5, name: 'drift',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      cluster.driftClock(leader, {rate: 0.9});
      for (const server of cluster.others(leader)) cluster.driftClock(server, {rate: 1.1});
      await cluster.runFor(2 * cluster.settings.electionTimeoutMs);
      const allow = forbidElections(cluster, DRIFT);

      await cluster.runFor(100 * cluster.settings.heartbeatIntervalMs);

      allow();
      cluster.isolate(leader);
      await cluster.one('x', {servers: 4});
      cluster.heal();
      await cluster.one('y', {servers: 5});
      await readAt(cluster, await cluster.checkOneLeader());
    });
  });
});
