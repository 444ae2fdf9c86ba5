/** Archives as students and attackers make them. */
import {zipSync} from 'fflate';
import type {Zippable} from 'fflate';
import fs from 'node:fs';
import {buffer} from 'node:stream/consumers';
import zlib from 'node:zlib';
import tar from 'tar-stream';
import type {Header} from 'tar-stream';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function zipOf(files: Files): Buffer {
  return zipOfEntries(Object.fromEntries(Object.entries(files)
    .map(([name, text]) => [name, Buffer.from(text)])));
}

export function zipOfEntries(entries: Zippable): Buffer {
  return Buffer.from(zipSync(entries));
}

/** Every name in it as other bytes of the same length: what no honest program writes. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

/** The flag that says so, in both headers of each file. */
export function markedEncrypted(zip: Buffer): Buffer {
  const marked = Buffer.from(zip);
  const headers: readonly (readonly [string, number])[] = [['PK\x03\x04', 6], ['PK\x01\x02', 8]];
  for (const [signature, flags] of headers) {
    for (let at = marked.indexOf(signature); at !== -1; at = marked.indexOf(signature, at + 4)) {
      marked.writeUInt16LE(marked.readUInt16LE(at + flags) | 1, at + flags);
    }
  }
  return marked;
}

type TarEntry = Partial<Header> & {readonly name: string; readonly text?: string | Uint8Array};

export async function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const {text, ...header} of entries) {
    pack.entry({mtime: new Date('2026-11-01T10:00:00Z'), ...header}, Buffer.from(text ?? ''));
  }
  pack.finalize();
  return buffer(pack);
}

export function tarOfFiles(files: Files): Promise<Buffer> {
  return tarOf(Object.entries(files).map(([name, text]) => ({name, text})));
}

export function gzip(bytes: Uint8Array): Buffer {
  return zlib.gzipSync(bytes);
}

/** As big as it says, but no disk holds it. */
export function writeSparse(file: string, bytes: number): void {
  fs.writeFileSync(file, '');
  fs.truncateSync(file, bytes);
}
