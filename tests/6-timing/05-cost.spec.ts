/**
 * What a leader may cost: bounds in messages, entries and time, whatever way it is written.
 *
 * Paper: §5.1, §5.3; the Go labs' budgets.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {GATHER, QUICK, REPEAT, SLOW_ONE, SPARE} from './because';
import {expectQuick, holdEntries, submitBurst, untilApplied} from './commands';
import {expectNoGrowth, Traffic} from './cost';
import {favour} from './favour';
import {shortPause} from './pauses';

const SIXTY = ['1', ...Array.from({length: 59}, () => '6')].join(' ');

lab(6, 'timing', () => {
  section('§5.2', 'what standing and leading cost', () => {
    scenario('a leader that has nothing to send sends one heartbeat an interval', {
      points: 0.2, servers: 5, name: 'idle',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('x', {servers: 5});
      const leader = await cluster.checkOneLeader();
      const before = cluster.view(leader).log.length;
      const traffic = new Traffic(scene);

      await cluster.runFor(40 * cluster.settings.heartbeatIntervalMs);

      traffic.expectAtMost('requests', {
        most: 1.5 * 40 * 4, what: '40 heartbeats to 4 followers', why: SPARE,
        functions: ['timing.leadershipBegan'],
      });
      expectNoGrowth(cluster, {
        server: leader, before, what: 'a time in which nothing happens', why: SPARE,
        functions: ['timing.leadershipBegan', 'reads.leadershipBegan'],
      });
    });

    scenario('a leader that leads for the third time costs what it did the first time', {
      points: 0.2, servers: 3, name: 'leads-again',
    }, async scene => {
      const {cluster} = scene;
      const [first, second] = ['S1', 'S2'];
      favour(cluster, first);
      for (let round = 0; round < 3; round++) {
        await cluster.checkOneLeader();
        await shortPause(cluster);
        const traffic = new Traffic(scene);
        await cluster.runFor(20 * cluster.settings.heartbeatIntervalMs);
        traffic.expectAtMost('requests', {
          most: 1.5 * 20 * 2, what: '20 heartbeats to 2 followers', why: SPARE,
          hint: 'What becomes of the heartbeats of a leader when it is deposed?',
          functions: ['timing.leadershipBegan', 'timing.leadershipEnded'],
        });

        favour(cluster, second);
        cluster.isolate(first);
        await cluster.checkOneLeader();
        cluster.heal();
        await shortPause(cluster);
        favour(cluster, first);
        cluster.crash(second);
        await cluster.checkOneLeader();
        await cluster.restart(second);
      }
    });

    scenario('a candidate that nobody answers asks now and then, not all the time', {
      points: 0.2, servers: 3, name: 'lone-candidate',
    }, async scene => {
      const {cluster} = scene;
      const {electionTimeoutMs, rpcTimeoutMs} = cluster.settings;
      cluster.isolate(...cluster.servers);
      const traffic = new Traffic(scene);

      await cluster.runFor(20 * electionTimeoutMs);

      const each = 20 * electionTimeoutMs * (1 / rpcTimeoutMs + 1 / electionTimeoutMs);
      traffic.expectAtMost('requests', {
        most: 3 * 2 * each, what: `3 candidates that ask 2 others, for ${cluster.nowMs}ms`,
        why: SPARE, functions: ['timing.electionTimerReset'],
      });
    });
  });

  section('§5.3', 'what entries cost', () => {
    scenario('a command does not wait for the next heartbeat', {
      points: 0.4, servers: 3, name: 'speed',
    }, async ({cluster, isFullLength}) => {
      const count = isFullLength ? 1_000 : 200;
      await cluster.one('first', {servers: 3});
      const fromMs = cluster.nowMs;

      for (let n = 0; n < count; n++) await cluster.one(`x = ${n}`, {servers: 1});

      expectQuick(cluster, await cluster.checkOneLeader(), {
        tookMs: cluster.nowMs - fromMs,
        mostMs: count * cluster.settings.heartbeatIntervalMs * 2 / 3,
        what: `${count} commands, one after the other`,
        why: QUICK, functions: ['timing.entriesAppended', 'timing.resultsReceived'],
      });
    });

    scenario('what gathers while a request is under way leaves with its answer', {
      points: 0.3, servers: 3, name: 'gathered',
      conditions: {delayMsMin: 30, delayMsMax: 30},
      settings: {heartbeatIntervalMs: 300, electionTimeoutMs: 3_000, rpcTimeoutMs: 1_000},
    }, async ({cluster}) => {
      await cluster.one('first', {servers: 3});
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(2 * cluster.settings.heartbeatIntervalMs);
      const fromMs = cluster.nowMs;

      await cluster.submit(leader, 'one');
      await cluster.runFor(10);
      const last = await submitBurst(cluster, leader, 50);
      await untilApplied(cluster, leader, {index: last, withinMs: 1_000});

      expectQuick(cluster, leader, {
        tookMs: cluster.nowMs - fromMs, mostMs: 2 * 60 + 40,
        what: 'two round trips of 60ms each', why: GATHER, functions: ['timing.resultsReceived'],
      });
    });

    scenario('a thousand commands at one moment cross to each follower about once', {
      points: 0.4, servers: 3, name: 'burst',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('first', {servers: 3});
      const leader = await cluster.checkOneLeader();
      const traffic = new Traffic(scene);

      const last = await submitBurst(cluster, leader, 1_000);
      await untilApplied(cluster, leader, {
        index: last, withinMs: 10 * cluster.settings.heartbeatIntervalMs,
      });

      for (const to of cluster.others(leader)) {
        traffic.expectAtMost('entries', {
          most: 1_500, to, what: `1000 commands to ${to}`, why: GATHER,
          functions: ['timing.entriesAppended'],
        });
      }
      traffic.expectAtMost('requests', {
        most: (1_000 + 1 + 3) * 3, what: '1000 commands to 2 followers',
      });
    });

    scenario('a follower that lacks sixty entries has them within three heartbeats', {
      points: 0.3, servers: 3, name: 'catch-up',
      initial: {S1: {log: SIXTY}, S2: {log: SIXTY}, S3: {log: '1 2 3 4 5'}},
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      const fromMs = cluster.nowMs;
      const withinMs = 3 * cluster.settings.heartbeatIntervalMs;
      await cluster.runUntil(() => cluster.view('S3').log.length >= 60, {
        withinMs: 20 * withinMs, what: 'log of sixty entries at S3',
      });
      expectQuick(cluster, leader, {
        tookMs: cluster.nowMs - fromMs, mostMs: withinMs, what: 'sixty entries that S3 lacked',
        why: QUICK, functions: ['timing.resultsReceived'],
      });
    });

    scenario('entries that get lost are sent again, and soon', {
      points: 0.3, servers: 3, name: 'lost',
    }, async ({cluster}) => {
      await cluster.one('first', {servers: 3});
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(10);
      const fromMs = cluster.nowMs;
      for (const to of cluster.others(leader)) cluster.cutOneWay(leader, to);
      const {index} = await cluster.submit(leader, 'x');
      await cluster.runFor(6);
      cluster.heal();

      await untilApplied(cluster, leader, {
        index, withinMs: cluster.settings.electionTimeoutMs, why: REPEAT,
        hint: 'For how long is a follower busy that never answers?',
      });

      const {rpcTimeoutMs, heartbeatIntervalMs} = cluster.settings;
      expectQuick(cluster, leader, {
        tookMs: cluster.nowMs - fromMs, mostMs: rpcTimeoutMs + 2 * heartbeatIntervalMs,
        what: 'a command that got lost on its first way', why: REPEAT,
        functions: ['timing.entriesAppended', 'timing.leadershipBegan'],
      });
    });

    scenario('entries that are slow are not sent with every heartbeat that is quick', {
      points: 0.3, servers: 3, name: 'slow-entries',
    }, async scene => {
      const {cluster} = scene;
      const {rpcTimeoutMs} = cluster.settings;
      await cluster.one('first', {servers: 3});
      const leader = await cluster.checkOneLeader();
      const traffic = new Traffic(scene);
      holdEntries(scene);
      const last = await submitBurst(cluster, leader, 20);

      await cluster.runFor(10 * rpcTimeoutMs);

      for (const to of cluster.others(leader)) {
        traffic.expectAtMost('entries', {
          most: 20 * 1.5 * (10 + 2), to, why: GATHER,
          what: `20 commands to ${to}, sent again every ${rpcTimeoutMs}ms`,
          functions: ['timing.resultsReceived', 'timing.leadershipBegan'],
        });
      }
      cluster.hold();
      await cluster.release();
      await untilApplied(cluster, leader, {index: last, withinMs: 2 * rpcTimeoutMs});
    });

    scenario('a follower that answers everything 7 s late costs little and holds nobody up', {
      points: 0.4, servers: 5, name: 'late-follower',
    }, async scene => {
      const {cluster} = scene;
      const {rpcTimeoutMs, heartbeatIntervalMs} = cluster.settings;
      await cluster.one('first', {servers: 5});
      const leader = await cluster.checkOneLeader();
      const [late] = cluster.others(leader);
      cluster.answerLate(late!, 7_000);
      const traffic = new Traffic(scene);
      const fromMs = cluster.nowMs;

      for (let n = 0; n < 20; n++) await cluster.one(`x = ${n}`, {servers: 4});
      expectQuick(cluster, leader, {
        tookMs: cluster.nowMs - fromMs, mostMs: 20 * 1.5 * heartbeatIntervalMs,
        what: `20 commands while ${late!} answers everything 7 s late`, why: SLOW_ONE,
        functions: ['timing.entriesAppended', 'timing.resultsReceived'],
      });

      await cluster.runFor(8_000);
      traffic.expectAtMost('entries', {
        most: 20 * 1.5 * (7_000 / rpcTimeoutMs + 2), to: late!, why: GATHER,
        what: `20 commands to ${late!}, sent again every ${rpcTimeoutMs}ms`,
      });
      traffic.expectAtMost('requests', {
        most: 1.5 * (cluster.nowMs - fromMs) * (1 / heartbeatIntervalMs + 1 / rpcTimeoutMs) + 40,
        to: late!, why: SPARE, what: `${late!}, which answers 7 s late`,
      });
    });
  });
});
