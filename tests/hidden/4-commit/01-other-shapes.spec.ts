/**
 * Commitment across two authors, in larger clusters, and over long stretches of the log.
 *
 * Paper: §5.3, §5.4.2, §5.4.3; Figure 8.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {ScenarioOptions} from '../../../harness/scenario';
import {winElection} from '../../4-commit/elections';
import {expectAllApplied, expectCommitted, expectLearned} from '../../4-commit/expectations';
import {liveThroughIt} from './random-world';

const ALL_AT_ONCE = {
  source: '§5.4.2',
  text: 'Once an entry of the leader\'s own term is on a majority, it is committed, and all that ' +
    'stand before it are committed with it, however many they are.',
};
const NOT_BY_COUNTING = {
  source: '§5.4.2; Figure 8',
  text: 'An entry of an earlier term is not committed by counting replicas, be it on all servers.',
};
const CRUEL = {
  conditions: {
    lossProbability: 0.15, duplicationProbability: 0.2, reorderingProbability: 0.2,
    delayMsMin: 0, delayMsMax: 30, heldMsMin: 20, heldMsMax: 400,
  },
  faults: ['loss', 'delay', 'duplication', 'reordering', 'cut links', 'crashes', 'new leaders'],
} satisfies Partial<ScenarioOptions>;

const OLD = Array.from({length: 80}, (_, n) => 1 + Math.floor(n / 30)).join(' ');

hiddenLab(4, 'commit', () => {
  section('§5.4.2', 'a long tail', () => {
    scenario('one entry of the new term commits a whole log of earlier ones, at once', {
      points: 1, servers: 5, name: 'long-tail',
      initial: {S1: {log: OLD}, S2: {log: OLD}, S3: {log: '1 1 1'}, S4: {log: OLD}},
    }, async scene => {
      const {cluster} = scene;
      await winElection(scene, 'S1', {votes: ['S2', 'S3']});
      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 0}, NOT_BY_COUNTING);

      await cluster.submit('S1', 'of the new term');
      await cluster.replicateAndDeliver('S1');
      expectCommitted(cluster, {S1: 81}, ALL_AT_ONCE);
      await cluster.replicateAndDeliver('S1');
      expectLearned(cluster, {S2: 81, S3: 81, S4: 81, S5: 81}, ALL_AT_ONCE);
      expectAllApplied(cluster, 'S1');
    });
  });

  section('§5.3', 'two authors', () => {
    for (const [name, whose, reference] of [
      ['reference-leads', 'your followers learn from another leader', ['S1']],
      ['reference-follows', 'your leader counts other followers', ['S2', 'S3', 'S4', 'S5']],
    ] as const) {
      scenario(`${whose} what is committed`, {
        points: 1, servers: 5, name, reference,
        initial: {S1: {log: '1 1 2'}, S3: {log: '1 1 1'}, S5: {log: '1 1 2'}},
      }, async scene => {
        const {cluster} = scene;
        await winElection(scene, 'S1', {votes: ['S2', 'S3']});
        cluster.isolate('S4', 'S5');
        for (const command of ['x = 1', 'x = 2']) {
          await cluster.submit('S1', command);
          await cluster.replicateAndDeliver('S1');
        }
        expectCommitted(cluster, {S1: 5}, ALL_AT_ONCE);
        expectLearned(cluster, {S2: 4, S3: 4, S4: 0, S5: 0}, ALL_AT_ONCE);

        cluster.heal();
        for (let round = 0; round < 2; round++) await cluster.replicateAndDeliver('S1');
        expectAllApplied(cluster, 'S1');
      });
    }

    scenario('five servers of two authors apply the same commands, whoever leads', {
      ...CRUEL, points: 2, servers: 5, name: 'two-authors', seeds: seedsUpTo(5),
      reference: ['S1', 'S4'],
      mustReach: ['entry committed', 'earlier-term entry committed', 'old leader deposed'],
    }, scene => liveThroughIt(scene, {rounds: 20}));
  });

  section('§5.4.3', 'other shapes', () => {
    scenario('seven servers apply the same commands, whoever leads', {
      ...CRUEL, points: 1, servers: 7, name: 'random-of-seven',
      // In the 3rd, entries are overwritten.
      seeds: seedsUpTo(6, {first: [3]}),
      mustReach: ['entry committed', 'earlier-term entry committed', 'entry overwritten'],
    }, scene => liveThroughIt(scene, {rounds: 30}));

    scenario('two servers commit what both have, and nothing else', {
      ...CRUEL, points: 1, servers: 2, name: 'random-of-two', seeds: seedsUpTo(6),
      mustReach: ['entry committed'],
    }, scene => liveThroughIt(scene, {rounds: 20}));
  });
});
