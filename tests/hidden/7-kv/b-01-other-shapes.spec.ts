/**
 * Snapshots that cross from one author to another, of large commands, and of late terms.
 *
 * Paper: §7; Figure 13; Figure 3.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {ScenarioOptions} from '../../../harness/scenario';
import {expectRestored} from '../../7-kv/b-expectations';
import {calmPhase, cruelPhase, drawnConditions, FAULTS} from '../../7-kv/b-random-world';
import {letLead} from '../../7-kv/c-workload';

const CRUEL = {
  settings: {electionTimeoutMs: 200, heartbeatIntervalMs: 30, rpcTimeoutMs: 80},
  conditions: drawnConditions, unsynced: 'a prefix may survive',
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
  mustReach: ['snapshot installed', 're-election', 'restart'],
} satisfies Partial<ScenarioOptions>;
const GONE = {
  source: '§7',
  text: 'What this server lacks is in no log any more. The snapshot holds it, whoever wrote the ' +
    'server that sends it, and however large it is.',
};

hiddenLab('7b', 'snapshots', () => {
  section('§7', 'two authors', () => {
    for (const [name, whose, reference] of [
      ['reference-sends', 'your server installs the snapshot of another author\'s', ['S1', 'S2']],
      ['reference-installs', 'your snapshot is installed by another author\'s server', ['S3']],
    ] as const) {
      scenario(`${whose}, goes on from it, and leads`, {
        points: 1, servers: 3, snapshotEvery: 10, name, reference,
        mustReach: ['snapshot installed', 're-election', 'restart'],
      }, async scene => {
        const {cluster} = scene;
        await cluster.one('first', {servers: 3});
        cluster.isolate('S3');
        for (let n = 0; n < 45; n++) await cluster.one(`without S3, ${n}`, {servers: 2});
        cluster.heal();
        await cluster.one('with S3', {servers: 3});
        expectRestored(scene, 'S3', GONE);

        cluster.crash('S3');
        await cluster.restart('S3');
        await cluster.one('again', {servers: 3});
        await letLead(scene, 'S3');
        await cluster.one('led by S3', {servers: 3});
      });
    }

    scenario('five servers of two authors come through with snapshots every few entries', {
      ...CRUEL, points: 1, servers: 5, snapshotEvery: 4, name: 'two-authors-snapshots',
      seeds: seedsUpTo(4), reference: ['S2', 'S3'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 30});
      await calmPhase(scene);
    });
  });

  section('§7', 'other shapes', () => {
    scenario('large commands are replaced by snapshots like any others, here and elsewhere', {
      points: 1, servers: 3, snapshotEvery: 6, name: 'large-commands',
      mustReach: ['snapshot taken', 'snapshot installed', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      const large = 'x'.repeat(40_000);
      cluster.isolate('S3');
      for (let n = 0; n < 20; n++) await cluster.one(`${n} ${large}`, {servers: 2});
      cluster.heal();
      await cluster.one('with S3', {servers: 3});
      expectRestored(scene, 'S3', GONE);
      cluster.crash(...cluster.servers);
      await cluster.restart(...cluster.servers);
      await cluster.one('again', {servers: 3});
    });

    scenario('a snapshot of a term with many digits is one of any term', {
      points: 1, servers: 3, snapshotEvery: 5, name: 'late-terms',
      mustReach: ['snapshot installed', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      cluster.isolate('S3');
      for (let election = 0; election < 130; election++) await cluster.startElection('S3');
      cluster.heal();
      await cluster.one('in a late term', {servers: 3});
      cluster.isolate('S3');
      for (let n = 0; n < 25; n++) await cluster.one(`without S3, ${n}`, {servers: 2});
      cluster.heal();
      await cluster.one('with S3', {servers: 3});
      expectRestored(scene, 'S3', GONE);
      cluster.crash(...cluster.servers);
      await cluster.restart(...cluster.servers);
      await cluster.one('again', {servers: 3});
      await letLead(scene, 'S3');
      await cluster.one('led by S3', {servers: 3});
    });

    scenario('seven servers come through with a snapshot after every third entry', {
      ...CRUEL, points: 1, servers: 7, snapshotEvery: 3, name: 'random-snapshots-seven',
      seeds: seedsUpTo(4),
    }, async scene => {
      await cruelPhase(scene, {rounds: 40});
      await calmPhase(scene);
    });
  });
});
