/**
 * Stories of a decoder over time: when it gives a frame, what it keeps, what it shares.
 *
 * Source: the framing of lab.ts.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {EncodingScript} from './encoding-script';
import {announced, message} from './frame-stream';
import {
  AT_ONCE, KEEPS_ITS_BYTES, NOT_KEPT, OWN_MEMORY, OWN_STATE, REFUSED_AT_ONCE,
} from './framing-rules';
import {FramingScript} from './framing-script';

const first = message({term: 1}).bytes;
const second = message({term: 2}).bytes;
const MIB = 1024 * 1024;

lab(2, 'network', () => {
  section('framing', 'a stream over time', () => {
    scenario('a frame is given by the chunk that completes it', {
      points: 0.1, module: 'framing', name: 'at-once',
    }, async scene => {
      const framing = new FramingScript(scene);
      framing.makeDecoder('decoder');

      const oneAndAHalf = Buffer.concat([first, second.subarray(0, 7)]);
      await framing.expectPush('decoder', oneAndAHalf, [{message: {term: 1}}], AT_ONCE);
      await framing.expectPush('decoder', new Uint8Array(), [], AT_ONCE);
      await framing.expectPush('decoder', second.subarray(7), [{message: {term: 2}}], AT_ONCE);
    });

    scenario('a chunk whose memory is used again spoils no frame', {
      points: 0.15, module: 'framing', name: 'memory-reused',
    }, async scene => {
      const framing = new FramingScript(scene);
      framing.makeDecoder('decoder');
      framing.keepBytes('socketBuffer', Buffer.concat([first, second.subarray(0, 7)]));
      await framing.expectPush('decoder', 'socketBuffer', [{message: {term: 1}}], OWN_MEMORY);

      framing.overwrite('socketBuffer');

      await framing.expectPush('decoder', second.subarray(7), [{message: {term: 2}}], OWN_MEMORY);
    });

    scenario('two connections do not mix', {
      points: 0.1, module: 'framing', name: 'two-connections',
    }, async scene => {
      const framing = new FramingScript(scene);
      framing.makeDecoder('one');
      framing.makeDecoder('other');

      await framing.expectPush('one', first.subarray(0, 6), [], OWN_STATE);
      await framing.expectPush('other', second, [{message: {term: 2}}], OWN_STATE);
      await framing.expectPush('one', first.subarray(6), [{message: {term: 1}}], OWN_STATE);
    });

    scenario('an oversize frame is refused at its length, and its bytes are not kept', {
      points: 0.15, module: 'framing', name: 'oversize-not-kept',
    }, async scene => {
      const framing = new FramingScript(scene, 1024);
      const chunk = new Uint8Array(MIB / 4);
      const {bytes} = announced(16 * MIB);
      framing.makeDecoder('decoder');
      framing.keepBytes('quarter', chunk);

      await framing.expectPush('decoder', bytes.subarray(0, 3), [], REFUSED_AT_ONCE);
      await framing.expectPush(
        'decoder', bytes.subarray(3), [{error: {reason: 'oversize', bytes: 16 * MIB}}],
        REFUSED_AT_ONCE);
      await framing.expectSkipped(
        'decoder', 'quarter', {times: 63, bytesAtMost: MIB, rule: NOT_KEPT});
      await framing.expectPush('decoder', 'quarter', [], NOT_KEPT);
      await framing.expectPush('decoder', first, [{message: {term: 1}}], NOT_KEPT);
    });
  });

  section('framing', 'what is sent', () => {
    scenario('what has no JSON text is not sent', {
      points: 0.05, module: 'framing', name: 'no-json-text',
    }, async scene => {
      await new EncodingScript(scene).expectNotEncoded({$special: 'undefined'});
    });

    scenario('an earlier frame keeps its bytes', {
      points: 0.05, module: 'framing', name: 'frames-apart',
    }, async scene => {
      await new EncodingScript(scene).expectKeepsBytes({term: 1}, {term: 2}, KEEPS_ITS_BYTES);
    });
  });
});
