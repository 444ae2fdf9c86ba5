/**
 * Random worlds: a snapshot every few entries, and whatever else may happen.
 *
 * Paper: §7; §5.4.3, Figure 3.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {calmPhase, cruelPhase, drawnConditions, FAULTS} from './b-random-world';

const CRUEL = {
  settings: {electionTimeoutMs: 200, heartbeatIntervalMs: 30, rpcTimeoutMs: 80},
  conditions: drawnConditions, unsynced: 'a prefix may survive',
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
} satisfies Partial<ScenarioOptions>;

lab('7b', 'snapshots', () => {
  section('Figure 3', 'random worlds', () => {
    scenario('three servers come through with a snapshot after every other entry', {
      ...CRUEL, points: 0.3, servers: 3, snapshotEvery: 2, name: 'random-snapshots-three',
      // In these, wrong boundaries and a wrong nextIndex do harm; in most others they do none.
      seeds: seedsUpTo(8, {first: [1, 4, 5]}),
      mustReach: [
        'snapshot installed', 're-election', 'restart', 'crash in the middle',
        'crash over a snapshot',
      ],
    }, async scene => {
      await cruelPhase(scene, {rounds: 25});
      await calmPhase(scene);
    });

    scenario('five servers come through with a snapshot after every five entries', {
      ...CRUEL, points: 0.3, servers: 5, snapshotEvery: 5, name: 'random-snapshots-five',
      // In the 4th, a leader that never steps down does harm.
      seeds: seedsUpTo(5, {first: [4]}),
      mustReach: [
        'snapshot installed', 're-election', 'restart', 'split vote',
        'earlier-term entry committed', 'crash over a snapshot',
      ],
    }, async scene => {
      await cruelPhase(scene, {rounds: 25});
      await calmPhase(scene);
    });
  });
});
