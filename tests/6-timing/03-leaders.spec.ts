/**
 * Leaders come, stay, and are replaced: the Go labs' scenarios of part 3A, and what they leave out.
 *
 * Paper: §5.2; the Go labs' 3A.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {RETURNS, STAYS, TOLD} from './because';
import {forbidElections} from './candidacies';
import {expectToldAtOnce, HeartbeatGaps} from './heartbeats';
import {electionPause, shortPause} from './pauses';

lab(6, 'timing', () => {
  section('Go labs', '3A', () => {
    scenario('InitialElection: a leader is elected, and stays', {
      points: 0.4, servers: 3, name: 'initial-election',
    }, async ({cluster}) => {
      await cluster.checkOneLeader();
      await cluster.runFor(50);
      cluster.checkTerm();
      forbidElections(cluster, STAYS);

      await electionPause(cluster);
      await electionPause(cluster);

      cluster.checkTerm();
      await cluster.checkOneLeader();
    });

    scenario('ReElection: a leader is replaced, and there is none without a majority', {
      points: 0.4, servers: 3, name: 're-election',
    }, async ({cluster}) => {
      const first = await cluster.checkOneLeader();
      cluster.isolate(first);
      await cluster.checkOneLeader();
      cluster.heal();
      await shortPause(cluster);
      const second = await cluster.checkOneLeader();

      const [companion, third] = cluster.others(second);
      cluster.partition([third!]);
      await electionPause(cluster);
      await electionPause(cluster);
      cluster.checkNoLeader();

      cluster.partition([companion!, third!]);
      await cluster.checkOneLeader();
      cluster.heal();
      await shortPause(cluster);
      await cluster.checkOneLeader();
    });

    scenario('ManyElections: four of seven always find a leader', {
      points: 0.4, servers: 7, name: 'many-elections',
    }, async ({cluster, chance}) => {
      await cluster.checkOneLeader();
      for (let round = 1; round < 10; round++) {
        const away = [1, 2, 3].map(() => chance.pick(cluster.servers));
        cluster.isolate(...new Set(away));
        await shortPause(cluster);
        await cluster.checkOneLeader();
        cluster.heal();
      }
      await shortPause(cluster);
      await cluster.checkOneLeader();
    });
  });

  section('§5.2', 'staying the leader', () => {
    scenario('in a calm network nobody stands for 100 heartbeats', {
      points: 0.2, servers: 5, name: 'calm',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(cluster.settings.electionTimeoutMs);
      forbidElections(cluster, STAYS);

      await cluster.runFor(100 * cluster.settings.heartbeatIntervalMs);

      cluster.expectRole(leader, 'leader', STAYS);
    });

    scenario('a new leader tells everybody at once', {
      points: 0.2, servers: 5, name: 'at-once',
    }, async ({cluster}) => {
      for (let round = 0; round < 3; round++) {
        const gaps = new HeartbeatGaps(cluster);
        const leader = await cluster.checkOneLeader();
        const electedAtMs = cluster.nowMs;
        await cluster.runFor(2 * cluster.settings.heartbeatIntervalMs);

        expectToldAtOnce(cluster, {leader, electedAtMs, gaps, why: TOLD});
        cluster.heal();
        cluster.isolate(leader);
      }
    });

    scenario('a leader is never silent, not to those who are late or down either', {
      points: 0.3, servers: 5, name: 'never-silent',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      const [down, late] = cluster.others(leader);
      await cluster.runFor(cluster.settings.heartbeatIntervalMs);
      const gaps = new HeartbeatGaps(cluster);
      cluster.crash(down!);
      cluster.answerLate(late!, 7_000);

      for (let n = 0; n < 20; n++) {
        await cluster.submit(leader, `x = ${n}`);
        await cluster.runFor(cluster.settings.heartbeatIntervalMs + 7);
      }

      gaps.expectNoneLong(leader);
    });

    scenario('a server that was cut off for long comes back, and there is one leader', {
      points: 0.2, servers: 5, name: 'returns',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      const [away] = cluster.others(leader);
      cluster.isolate(away!);
      await cluster.one('while it is away', {servers: 4});
      await cluster.runFor(12 * cluster.settings.electionTimeoutMs);

      cluster.heal();
      await cluster.runFor(6 * cluster.settings.electionTimeoutMs);

      const last = await cluster.checkOneLeader();
      cluster.expectTerm(last, cluster.checkTerm(), RETURNS);
      await cluster.one('all are back', {servers: 5});
    });
  });
});
