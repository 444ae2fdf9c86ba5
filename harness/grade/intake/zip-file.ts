/**
 * A zip as it was handed in.
 *
 * Promises: names with `..` or from the root and bombs are refused; nothing is written anywhere,
 * and only what was chosen is unpacked, as far as it said it would go.
 * Read next: choose.ts.
 */
import {buffer} from 'node:stream/consumers';
import yauzl from 'yauzl';
import type {Entry, ZipFile as OpenZip} from 'yauzl';
import {FILE_BYTES_MOST} from './choose';
import {ARCHIVE_ENTRIES_MOST, EntryCount, weighUnpacked} from './parcel';
import type {HandedIn, Parcel} from './parcel';
import {isOfFiles, Refused, refusalFrom, UNREADABLE} from './refused';

const KIND = 0o170000;
const LINK = 0o120000;
const FILE = 0o100000;
const UNIX = 3;

export class Zip implements Parcel {
  constructor(private readonly file: string) {}

  async list(): Promise<readonly HandedIn[]> {
    const items: HandedIn[] = [];
    const count = new EntryCount();
    let unpacked = 0;
    await this.eachEntry((zip, entry) => {
      unpacked += entry.uncompressedSize;
      weighUnpacked(zip.fileSize, unpacked);
      if (entry.fileName.endsWith('/')) return;
      count.add(entry.fileName);
      items.push(describe(entry));
    });
    return items;
  }

  async read(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>> {
    const texts = new Map<string, Buffer>();
    await this.eachEntry(async (zip, entry) => {
      if (names.has(entry.fileName)) texts.set(entry.fileName, await unpack(zip, entry));
    });
    return texts;
  }

  private async eachEntry(
    visit: (zip: OpenZip, entry: Entry) => void | Promise<void>,
  ): Promise<void> {
    let zip: OpenZip | undefined;
    try {
      zip = await open(this.file);
      await visitAll(zip, visit);
    } catch (error) {
      throw error instanceof Refused ? error : inWords(error as Error);
    } finally {
      zip?.close();
    }
  }
}

function open(file: string): Promise<OpenZip> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, {lazyEntries: true, autoClose: false, validateEntrySizes: true},
      (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function visitAll(
  zip: OpenZip, visit: (zip: OpenZip, entry: Entry) => void | Promise<void>,
): Promise<void> {
  if (zip.entryCount > ARCHIVE_ENTRIES_MOST) {
    throw new Refused(`more than ${ARCHIVE_ENTRIES_MOST} files`);
  }
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      Promise.resolve().then(() => visit(zip, entry)).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}

function describe(entry: Entry): HandedIn {
  const item = {
    name: entry.fileName, bytes: entry.uncompressedSize,
    // Old zips know no time zone: every machine must read the same.
    modifiedAt: entry.getLastModDate({timezone: 'UTC'}).getTime(),
  };
  const not = whatElse(entry);
  return not === undefined ? item : {...item, not};
}

/** Archives made on Unix say what a file was; others hold plain files only. */
function whatElse(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return 'encrypted';
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  if (entry.versionMadeBy >>> 8 !== UNIX || kind === 0 || kind === FILE) return undefined;
  return kind === LINK ? 'a link' : 'a device';
}

function unpack(zip: OpenZip, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > FILE_BYTES_MOST) {
    throw new Refused(`${entry.fileName} changed while it was being read`);
  }
  return new Promise((resolve, reject) => {
    // The library ends the stream with an error if more comes than the entry announced.
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    });
  });
}

/** What the library says, and what a student can make of it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^End of central directory record signature not found/,
    'this zip is damaged: its end is missing, or it never was a zip'],
  [/^multi-disk/, 'this zip is one part of several: hand in one whole zip'],
  [/^unsupported compression method/,
    'this zip is packed in a way that is not read here: pack it anew as a plain zip'],
  [/^strong encryption/, 'this zip is encrypted: hand it in without a password'],
];

function inWords(error: Error): Refused {
  const {message} = error;
  const outside = /^(?:absolute path|invalid relative path): (.*)$/s.exec(message)?.[1];
  if (outside !== undefined) return new Refused(`${outside} leads out of its folder`);
  if (isOfFiles(error)) return refusalFrom(error, UNREADABLE);
  const [, words] = WORDS.find(([said]) => said.test(message)) ??
    [, 'this zip is damaged: it cannot be unpacked; pack it anew'];
  return new Refused(words);
}
