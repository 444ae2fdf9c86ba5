/**
 * Clusters of two authors: what one leader sends, another's follower must understand, and back.
 *
 * Paper: §5.3; Figure 7.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {ScenarioOptions} from '../../../harness/scenario';
import {expectMatchIndex} from '../../3-replication/expectations';
import {changeLeaders, endUnder} from './leaders';

const FIGURE_7 = {
  S1: {log: '1 1 1 4 4 5 5 6 6 6'},
  S2: {log: '1 1 1 4 4 5 5 6 6'}, S3: {log: '1 1 1 4'},
  S4: {log: '1 1 1 4 4 5 5 6 6 6 6'}, S5: {log: '1 1 1 4 4 5 5 6 6 6 7 7'},
  S6: {log: '1 1 1 4 4 4 4'}, S7: {log: '1 1 1 2 2 2 3 3 3 3 3'},
};
const CRUEL = {
  conditions: {
    lossProbability: 0.2, duplicationProbability: 0.2, reorderingProbability: 0.3,
    delayMsMin: 0, delayMsMax: 40, heldMsMin: 20, heldMsMax: 500,
  },
  faults: ['loss', 'duplication', 'reordering', 'delay', 'crash'],
  seeds: seedsUpTo(6),
} satisfies Partial<ScenarioOptions>;

hiddenLab(3, 'replication', () => {
  section('§5.3', 'two authors', () => {
    for (const [name, whose, reference] of [
      ['reference-leads', 'your followers understand another leader', ['S1']],
      ['reference-follows', 'your leader understands other followers',
        ['S2', 'S3', 'S4', 'S5', 'S6', 'S7']],
    ] as const) {
      scenario(`${whose}: the six followers of Figure 7, all at the same time`, {
        points: 1, servers: 7, name: `figure7-${name}`, initial: FIGURE_7, reference,
      }, async ({cluster}) => {
        await cluster.appoint('S1', {term: 8});
        await cluster.submit('S1', 'x = 8');
        await cluster.replicateAndDeliver('S1');

        cluster.expectSameLogs('S1', cluster.others('S1'));
        expectMatchIndex(cluster, 'S1', {S2: 11, S3: 11, S4: 11, S5: 11, S6: 11, S7: 11});
      });
    }

    scenario('whoever leads, and whoever wrote it, every log becomes the last leader\'s', {
      ...CRUEL, points: 2, servers: 5, name: 'two-authors', reference: ['S2', 'S4'],
      mustReach: ['refused AppendEntries', 'entry overwritten', 'old leader deposed', 'restart'],
    }, async scene => {
      await changeLeaders(scene, {terms: 8});
      await endUnder(scene, {term: 9});
    });
  });

  section('§5.3', 'other shapes', () => {
    scenario('seven servers under many leaders end with one log', {
      ...CRUEL, points: 1, servers: 7, name: 'many-leaders-of-seven',
      mustReach: ['refused AppendEntries', 'entry overwritten', 'old leader deposed'],
    }, async scene => {
      await changeLeaders(scene, {terms: 10});
      await endUnder(scene, {term: 11});
    });

    scenario('terms and indexes of two and three digits are numbers like any other', {
      points: 1, servers: 5, name: 'many-digits',
      initial: {
        S1: {log: [...Array.from({length: 120}, (_, n) => n + 1)].join(' ')},
        S2: {log: [...Array.from({length: 99}, (_, n) => n + 1)].join(' ')},
        S3: {log: '1 2 3 4 5 6 7 8 9 9 9 9 100'},
        S4: {log: [...Array.from({length: 9}, (_, n) => n + 1), 121].join(' ')},
      },
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1_000});
      await cluster.submit('S1', 'x = 1000');
      await cluster.replicateAndDeliver('S1');
      await cluster.appoint('S5', {term: 10_000});
      await cluster.submit('S5', 'y = 10000');
      await cluster.replicateAndDeliver('S5');

      cluster.expectSameLogs('S5', cluster.others('S5'));
      expectMatchIndex(cluster, 'S5', {S1: 122, S2: 122, S3: 122, S4: 122});
    });

    // Each leader is cut off with entries of its own before the next one is appointed.
    scenario('what ten cut-off leaders have left behind is replaced by what the last one has', {
      points: 1, servers: 5, name: 'ten-leaders', mustReach: ['entry overwritten'],
    }, async ({cluster}) => {
      for (let term = 1; term <= 10; term++) {
        const [leader = '', friend = ''] = [...cluster.servers, ...cluster.servers].slice(term % 5);
        cluster.partition([leader, friend], cluster.others(leader, friend));
        await cluster.appoint(leader, {term});
        for (let n = 0; n < 1 + term % 4; n++) await cluster.submit(leader, `${term}, ${n}`);
        await cluster.replicateAndDeliver(leader);
        cluster.isolate(leader, friend);
      }
      cluster.heal();
      await cluster.appoint('S3', {term: 11});
      await cluster.submit('S3', 'the last word');
      await cluster.replicateAndDeliver('S3');
      await cluster.replicateAndDeliver('S3');

      cluster.expectSameLogs('S3', cluster.others('S3'));
    });
  });
});
