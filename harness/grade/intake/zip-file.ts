/**
 * Reads the `.ts` files of a zip, and refuses archives that are not what they seem.
 *
 * Promises: names with `..` or from the root, links, encrypted entries and bombs are refused;
 * nothing is written anywhere, and no more is unpacked than may be taken.
 * Read next: submission.ts.
 */
import {buffer} from 'node:stream/consumers';
import yauzl from 'yauzl';
import type {Entry, ZipFile} from 'yauzl';
import {Refused} from './submission';
import type {TakenFile} from './submission';

const ENTRIES_MOST = 5_000;
const FILE_BYTES_MOST = 512 * 1024;
const ALL_BYTES_MOST = 8 * 1024 * 1024;
const LINK = 0o120000;
const KIND = 0o170000;

/** @throws Refused */
export async function readZip(file: string): Promise<readonly TakenFile[]> {
  let zip: ZipFile;
  try {
    zip = await open(file);
  } catch (error) {
    throw new Refused(`not a readable zip: ${(error as Error).message}`);
  }
  try {
    return await readEntries(zip);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`not a readable zip: ${(error as Error).message}`);
  } finally {
    zip.close();
  }
}

function open(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, {lazyEntries: true, autoClose: false, validateEntrySizes: true},
      (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function readEntries(zip: ZipFile): Promise<readonly TakenFile[]> {
  if (zip.entryCount > ENTRIES_MOST) throw new Refused(`more than ${ENTRIES_MOST} entries`);
  const files: TakenFile[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName;
      if (!name.endsWith('.ts') || /(^|\/)(node_modules|__MACOSX)\//.test(name)) {
        zip.readEntry();
        return;
      }
      readEntry(zip, entry).then(text => {
        bytes += text.length;
        if (bytes > ALL_BYTES_MOST) throw new Refused(`more than ${ALL_BYTES_MOST} bytes of text`);
        files.push({name, text});
        zip.readEntry();
      }).catch(reject);
    });
    zip.readEntry();
  });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const name = entry.fileName;
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) {
    throw new Refused(`${name} is a link`);
  }
  if (entry.uncompressedSize > FILE_BYTES_MOST) {
    throw new Refused(
      `${name} has ${entry.uncompressedSize} bytes, and ${FILE_BYTES_MOST} are the most`);
  }
  return new Promise((resolve, reject) => {
    // The library ends the stream with an error if more comes than the entry announced.
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    });
  });
}
