/**
 * Correct, and unlike the reference: joins what is left over with each chunk and reads from there.
 *
 * Differs: the JSON of a frame is spread over lines and its text is all ASCII; every chunk is
 * copied, those that are skipped too, and none of them is kept.
 */
import type {Frame, FrameLimits, Json} from '#raft';

const FRAME_BYTES_MAX = 1024 * 1024;

export function encodeFrame(message: Json): Uint8Array {
  const text = JSON.stringify(message, null, 1) as string | undefined;
  if (text === undefined) throw new TypeError('no JSON');
  const ascii = text.replace(/[^\x00-\x7f]/g, unit =>
    `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(ascii.length);
  return Buffer.concat([length, Buffer.from(ascii, 'ascii')]);
}

export class FrameDecoder {
  private unread = Buffer.alloc(0);
  private toSkip = 0;

  constructor(protected readonly limits: FrameLimits = {frameBytesMax: FRAME_BYTES_MAX}) {}

  push(chunk: Uint8Array): Frame[] {
    this.unread = Buffer.concat([this.unread, chunk]);
    const frames: Frame[] = [];
    for (let frame = this.next(); frame !== undefined; frame = this.next()) frames.push(frame);
    return frames;
  }

  private next(): Frame | undefined {
    this.toSkip -= this.take(Math.min(this.toSkip, this.unread.length)).length;
    if (this.toSkip > 0 || this.unread.length < 4) return undefined;
    const bytes = this.unread.readUInt32BE(0);
    if (bytes > this.limits.frameBytesMax) {
      this.take(4);
      this.toSkip = bytes;
      return {error: {reason: 'oversize', bytes}};
    }
    if (this.unread.length < 4 + bytes) return undefined;
    this.take(4);
    return read(this.take(bytes));
  }

  private take(bytes: number): Buffer {
    const taken = this.unread.subarray(0, bytes);
    this.unread = this.unread.subarray(bytes);
    return taken;
  }
}

function read(body: Buffer): Frame {
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(body);
    return {message: JSON.parse(text) as Json};
  } catch {
    return {error: {reason: 'not JSON', bytes: body.length}};
  }
}
