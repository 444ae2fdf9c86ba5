/**
 * Clients of one author with servers of another, and servers of both in one cluster.
 *
 * How a store writes its state into a snapshot is its author's choice, so in a cluster of two
 * authors nobody takes one.
 * Paper: §8.
 */
import {UNRELIABLE, hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {ScenarioOptions} from '../../../harness/scenario';
import {FAULTS, calmPhase, cruelPhase} from '../../7-kv/c-random-world';
import {BRISK, work} from '../../7-kv/c-workload';

const CRUEL = {
  ...BRISK,
  conditions: chance => ({
    lossProbability: chance.fraction() / 4, duplicationProbability: chance.fraction() / 4,
    reorderingProbability: chance.fraction() / 4, heldMsMin: 50, heldMsMax: 600,
    delayMsMin: 0, delayMsMax: chance.between(2, 25),
  }),
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
  mustReach: ['re-election', 'restart'],
} satisfies Partial<ScenarioOptions>;

hiddenLab('7c', 'service', () => {
  section('§8', 'two authors', () => {
    scenario('your servers answer another author\'s clients as one, whatever fails', {
      ...CRUEL, points: 1, servers: 3, clients: 4, snapshotBytes: 1_500, seeds: seedsUpTo(4),
      name: 'random-other-clients', reference: 'clients',
    }, async scene => {
      await cruelPhase(scene, {rounds: 26});
      await calmPhase(scene);
    });

    scenario('your clients get along with another author\'s servers, whatever fails', {
      ...CRUEL, points: 1, servers: 5, clients: 3, snapshotBytes: 1_500, seeds: seedsUpTo(4),
      name: 'random-other-servers', reference: 'servers',
    }, async scene => {
      await cruelPhase(scene, {rounds: 26});
      await calmPhase(scene);
    });

    scenario('servers of two authors are one service, for clients of two authors', {
      ...CRUEL, points: 2, servers: 5, clients: 4, seeds: seedsUpTo(4),
      name: 'random-two-authors', reference: ['S1', 'S3', 'C1', 'C2'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 26});
      await calmPhase(scene);
    });

    scenario('servers of two authors go on through crashes of all of them', {
      servers: 3, clients: 5, ...BRISK, conditions: UNRELIABLE, faults: ['loss', 'delay'],
      points: 1, name: 'two-authors-crash', reference: ['S2', 'C1'],
    }, scene => work(scene, {partitions: true, crashes: true, sharedKeys: true, iterations: 3}));
  });
});
