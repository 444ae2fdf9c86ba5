/**
 * Random worlds: every fault at once on a network, any messages in any chunks on a stream.
 *
 * Paper: §2; for framing, the framing of lab.ts.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import {RandomNetwork} from './random-network';
import {RandomStreams} from './random-streams';

lab(2, 'network', () => {
  section('§2', 'random worlds', () => {
    scenario('whatever goes wrong, each copy meets one end and none comes from nowhere', {
      points: 0.1, module: 'network', name: 'random-network', seeds: seedsUpTo(20),
      faults: ['loss', 'duplication', 'reordering', 'delay', 'cut', 'restart'],
      mustReach: ['duplicated', 'delivered', 'lost', 'cut'],
    }, async scene => {
      const random = new RandomNetwork(scene);

      for (let acts = 0; acts < 100; acts++) await random.act();

      await random.settle();
    });
  });

  section('framing', 'random worlds', () => {
    scenario('any messages come back as they were sent, in any chunks', {
      points: 0.15, module: 'framing', name: 'random-streams', seeds: seedsUpTo(10),
    }, async scene => {
      await new RandomStreams(scene).expectRoundTrip({tries: 5});
    });
  });
});
