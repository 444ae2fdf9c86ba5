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
  return withHeaders(zip, {local: 6, central: 8}, flags => flags | 1);
}

/** By a method that nobody uses any more. */
export function packedOddly(zip: Buffer): Buffer {
  return withHeaders(zip, {local: 8, central: 10}, () => 6);
}

/** Changes a field of 16 bits in both headers of each file, by where it stands in them. */
function withHeaders(
  zip: Buffer, at: {readonly local: number; readonly central: number},
  change: (value: number) => number,
): Buffer {
  const changed = Buffer.from(zip);
  const headers = [['PK\x03\x04', at.local], ['PK\x01\x02', at.central]] as const;
  for (const [signature, field] of headers) {
    for (let from = changed.indexOf(signature); from !== -1;
      from = changed.indexOf(signature, from + 4)) {
      changed.writeUInt16LE(change(changed.readUInt16LE(from + field)), from + field);
    }
  }
  return changed;
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
