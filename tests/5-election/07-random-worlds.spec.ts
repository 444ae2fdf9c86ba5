/**
 * Random worlds: whatever fails, nothing that was safe is lost, and calm brings one leader.
 *
 * Paper: §5.4.3, Figure 3.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {calmPhase, cruelPhase, FAULTS} from './random-world';

const CRUEL = {
  conditions: {
    lossProbability: 0.1, duplicationProbability: 0.1, reorderingProbability: 0.15,
    delayMsMin: 0, delayMsMax: 8, heldMsMin: 10, heldMsMax: 120,
  },
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
  seeds: seedsUpTo(20),
} satisfies Partial<ScenarioOptions>;

lab(5, 'election', () => {
  section('Figure 3', 'random worlds', () => {
    scenario('three servers end with one leader and one log, whatever failed before', {
      ...CRUEL, points: 0.75, servers: 3, name: 'random-three',
      mustReach: [
        'leader elected', 're-election', 'split vote', 'old leader deposed', 'restart',
        'crash in the middle',
      ],
    }, async scene => {
      await cruelPhase(scene, {rounds: 16});
      await calmPhase(scene);
    });

    scenario('five servers end with one leader and one log, whatever failed before', {
      ...CRUEL, points: 0.75, servers: 5, name: 'random-five',
      mustReach: [
        're-election', 'split vote', 'old leader deposed', 'entry overwritten', 'entry committed',
        'earlier-term entry committed', 'refused AppendEntries', 'crash in the middle',
      ],
    }, async scene => {
      await cruelPhase(scene, {rounds: 20});
      await calmPhase(scene);
    });
  });
});
