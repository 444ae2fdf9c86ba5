/**
 * Servers that live long, start again often, and share a cluster with another author's.
 *
 * Paper: §5.1, §5.2, §5.4.3; Figure 2, "State"; Figure 3.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {Scene, ScenarioOptions} from '../../../harness/scenario';
import {crashAll} from '../../7-kv/a-go-labs';
import {calmPhase, cruelPhase, drawnConditions, FAULTS} from '../../7-kv/a-random-world';

const CRUEL = {
  conditions: drawnConditions, unsynced: 'a prefix may survive',
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
  mustReach: ['restart', 're-election', 'crash in the middle'],
} satisfies Partial<ScenarioOptions>;

/** Commands one after the other, so that each costs every disk a record at least. */
async function work({cluster}: Scene, {from, count}: {from: number; count: number}): Promise<void> {
  for (let n = from; n < from + count; n++) {
    await cluster.one(`command ${n}`, {servers: cluster.servers.length});
  }
}

hiddenLab('7a', 'persistence', () => {
  section('§5.1', 'long lives', () => {
    scenario('what five hundred commands have left on the disks comes back, all of it', {
      points: 1, servers: 3, name: 'five-hundred', mustReach: ['restart'],
    }, async scene => {
      const {cluster} = scene;
      await work(scene, {from: 0, count: 500});
      await crashAll(cluster);
      await work(scene, {from: 500, count: 3});
      await crashAll(cluster);
      await work(scene, {from: 503, count: 3});
    });

    scenario('a vote is kept in the fortieth election as in the first', {
      points: 1, servers: 3, name: 'forty-elections', mustReach: ['restart', 'split vote'],
    }, async ({cluster}) => {
      for (let election = 0; election < 40; election++) {
        cluster.hold({});
        for (const rival of ['S1', 'S2']) await cluster.startElection(rival);
        await cluster.release({to: 'S3', type: 'RequestVote', from: 'S1'});
        cluster.crash('S3');
        await cluster.restart('S3');
        await cluster.release({to: 'S3', type: 'RequestVote', from: 'S2'});
        cluster.hold();
        await cluster.release({from: 'S3'});
        cluster.dropHeld();
        await cluster.runFor(20);
      }
      await cluster.one('the last', {servers: 3});
    });
  });

  section('Figure 3', 'other worlds', () => {
    scenario('five servers of two authors keep their word, and end with one log', {
      ...CRUEL, points: 1, servers: 5, seeds: seedsUpTo(4), name: 'two-authors-restart',
      reference: ['S1', 'S4'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 40});
      await calmPhase(scene);
    });

    scenario('four servers keep their word through a long and cruel life', {
      ...CRUEL, points: 1, servers: 4, seeds: seedsUpTo(4), name: 'random-four-restarts',
    }, async scene => {
      await cruelPhase(scene, {rounds: 90});
      await calmPhase(scene);
    });
  });
});
