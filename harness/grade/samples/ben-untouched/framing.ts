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
import {todo} from '#raft';
import type {Frame, FrameLimits, Json} from '#raft';

/** One mebibyte: larger than any message of these labs, small enough to keep in memory. */
const FRAME_BYTES_MAX = 1024 * 1024;

/**
 * The frame of one message: four bytes of length, then that many bytes of JSON text.
 *
 * Length counts bytes, not characters: 'ä' is one character and two bytes. What has no JSON text
 * (undefined, a function) is refused with a TypeError.
 */
export function encodeFrame(message: Json): Uint8Array {
  // TODO(lab 2): the length, then the text. The length of what? (§2)
  return todo(2, 'encodeFrame', message);
}

/** Takes the bytes of one connection, in any pieces, and gives back the frames in their order. */
export class FrameDecoder {
  // What a decoder remembers between two chunks is yours to choose.

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
    // TODO(lab 2): read on from where the last chunk ended, in the middle of whatever it was (§2).
    return todo(2, 'push', chunk);
  }
}
