/**
 * Longer worlds, longer queues, frames of other sizes than the public stories have.
 *
 * Paper: §2; for framing, the framing of lab.ts.
 */
import {hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import {EncodingScript} from '../../2-network/encoding-script';
import {DECODED} from '../../2-network/framing-rules';
import {FramingScript} from '../../2-network/framing-script';
import {NetworkScript} from '../../2-network/network-script';
import {RandomNetwork} from '../../2-network/random-network';
import {RandomStreams} from '../../2-network/random-streams';
import {ARRIVES, FRESH_ENDPOINT, IN_ORDER} from '../../2-network/rules';

hiddenLab(2, 'network', () => {
  section('§2', 'long lives', () => {
    scenario('what nobody receives waits, however much it is, in its order', {
      points: 1, module: 'network', name: 'long-queue',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 7});
      const messages = Array.from({length: 1_500}, (_, n) => `number ${n}`);
      for (const message of messages) network.send('S6', 'S7', message);
      network.advance(0);

      await network.expectReceived('S7', {from: 'S6', messages}, IN_ORDER);
      await network.expectNothing('S7', ARRIVES);
    });

    scenario('a server that starts again many times begins with nothing each time', {
      points: 1, module: 'network', name: 'many-restarts',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 3});
      for (let life = 0; life < 12; life++) {
        for (let n = 0; n < 10; n++) network.send('S1', 'S2', `${life} ${n}`);
        network.advance(0);
        network.comeUp('S2');
        await network.expectNothing('S2', FRESH_ENDPOINT);
      }
      network.send('S1', 'S2', 'the last');
      network.advance(0);
      await network.expectReceived('S2', {from: 'S1', messages: ['the last']}, ARRIVES);
    });

    scenario('a network that has seen much still lets each copy meet one end', {
      points: 2, module: 'network', name: 'long-random-network', seeds: seedsUpTo(6),
      faults: ['loss', 'duplication', 'reordering', 'delay', 'cut', 'restart'],
      mustReach: ['duplicated', 'delivered', 'lost', 'cut'],
    }, async scene => {
      const random = new RandomNetwork(scene);
      for (let acts = 0; acts < 400; acts++) await random.act();
      await random.settle();
    });
  });

  section('framing', 'other sizes', () => {
    scenario('frames of any size come back whole, also where a length needs another byte', {
      points: 1, module: 'framing', name: 'sizes',
    }, async scene => {
      // With its quotes, a text of n characters has n + 2 bytes.
      const sizes = [255, 256, 257, 32_767, 32_768, 65_535, 65_536, 65_537, 600_000];
      const messages = sizes.map((size, n) => String(n).repeat(size - 2));
      const bytes = await new EncodingScript(scene).encoded(messages);
      const frames = messages.map(message => ({message}));
      const third = Math.ceil(bytes.length / 3);
      await new FramingScript(scene).expectFrames({bytes, frames}, [
        [bytes.length], [third, third, bytes.length - 2 * third],
      ], DECODED);
    });

    scenario('any messages come back as they were sent, in many more streams', {
      points: 1, module: 'framing', name: 'more-streams', seeds: seedsUpTo(6),
    }, async scene => {
      await new RandomStreams(scene).expectRoundTrip({tries: 20});
    });
  });
});
