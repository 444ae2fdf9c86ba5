/**
 * Messages over a stream of bytes: where one ends and the next begins.
 *
 * A connection hands over bytes in chunks of its own choosing: half a message, or three and a bit.
 * So every message travels as a frame: the number of its bytes in four bytes, the most significant
 * first, then the message as JSON text in UTF-8.
 * Promises: however the stream is cut into chunks, the same frames come out. A frame that cannot be
 * taken costs its own message and no other.
 * Read next: network.ts, which needs no bytes; lab 7 puts frames on real connections.
 */
import type {Frame, FrameLimits, Json} from '#raft';

/** The bytes that announce a frame's length. */
const LENGTH_BYTES = 4;

/** One mebibyte: larger than any message of these labs, small enough to keep in memory. */
const FRAME_BYTES_MAX = 1024 * 1024;

/**
 * The frame of one message: four bytes of length, then that many bytes of JSON text.
 *
 * Length counts bytes, not characters: 'ä' is one character and two bytes. What has no JSON text
 * (undefined, a function) is refused with a TypeError.
 */
export function encodeFrame(message: Json): Uint8Array {
  const text = JSON.stringify(message) as string | undefined;
  if (text === undefined) throw new TypeError(`message is no JSON: ${typeof message}`);
  const body = new TextEncoder().encode(text);
  const frame = new Uint8Array(LENGTH_BYTES + body.length);
  new DataView(frame.buffer).setUint32(0, body.length);
  frame.set(body, LENGTH_BYTES);
  return frame;
}

/** Takes the bytes of one connection, in any pieces, and gives back the frames in their order. */
export class FrameDecoder {
  private readonly length = new Uint8Array(LENGTH_BYTES);
  private lengthBytesRead = 0;
  /** The frame being read. lengthBytesRead < LENGTH_BYTES while there is none. */
  private body = new Uint8Array(0);
  private bodyBytesRead = 0;
  /** Bytes of an oversize frame that are still to come. While above 0, nothing else is read. */
  private bytesToSkip = 0;

  constructor(protected readonly limits: FrameLimits = {frameBytesMax: FRAME_BYTES_MAX}) {}

  /**
   * Takes the next chunk of the stream and returns the frames it completes, oldest first; none if
   * it completes none.
   *
   * - The caller may use the chunk's memory again: bytes that are still needed are copied.
   * - A frame longer than frameBytesMax is an `oversize` error, once, as soon as its length is
   *   known. Its bytes are counted and skipped, not kept: a length of 4 GiB may not cost 4 GiB.
   * - A frame that is no JSON text in UTF-8, the empty one included, is a `not JSON` error.
   * - After either, the frames that follow are read as if nothing had happened.
   */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      const used = this.bytesToSkip > 0 ? this.skip(rest)
        : this.lengthBytesRead < LENGTH_BYTES ? this.readLength(rest, frames)
        : this.readBody(rest);
      rest = rest.subarray(used);
      if (this.isComplete()) frames.push(this.takeFrame());
    }
    return frames;
  }

  private skip(chunk: Uint8Array): number {
    const used = Math.min(this.bytesToSkip, chunk.length);
    this.bytesToSkip -= used;
    return used;
  }

  private readLength(chunk: Uint8Array, frames: Frame[]): number {
    const used = copyInto(this.length, this.lengthBytesRead, chunk);
    this.lengthBytesRead += used;
    if (this.lengthBytesRead < LENGTH_BYTES) return used;

    const bytes = new DataView(this.length.buffer).getUint32(0);
    if (bytes > this.limits.frameBytesMax) {
      frames.push({error: {reason: 'oversize', bytes}});
      this.bytesToSkip = bytes;
      this.lengthBytesRead = 0;
    } else {
      this.body = new Uint8Array(bytes);
      this.bodyBytesRead = 0;
    }
    return used;
  }

  private readBody(chunk: Uint8Array): number {
    const used = copyInto(this.body, this.bodyBytesRead, chunk);
    this.bodyBytesRead += used;
    return used;
  }

  private isComplete(): boolean {
    return this.lengthBytesRead === LENGTH_BYTES && this.bodyBytesRead === this.body.length;
  }

  private takeFrame(): Frame {
    const {body} = this;
    this.lengthBytesRead = 0;
    this.body = new Uint8Array(0);
    this.bodyBytesRead = 0;
    return decodeBody(body);
  }
}

/** Fills `target` from `targetOffset` on, and returns how many bytes that took. */
function copyInto(target: Uint8Array, targetOffset: number, chunk: Uint8Array): number {
  const used = Math.min(target.length - targetOffset, chunk.length);
  target.set(chunk.subarray(0, used), targetOffset);
  return used;
}

function decodeBody(body: Uint8Array): Frame {
  try {
    // Neither broken UTF-8 nor a byte order mark is silently dropped.
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(body);
    return {message: JSON.parse(text) as Json};
  } catch {
    return {error: {reason: 'not JSON', bytes: body.length}};
  }
}
