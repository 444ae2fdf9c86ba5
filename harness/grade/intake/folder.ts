/**
 * A folder as it was handed in.
 *
 * Promises: no link is followed, no device or pipe is opened, and no more is read of a file than
 * may be taken.
 * Read next: choose.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {FILE_BYTES_MOST} from './choose';
import {EntryCount, isSkipped} from './parcel';
import type {HandedIn, Parcel} from './parcel';
import {Refused, refusalFrom} from './refused';

const DEPTH_MOST = 8;
const HARD_LINK = 'a hard link (a file with several names)';
/** A student's own is rare: mostly somebody copied the class in this way to save room. */
const HARD_LINK_REMEDY = 'copy the submissions with cp -r, not with cp -al or rsync --link-dest';

export class Folder implements Parcel {
  private readonly count = new EntryCount();

  constructor(private readonly folder: string) {}

  list(): Promise<readonly HandedIn[]> {
    const items: HandedIn[] = [];
    this.walk('', 0, items);
    return Promise.resolve(items);
  }

  read(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>> {
    return Promise.resolve(new Map([...names].map(name =>
      [name, readCapped(path.join(this.folder, name), name)])));
  }

  private walk(inside: string, depth: number, items: HandedIn[]): void {
    for (const entry of this.entriesOf(inside, items)) {
      const name = path.posix.join(inside, entry.name);
      this.count.add(name);
      if (!entry.isDirectory()) items.push(this.describe(name, entry));
      else if (depth === DEPTH_MOST || isSkipped(`${name}/`)) {
        items.push({name: `${name}/`, bytes: 0, not: 'not looked into'});
      } else this.walk(name, depth + 1, items);
    }
  }

  private entriesOf(inside: string, items: HandedIn[]): readonly fs.Dirent[] {
    try {
      return fs.readdirSync(path.join(this.folder, inside), {withFileTypes: true})
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (inside === '') throw refusalFrom(error, 'the folder cannot be read');
      items.push({name: inside, bytes: 0, not: refusalFrom(error, 'cannot be read').message});
      return [];
    }
  }

  private describe(name: string, entry: fs.Dirent): HandedIn {
    if (!entry.isFile()) return {name, bytes: 0, not: kindOf(entry)};
    // What is passed over for its name need not be looked at.
    if (!name.endsWith('.ts')) return {name, bytes: 0};
    try {
      const {size, mtimeMs, nlink} = fs.lstatSync(path.join(this.folder, name));
      const item = {name, bytes: size, modifiedAt: mtimeMs};
      return nlink === 1 ? item : {...item, not: HARD_LINK, remedy: HARD_LINK_REMEDY};
    } catch (error) {
      return {name, bytes: 0, not: refusalFrom(error, 'not readable').message};
    }
  }
}

function kindOf(entry: fs.Dirent): string {
  if (entry.isSymbolicLink()) return 'a link';
  if (entry.isFIFO()) return 'a pipe';
  if (entry.isSocket()) return 'a socket';
  return 'a device';
}

/** Opens without following a link or waiting for a pipe, and looks again at what was opened. */
function readCapped(file: string, name: string): Buffer {
  const {O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0} = fs.constants;
  let handle: number | undefined;
  try {
    handle = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const about = fs.fstatSync(handle);
    if (!about.isFile() || about.size > FILE_BYTES_MOST) {
      throw new Refused(`${name} changed while it was being read`);
    }
    const text = Buffer.alloc(about.size);
    const bytes = fs.readSync(handle, text, 0, about.size, 0);
    return text.subarray(0, bytes);
  } catch (error) {
    throw refusalFrom(error, `${name} cannot be read`);
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}
