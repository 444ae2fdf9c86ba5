/**
 * Streams of bytes, what they hold, and all the ways to cut them into chunks.
 *
 * The format of a frame stands here a second time, on purpose: what a test awaits must not come
 * from the code under test.
 * Read next: framing-script.ts.
 */
import type {Chance} from '../../harness/world/chance';
import type {Frame, Json} from '../../harness/raft';

/** One frame's bytes and what a decoder makes of them. */
export interface Part {
  readonly bytes: Uint8Array;
  /** Absent: the frame is not complete, so nothing may come of it. */
  readonly frame?: Frame;
}

export interface Stream {
  readonly bytes: Uint8Array;
  readonly frames: readonly Frame[];
}

/** Lengths of chunks, in order; they add up to the stream's. */
export type Cutting = readonly number[];

/** A frame that announces this many bytes. */
function announcing(length: number, body: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(4 + body.length);
  frame.writeUInt32BE(length);
  frame.set(body, 4);
  return frame;
}

export function message(value: Json): Part {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  return {bytes: announcing(body.length, body), frame: {message: value}};
}

/** A frame of good length whose body is no JSON text in UTF-8. */
export function broken(body: string | readonly number[]): Part {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body);
  return {
    bytes: announcing(bytes.length, bytes),
    frame: {error: {reason: 'not JSON', bytes: bytes.length}},
  };
}

/** A frame longer than the decoder's limit; its body looks like frames, to tempt the decoder. */
export function oversize(bytes: number): Part {
  const tempting = Buffer.alloc(bytes, message(0).bytes);
  return {bytes: announcing(bytes, tempting), frame: {error: {reason: 'oversize', bytes}}};
}

/** The length of an oversize frame, of which nothing more comes. */
export function announced(bytes: number): Part {
  return {
    bytes: announcing(bytes, Buffer.alloc(0)), frame: {error: {reason: 'oversize', bytes}},
  };
}

/** The first bytes of a frame, and no more. */
export function beginning(part: Part, bytes: number): Part {
  return {bytes: part.bytes.subarray(0, bytes)};
}

export function streamOf(parts: readonly Part[]): Stream {
  return {
    bytes: Buffer.concat(parts.map(({bytes}) => bytes)),
    frames: parts.flatMap(({frame}) => frame === undefined ? [] : [frame]),
  };
}

export function inOneChunk({bytes}: Stream): Cutting {
  return [bytes.length];
}

/** In two, at every place; the first and the last leave one chunk empty. */
export function inTwoEverywhere({bytes}: Stream): readonly Cutting[] {
  return Array.from({length: bytes.length + 1}, (_, first) => [first, bytes.length - first]);
}

export function byteByByte({bytes}: Stream): Cutting {
  return Array.from({length: bytes.length}, () => 1);
}

/** Chunks of 0 to `most` bytes, as chance has it. */
export function atRandom({bytes}: Stream, most: number, chance: Chance): Cutting {
  const lengths: number[] = [];
  for (let left = bytes.length; left > 0;) {
    const length = Math.min(left, chance.between(0, most));
    lengths.push(length);
    left -= length;
  }
  return lengths;
}

export function cutInto({bytes}: Stream, cutting: Cutting): readonly Uint8Array[] {
  let at = 0;
  return cutting.map(length => bytes.subarray(at, at += length));
}
