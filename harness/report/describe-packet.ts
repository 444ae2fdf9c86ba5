/**
 * Packets of the simulated connections of lab 7d: `writes on S1.1: 00 00 00 0d {"from":"S1"}`.
 *
 * Promises: bytes that are no printable character of ASCII are shown in hexadecimal, and so is the
 * last byte of a frame's length, whatever it is.
 * Read next: host/runtime-sockets.ts, which makes them.
 */
import type {Fields} from './notation';
import {shortValue} from './notation';
import {counted} from './text-layout';

const BYTES_SHOWN = 60;

export function packet({connection, does, bytes, count}: Fields): string {
  const on = shortValue(connection);
  if (typeof bytes === 'string') return `writes on ${on}: ${bytesWords(bytes)}`;
  if (typeof count === 'number') return `has read ${counted(count, 'byte')} of ${on}`;
  return `${shortValue(does)} connection ${on}`;
}

function bytesWords(bytes: string): string {
  const shown = bytes.slice(0, BYTES_SHOWN)
    .replace(/[^\x20-\x7e]{3}[\s\S]|[^\x20-\x7e]+/g, some => ` ${hexWords(some)} `).trim();
  return bytes.length > BYTES_SHOWN ? `${shown}… (${bytes.length} bytes)` : shown;
}

function hexWords(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('hex').replace(/..(?=.)/g, '$& ');
}
