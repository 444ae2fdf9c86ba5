/**
 * Random worlds: whatever crashes, and wherever, what was told stays true, and calm brings
 * progress.
 *
 * Paper: §5.4.3, Figure 3; Figure 2, "State".
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {calmPhase, cruelPhase, drawnConditions, FAULTS} from './a-random-world';

const CRUEL = {
  conditions: drawnConditions,
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
} satisfies Partial<ScenarioOptions>;

lab('7a', 'persistence', () => {
  section('Figure 3', 'random worlds', () => {
    scenario('three servers keep their word, though what was not synced is lost', {
      ...CRUEL, points: 0.25, servers: 3, seeds: seedsUpTo(10), name: 'random-lost',
      mustReach: ['restart', 're-election', 'crash in the middle'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 30});
      await calmPhase(scene);
    });

    scenario('three servers keep their word, though some of it survives', {
      ...CRUEL, points: 0.25, servers: 3, seeds: seedsUpTo(10), name: 'random-survives',
      unsynced: 'a prefix may survive',
      mustReach: ['restart', 're-election', 'crash in the middle'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 30});
      await calmPhase(scene);
    });

    scenario('five servers keep their word, and end with one log', {
      ...CRUEL, points: 0.2, servers: 5, seeds: seedsUpTo(5), name: 'random-five-restarts',
      unsynced: 'a prefix may survive',
      mustReach: ['restart', 're-election', 'crash in the middle'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 40});
      await calmPhase(scene);
    });
  });
});
