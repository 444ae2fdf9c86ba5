/**
 * Random worlds: whatever fails, the history is linearizable; when it is calm, all are answered.
 *
 * Paper: §8.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {FAULTS, calmPhase, cruelPhase} from './c-random-world';
import {BRISK} from './c-workload';

const CRUEL = {
  ...BRISK, snapshotBytes: 1_000,
  conditions: chance => ({
    lossProbability: chance.fraction() / 5, duplicationProbability: chance.fraction() / 5,
    reorderingProbability: chance.fraction() / 5, heldMsMin: 50, heldMsMax: 400,
    delayMsMin: 0, delayMsMax: chance.between(2, 30),
  }),
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
} satisfies Partial<ScenarioOptions>;

lab('7c', 'service', () => {
  section('§8', 'random worlds', () => {
    scenario('three clients of three servers are answered as by one, whatever fails', {
      ...CRUEL, points: 0.3, servers: 3, clients: 3, name: 'random-service-three',
      seeds: seedsUpTo(5),
      mustReach: ['re-election', 'restart', 'snapshot taken', 'client restarted'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 24});
      await calmPhase(scene);
    });

    scenario('five clients of five servers are answered as by one, whatever fails', {
      ...CRUEL, points: 0.3, servers: 5, clients: 5, name: 'random-service-five',
      seeds: seedsUpTo(2),
      mustReach: ['re-election', 'restart', 'snapshot taken', 'client restarted'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 30});
      await calmPhase(scene);
    });
  });
});
