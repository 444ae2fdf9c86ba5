/**
 * How bytes, chunks and frames are written in a failure, and how answers become frames.
 *
 * Promises: bytes are shown in hexadecimal, as a reader of the network would see them.
 * Read next: framing-script.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import type {Answer, ScriptValue} from '../../harness/host/script';
import type {Frame, Json} from '../../harness/raft';
import type {Fact} from '../../harness/world/lab-failure';
import {shown} from './recorded-script';

const BYTES_SHOWN = 20;
const CHUNKS_SHOWN = 6;
const FRAMES_SHOWN = 6;
const LENGTH_BYTES = 4;

/** '00 00 00 02 7b 7d', the first bytes and the number of all. */
export function hexWords(bytes: Uint8Array): string {
  const first = [...bytes.subarray(0, BYTES_SHOWN)]
    .map(byte => byte.toString(16).padStart(2, '0')).join(' ');
  if (bytes.length === 0) return 'no bytes';
  return bytes.length <= BYTES_SHOWN ? first : `${first} … (${bytes.length} bytes)`;
}

export function frameWords(frame: Frame): string {
  const {message, error} = Object(frame) as Partial<Record<'message' | 'error', unknown>>;
  if (message !== undefined) return shown(message);
  const {reason, bytes} = Object(error) as Partial<Record<'reason' | 'bytes', unknown>>;
  return reason === undefined ? shown(frame) : `${String(reason)} (${String(bytes)} bytes)`;
}

export function framesWords(frames: readonly Frame[]): string {
  if (frames.length === 0) return 'no frame';
  const first = frames.slice(0, FRAMES_SHOWN).map(frameWords).join(', ');
  return frames.length <= FRAMES_SHOWN ? first : `${first} … (${frames.length} frames)`;
}

/** '3 + 21 bytes' */
export function cuttingWords(cutting: readonly number[]): string {
  const first = cutting.slice(0, CHUNKS_SHOWN).join(' + ');
  return `${first}${cutting.length > CHUNKS_SHOWN ? ' + …' : ''} bytes`;
}

/** What each chunk gave; of many, those that gave something. */
export function pushFacts(
  chunks: readonly Uint8Array[], given: readonly (readonly Frame[])[],
): readonly Fact[] {
  const facts = chunks.map((chunk, n) => ({
    who: `chunk ${n + 1}`, what: `${hexWords(chunk)}: ${framesWords(given[n] ?? [])}`,
  }));
  if (facts.length <= CHUNKS_SHOWN) return facts;
  return facts.filter((_, n) => (given[n] ?? []).length > 0).slice(0, CHUNKS_SHOWN);
}

export function bytesOf(bytes: Uint8Array): ScriptValue {
  return {$bytes: Buffer.from(bytes).toString('base64')};
}

/** What push() gave; anything but an array shows itself as one strange frame. */
export function framesIn(answer: Answer): readonly Frame[] {
  const value = 'value' in answer ? answer.value : answer;
  return (Array.isArray(value) ? value : [value]) as readonly unknown[] as readonly Frame[];
}

export function bytesIn(answer: Answer): Uint8Array | undefined {
  return 'bytes' in answer ? Buffer.from(answer.bytes, 'base64') : undefined;
}

export interface FrameFault {
  /** The end of a sentence: 'announces 3 bytes and has 4'. */
  readonly words: string;
  readonly hint?: string | undefined;
}

/** What is wrong with a frame; undefined if nothing is. */
export function faultIn(frame: Uint8Array | undefined, value: Json): FrameFault | undefined {
  if (frame === undefined) return {words: 'is no Uint8Array'};
  if (frame.length < LENGTH_BYTES) return {words: `has ${frame.length} bytes`};
  const body = frame.subarray(LENGTH_BYTES);
  const announced = Buffer.from(frame).readUInt32BE();
  if (announced !== body.length) {
    return {
      words: `announces ${announced} bytes and has ${body.length}`,
      hint: lengthHint(announced, body),
    };
  }
  const read = readJson(body);
  return isDeepStrictEqual(read, {value}) ? undefined : {words: `is read as ${shown(read?.value)}`};
}

/** For the mistakes that a length gives away. */
function lengthHint(announced: number, body: Uint8Array): string | undefined {
  const backwards = Buffer.alloc(LENGTH_BYTES);
  backwards.writeUInt32LE(body.length);
  if (announced === body.length + LENGTH_BYTES) return 'Does the length count its own four bytes?';
  if (announced === backwards.readUInt32BE()) return 'Which byte of the length comes first?';
  if (announced === Buffer.from(body).toString('utf8').length) {
    return 'Does the length count characters, or bytes?';
  }
  if (announced === body.length % 0x1_0000) return 'How many bytes has the length?';
  return undefined;
}

function readJson(body: Uint8Array): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body)) as unknown};
  } catch {
    return undefined;
  }
}
