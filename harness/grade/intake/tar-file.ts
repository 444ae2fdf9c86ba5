/**
 * A tarball as it was handed in, packed with gzip or not.
 *
 * Promises: it is read as a stream, twice (what is in it, then what was chosen), and never held or
 * written whole; what unpacks to too much is refused as soon as it has.
 * Read next: choose.ts.
 */
import fs from 'node:fs';
import {Transform} from 'node:stream';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {buffer} from 'node:stream/consumers';
import zlib from 'node:zlib';
import tar from 'tar-stream';
import type {Extract as TarExtract, Header} from 'tar-stream';
import {EntryCount, weighUnpacked} from './parcel';
import type {HandedIn, Parcel} from './parcel';
import {isOfFiles, Refused, refusalFrom, UNREADABLE} from './refused';

type Entry = TarExtract extends AsyncIterable<infer One> ? One : never;

const KINDS: Readonly<Record<string, string>> = {
  link: 'a hard link', symlink: 'a link', fifo: 'a pipe',
  'character-device': 'a device', 'block-device': 'a device',
};

export class Tarball implements Parcel {
  constructor(private readonly file: string) {}

  async list(): Promise<readonly HandedIn[]> {
    const items: HandedIn[] = [];
    const count = new EntryCount();
    await this.eachEntry(({header}) => {
      count.add(header.name);
      if (header.type !== 'directory') items.push(describe(header));
    });
    return items;
  }

  async read(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>> {
    const texts = new Map<string, Buffer>();
    await this.eachEntry(async entry => {
      const name = nameOf(entry.header);
      if (names.has(name)) texts.set(name, await buffer(entry));
    });
    return texts;
  }

  private async eachEntry(visit: (entry: Entry) => void | Promise<void>): Promise<void> {
    const extract = tar.extract();
    const reading = pipeline([...stagesOf(this.file), extract]);
    const visiting = (async () => {
      for await (const entry of extract) {
        await visit(entry);
        entry.resume();
      }
    })();
    // Whichever fails first ends the other; only the first says why.
    try {
      await Promise.all([reading, visiting]);
    } catch (error) {
      extract.destroy();
      await Promise.allSettled([reading, visiting]);
      if (error instanceof Refused) throw error;
      if (isOfFiles(error as Error)) throw refusalFrom(error, UNREADABLE);
      throw new Refused('this tarball is damaged: it cannot be unpacked; pack it anew');
    }
  }
}

/** Of the unpacking, before the tarball itself is taken apart. @throws Refused */
function stagesOf(file: string): readonly [Readable, ...Transform[]] {
  try {
    // Opened last: of a stream that nobody reads yet, an error would end the process.
    const weighing = weigher(fs.statSync(file).size);
    const unpacking = isGzip(file) ? [zlib.createGunzip(), weighing] : [weighing];
    return [fs.createReadStream(file), ...unpacking];
  } catch (error) {
    throw refusalFrom(error, UNREADABLE);
  }
}

function isGzip(file: string): boolean {
  const start = Buffer.alloc(2);
  const handle = fs.openSync(file, 'r');
  fs.readSync(handle, start, 0, 2, 0);
  fs.closeSync(handle);
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** Lets bytes through and counts them. */
function weigher(packed: number): Transform {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      try {
        weighUnpacked(packed, unpacked);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function describe(header: Header): HandedIn {
  const {size, mtime, type} = header;
  const item = {name: nameOf(header), bytes: size, modifiedAt: mtime.getTime()};
  const isFile = type === 'file' || type === 'contiguous-file';
  return isFile ? item : {...item, not: KINDS[type] ?? 'no plain file'};
}

/** `tar -C folder .` writes './log.ts'. @throws Refused */
function nameOf({name}: Header): string {
  const inside = name.replace(/^(?:\.\/)+/, '');
  if (inside.startsWith('/') || inside.split('/').includes('..')) {
    throw new Refused(`${name} leads out of its folder`);
  }
  return inside;
}
