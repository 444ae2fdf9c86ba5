/**
 * Random worlds: whatever fails, nothing safe is lost and no read is stale; calm brings progress.
 *
 * Paper: §5.4.3, §5.6, §8, Figure 3.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {cruelPhase, drift, FAULTS, livelyPhase} from './random-world';

const CRUEL = {
  conditions: chance => ({
    lossProbability: chance.fraction() * 0.15,
    duplicationProbability: chance.fraction() * 0.15,
    reorderingProbability: chance.fraction() * 0.2,
    delayMsMin: 0, delayMsMax: chance.between(1, 40), heldMsMin: 10,
    heldMsMax: chance.between(50, 2_200),
  }),
  faults: ['loss', 'duplication', 'reordering', 'delay', 'drift', ...FAULTS],
  seeds: seedsUpTo(10),
} satisfies Partial<ScenarioOptions>;

lab(6, 'timing', () => {
  section('Figure 3', 'random worlds', () => {
    scenario('three servers survive everything, and agree again when it is over', {
      ...CRUEL, points: 0.4, servers: 3, name: 'random-three',
      mustReach: [
        'leader elected', 're-election', 'restart', 'refused AppendEntries',
        'earlier-term entry committed',
      ],
    }, async scene => {
      drift(scene);
      await cruelPhase(scene, {rounds: 12});
      await livelyPhase(scene);
    });

    scenario('five servers survive everything, and agree again when it is over', {
      ...CRUEL, points: 0.4, servers: 5, name: 'random-five',
      mustReach: [
        'leader elected', 're-election', 'restart', 'refused AppendEntries',
        'earlier-term entry committed',
      ],
    }, async scene => {
      drift(scene);
      await cruelPhase(scene, {rounds: 14});
      await livelyPhase(scene);
    });
  });
});
