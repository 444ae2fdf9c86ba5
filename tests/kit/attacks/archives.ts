/**
 * Archives no honest program makes: tarballs written byte by byte, and zips with bytes changed.
 *
 * Read next: archives/.
 */
import {gzipSync} from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import type {Files} from './attack';

/** Of a tar header: file, hard link, symbolic link, character device, folder, FIFO. */
export type TarKind = '0' | '1' | '2' | '3' | '5' | '6';

export interface TarEntry {
  readonly name: string;
  readonly text?: string;
  readonly kind?: TarKind;
  readonly linksTo?: string;
  /** What the header claims, if not the length of the text. */
  readonly claims?: number;
}

const BLOCK = 512;

export function tarOf(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(tarEntry), Buffer.alloc(2 * BLOCK)]);
}

function tarEntry({name, text = '', kind = '0', linksTo = '', claims}: TarEntry): Buffer[] {
  const body = Buffer.from(text);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number): string =>
    `${value.toString(8).padStart(width - 1, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 8) + octal(0, 8) + octal(0, 8), 100);
  header.write(octal(claims ?? body.length, 12) + octal(0, 12), 124);
  header.write(' '.repeat(8) + kind + linksTo, 148);
  header.write('ustar\x0000', 257);
  header.write(octal(1, 8) + octal(3, 8), 329);
  header.write(`${octal(header.reduce((sum, byte) => sum + byte, 0), 7)} `, 148);
  return [header, body, Buffer.alloc((BLOCK - body.length % BLOCK) % BLOCK)];
}

/** Hands in a tarball, packed, of these entries and the attack's own files. */
export function handInTar(folder: string, files: Files, entries: readonly TarEntry[]): string {
  const file = path.join(folder, 'mallory.tar.gz');
  const own = Object.entries(files).map(([name, text]) => ({name, text}));
  fs.writeFileSync(file, gzipSync(tarOf([...own, ...entries])));
  return file;
}

export function handInBytes(folder: string, ending: string, bytes: Uint8Array): string {
  const file = path.join(folder, `mallory${ending}`);
  fs.writeFileSync(file, bytes);
  return file;
}

/** Calls an entry of a zip by another name of the same length, wherever the name stands. */
export function renamedIn(zip: Uint8Array, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('names of one length only');
  return Buffer.from(Buffer.from(zip).toString('latin1').split(from).join(to), 'latin1');
}

export function bytesOf(files: Files): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files)
    .map(([name, text]) => [name, Buffer.from(text)]));
}
