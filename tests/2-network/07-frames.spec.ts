/**
 * Tables of frames: what a message becomes, what a stream gives, in one chunk and in any.
 *
 * Source: the framing of lab.ts. A row's stream is written as the frames that it is made of.
 */
import {lab, section, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import type {Json} from '../../harness/raft';
import {EncodingScript} from './encoding-script';
import {
  announced, beginning, broken, byteByByte, inOneChunk, inTwoEverywhere, message, oversize,
  streamOf,
} from './frame-stream';
import type {Part} from './frame-stream';
import {ANY_CHUNKS, COSTS_NO_OTHER, DECODED} from './framing-rules';
import {FramingScript} from './framing-script';
import {hinting} from './rules';

/** The decoder's limit in all tables. */
const FRAME_BYTES_MAX = 70_002;

interface MessageCase extends Row {
  readonly value: Json;
}

const messages: readonly MessageCase[] = [
  {value: {term: 1}, because: 'an object'},
  {value: null, because: 'null is a message, too'},
  {value: 'ä', because: 'one character, two bytes'},
  {value: '🚀', because: 'one sign, four bytes'},
  {value: 'x'.repeat(300), because: 'a length of two bytes'},
  {value: 'x'.repeat(70_000), because: 'a length of three bytes'},
];

interface StreamCase extends Row {
  readonly parts: readonly Part[];
  readonly hint?: string;
}

const streams: readonly StreamCase[] = [
  {parts: [message({term: 1})], because: 'one frame',
    hint: 'Is a frame returned by the chunk in which it ends?'},
  {parts: [message('a'), message('b'), message('c')], because: 'three frames back to back',
    hint: 'When a frame is complete, what becomes of the bytes behind it in this chunk?'},
  {parts: [message(null), message(false), message(0), message('')],
    because: 'null, false, 0 and "" are messages',
    hint: 'Is a message told from none by undefined, or by being falsy?'},
  {parts: [message('ä🚀'), message('x'.repeat(300))], because: 'the length counts bytes'},
  {parts: [beginning(message('a'), 6)], because: 'half a frame is no frame yet',
    hint: 'Is the end of a chunk taken for the end of a frame?'},
  {parts: [broken(''), message('next')], because: 'the empty frame is no JSON',
    hint: 'When is a frame of 0 bytes complete, and what becomes of the rest of the chunk?'},
  {parts: [broken('{"term":'), message('next')], because: 'half an object is no JSON',
    hint: 'What becomes of the rest of the chunk when JSON.parse throws?'},
  {parts: [broken([0x22, 0xff, 0x22]), message('next')], because: 'a byte that is no UTF-8',
    hint: 'What does a text decoder make of bytes that are no UTF-8, unless told to be strict?'},
  {parts: [message('x'.repeat(70_000)), message('next')], because: 'the limit itself is allowed',
    hint: 'Is the length compared with > or with >=, and without its own four bytes?'},
  {parts: [oversize(FRAME_BYTES_MAX + 1), message('next')], because: 'one byte above the limit',
    hint: 'How many bytes are skipped, and what becomes of the rest of the chunk?'},
  {parts: [message('a'), announced(2 ** 32 - 1)], because: 'a length of 4 GiB is not below zero',
    hint: 'Is the length read without a sign, and compared before any memory is set aside?'},
];

const splits: readonly StreamCase[] = [
  {parts: [message({term: 1})], because: 'in the length, in the body'},
  {parts: [message('ä🚀')], because: 'in the middle of a character'},
  {parts: [message('x'.repeat(258))], because: 'in a length of two bytes'},
  {parts: [message('a'), message('b')], because: 'between two frames'},
  {parts: [broken(''), broken('{'), message('next')], because: 'around frames that are no JSON'},
];

/** Its limit is low, so that a frame above it can be cut everywhere. */
const oversizeSplits: readonly StreamCase[] = [
  {parts: [message('a'), oversize(9), message('next')], because: 'between other frames'},
  {parts: [oversize(9), oversize(40), message('next')], because: 'two of them back to back'},
];

lab(2, 'network', () => {
  section('framing', 'encoding', () => {
    table('a frame tells its length and holds its message', {
      points: 0.25, module: 'framing', name: 'encode',
    }, messages, async (scene, {value}) => {
      await new EncodingScript(scene).expectEncoded(value);
    });
  });

  section('framing', 'decoding', () => {
    table('a stream in one chunk gives its frames', {
      points: 0.4, module: 'framing', name: 'chunk',
    }, streams, async (scene, {parts, hint}) => {
      const stream = streamOf(parts);
      await new FramingScript(scene, FRAME_BYTES_MAX)
        .expectFrames(stream, [inOneChunk(stream)], hinting(DECODED, hint));
    });

    table('a stream cut in two anywhere, or into bytes, gives the same frames', {
      points: 0.45, module: 'framing', name: 'split',
    }, splits, async (scene, {parts}) => {
      const stream = streamOf(parts);
      await new FramingScript(scene, FRAME_BYTES_MAX)
        .expectFrames(stream, [...inTwoEverywhere(stream), byteByByte(stream)], ANY_CHUNKS);
    });

    table('an oversize frame cut in two anywhere, or into bytes, costs no other', {
      points: 0.2, module: 'framing', name: 'oversize-split',
    }, oversizeSplits, async (scene, {parts}) => {
      const stream = streamOf(parts);
      await new FramingScript(scene, 8)
        .expectFrames(stream, [...inTwoEverywhere(stream), byteByByte(stream)], COSTS_NO_OTHER);
    });
  });
});
