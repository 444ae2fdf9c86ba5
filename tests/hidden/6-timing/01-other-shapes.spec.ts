/**
 * Larger clusters, clusters of two authors, other settings, longer worlds.
 *
 * Paper: §5.2, §5.3, §5.6, §8; Figure 3.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {ScenarioOptions} from '../../../harness/scenario';
import {expectNotApplied} from '../../6-timing/agreement';
import {untilApplied} from '../../6-timing/commands';
import {favour, favourNobody} from '../../6-timing/favour';
import {cruelPhase, drift, FAULTS, livelyPhase} from '../../6-timing/random-world';
import {expectRefused, readAt} from '../../6-timing/reads';
import {expectCalm, expectRepeated, expectTimeouts} from '../../6-timing/settings';

const CRUEL = {
  conditions: chance => ({
    lossProbability: chance.fraction() * 0.2,
    duplicationProbability: chance.fraction() * 0.25,
    reorderingProbability: chance.fraction() * 0.3,
    delayMsMin: 0, delayMsMax: chance.between(1, 30), heldMsMin: 10,
    heldMsMax: chance.between(50, 3_000),
  }),
  faults: ['loss', 'duplication', 'reordering', 'delay', 'drift', ...FAULTS],
} satisfies Partial<ScenarioOptions>;
const REACHES = ['leader elected', 're-election', 'restart', 'refused AppendEntries'] as const;

const OTHERS = [
  {because: 'with results that are soon given up',
    heartbeatIntervalMs: 120, electionTimeoutMs: 1_000, rpcTimeoutMs: 130},
  {because: 'with many heartbeats in one timeout',
    heartbeatIntervalMs: 25, electionTimeoutMs: 1_500, rpcTimeoutMs: 300},
];

hiddenLab(6, 'timing', () => {
  section('§5.2', 'seven servers', () => {
    scenario('of seven servers four must hear a leader, for commands and for reads', {
      points: 1, servers: 7, name: 'four-of-seven',
    }, async ({cluster}) => {
      await cluster.one('x', {servers: 7});
      const leader = await cluster.checkOneLeader();
      const [one = '', two = '', ...rest] = cluster.others(leader);
      cluster.partition([leader, one, two], rest);
      await cluster.submit(leader, 'on three');
      const calls = [cluster.beginRead(leader), cluster.beginRead(leader)];
      const next = await cluster.checkOneLeader({among: rest});
      const {index} = await cluster.submit(next, 'on four');
      await untilApplied(cluster, next, {index, withinMs: 1_000});
      await readAt(cluster, next);
      expectNotApplied(cluster, 'on three');

      cluster.heal();
      await expectRefused(cluster, calls);
      await cluster.one('y', {servers: 7});
      await readAt(cluster, await cluster.checkOneLeader());
    });

    scenario('seven servers survive everything, and agree again when it is over', {
      ...CRUEL, points: 1, servers: 7, name: 'random-seven',
      // In the 2nd, requests are refused.
      seeds: seedsUpTo(3, {first: [2]}),
      mustReach: REACHES,
    }, async scene => {
      drift(scene);
      await cruelPhase(scene, {rounds: 16});
      await livelyPhase(scene);
    });
  });

  section('§5.6', 'other settings', () => {
    // A table, but that the settings of a world are those of its row.
    OTHERS.forEach(({because, ...settings}, n) => {
      scenario(`every bound follows the settings: ${because}`, {
        points: 1, servers: 5, name: `other-settings-${n + 1}`, settings,
      }, async scene => {
        await expectTimeouts(scene);
        await expectCalm(scene);
        await expectRepeated(scene);
      });
    });

    scenario('a long world with short timeouts leaves one leader and one log', {
      ...CRUEL, points: 1, servers: 3, name: 'random-long', seeds: seedsUpTo(3),
      settings: {heartbeatIntervalMs: 20, electionTimeoutMs: 150, rpcTimeoutMs: 50},
      mustReach: REACHES,
    }, async scene => {
      drift(scene);
      await cruelPhase(scene, {rounds: 30});
      await livelyPhase(scene);
    });
  });

  section('§5.3', 'two authors', () => {
    for (const [name, whose, reference] of [
      ['reference-leads', 'your followers follow another leader', ['S1']],
      ['reference-follows', 'your leader leads other followers', ['S2', 'S3', 'S4', 'S5']],
    ] as const) {
      scenario(`${whose}, are caught up by it, and are replaced`, {
        points: 1, servers: 5, name, reference,
      }, async ({cluster}) => {
        favour(cluster, 'S1');
        await cluster.runUntil(() => cluster.leader() === 'S1', {
          withinMs: 5_000, what: 'victory of S1, whose clock is fast,',
        });
        favourNobody(cluster);
        await cluster.one('x', {servers: 5});
        cluster.isolate('S5');
        for (let n = 0; n < 20; n++) await cluster.submit('S1', `x ${n}`);
        await cluster.runFor(400);
        cluster.heal();
        await cluster.one('y', {servers: 5});

        const leader = await cluster.checkOneLeader();
        await readAt(cluster, leader);
        cluster.isolate(leader);
        const next = await cluster.checkOneLeader();
        await cluster.one('z', {servers: 4});
        await readAt(cluster, next);
      });
    }

    scenario('five servers of two authors survive everything, and agree again', {
      ...CRUEL, points: 2, servers: 5, name: 'two-authors', reference: ['S1', 'S2'],
      // In the 3rd, requests are refused also of who sends them in batches.
      seeds: seedsUpTo(4, {first: [3]}), mustReach: REACHES,
    }, async scene => {
      drift(scene);
      await cruelPhase(scene, {rounds: 14});
      await livelyPhase(scene);
    });
  });
});
