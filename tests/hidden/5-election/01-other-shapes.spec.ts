/**
 * Elections between two authors, in larger clusters, and among terms that are far apart.
 *
 * Paper: §5.2, §5.4.1, §5.4.3; Figure 3, Figure 8.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import type {ScenarioOptions} from '../../../harness/scenario';
import {calmPhase, cruelPhase, FAULTS} from '../../5-election/random-world';

const CRUEL = {
  conditions: {
    lossProbability: 0.15, duplicationProbability: 0.2, reorderingProbability: 0.25,
    delayMsMin: 0, delayMsMax: 12, heldMsMin: 10, heldMsMax: 250,
  },
  faults: ['loss', 'duplication', 'reordering', 'delay', ...FAULTS],
} satisfies Partial<ScenarioOptions>;
const KEPT = {
  source: '§5.4.1, §5.4.3',
  text: 'What a majority has stored is in the log of one server at least of every other ' +
    'majority, and that server votes for no candidate without it, whoever wrote the candidate.',
};

hiddenLab(5, 'election', () => {
  section('§5.2', 'two authors', () => {
    scenario('leaders of two authors take turns, and nothing committed is lost', {
      points: 1, servers: 5, name: 'turns', reference: ['S1', 'S3'],
    }, async ({cluster}) => {
      const commands: string[] = [];
      for (const leader of ['S1', 'S2', 'S3', 'S4', 'S5', 'S1']) {
        const away = cluster.others(leader)[commands.length % 4] ?? '';
        await cluster.elect(leader, KEPT);
        cluster.isolate(away);
        commands.push(`${leader} wrote ${commands.length}`);
        await cluster.submit(leader, commands.at(-1) ?? '');
        await cluster.replicateAndDeliver(leader);
        cluster.heal();
        await cluster.replicateAndDeliver(leader);
        await cluster.replicateAndDeliver(leader);
      }
      for (const server of cluster.servers) cluster.expectApplied(server, commands, KEPT);
    });

    scenario('five servers of two authors end with one leader and one log', {
      ...CRUEL, points: 2, servers: 5, name: 'two-authors', reference: ['S2', 'S5'],
      // In the 4th, an old leader is deposed.
      seeds: seedsUpTo(6, {first: [4]}),
      mustReach: [
        're-election', 'split vote', 'old leader deposed', 'entry overwritten', 'restart',
      ],
    }, async scene => {
      await cruelPhase(scene, {rounds: 24});
      await calmPhase(scene);
    });

    scenario('your vote does not help another author\'s candidate that lacks what is committed', {
      points: 1, servers: 3, name: 'refuses-another', reference: ['S3'],
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S3');
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');
      for (let election = 0; election < 12; election++) await cluster.startElection('S3');
      cluster.heal();
      await cluster.startElection('S3');
      await cluster.deliver();
      cluster.checkNoLeader();

      await cluster.elect('S2', KEPT);
      await cluster.submit('S2', 'x = 2');
      for (let round = 0; round < 3; round++) await cluster.replicateAndDeliver('S2');
      for (const server of cluster.servers) {
        cluster.expectApplied(server, ['x = 1', 'x = 2'], KEPT);
      }
    });
  });

  section('§5.4.3', 'other shapes', () => {
    scenario('seven servers end with one leader and one log', {
      ...CRUEL, points: 1, servers: 7, name: 'random-seven',
      // In the 2nd, an old leader is deposed, and entries are overwritten.
      seeds: seedsUpTo(6, {first: [2]}),
      mustReach: ['re-election', 'split vote', 'old leader deposed', 'entry overwritten'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 50});
      await calmPhase(scene);
    });

    scenario('four servers, half of which are no majority, end with one log after a long time', {
      ...CRUEL, points: 1, servers: 4, name: 'random-four-long',
      // In the 4th, entries are overwritten.
      seeds: seedsUpTo(5, {first: [4]}),
      mustReach: ['re-election', 'split vote', 'old leader deposed', 'entry overwritten'],
    }, async scene => {
      await cruelPhase(scene, {rounds: 80});
      await calmPhase(scene);
    });

    // S5 has stood for election alone, again and again; the others have hardly begun.
    scenario('a server that returns from a far later term is followed into it, and not led by it', {
      points: 1, servers: 5, name: 'far-later-term',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S5');
      await cluster.submit('S1', 'kept');
      await cluster.replicateAndDeliver('S1');
      for (let election = 0; election < 120; election++) await cluster.startElection('S5');
      cluster.heal();
      await cluster.replicateAndDeliver('S1');
      await cluster.startElection('S5');
      await cluster.deliver();
      cluster.checkNoLeader();
      await cluster.elect('S4', KEPT);
      await cluster.submit('S4', 'kept, too');
      for (let round = 0; round < 3; round++) await cluster.replicateAndDeliver('S4');
      for (const server of cluster.servers) {
        cluster.expectApplied(server, ['kept', 'kept, too'], KEPT);
      }
    });
  });
});
