/**
 * The disk of a server's process: opened with patience, and its errors in words.
 *
 * Read next: record-file.ts.
 */
import {setTimeout as wait} from 'node:timers/promises';
import {FolderInUse} from './folder-lock';
import {RecordFile} from './record-file';
import type {ServerOptions} from './server-options';

/** A process that was killed a moment ago may not be gone yet. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 50;

/** @param notice is told that a torn tail was cut. @throws RecordFileError */
export async function openDisk(
  {self, clusterId, folder, holdUnsynced}: ServerOptions, notice: (line: string) => void,
): Promise<RecordFile> {
  const options = {folder, owner: {cluster: clusterId, server: self}, holdUnsynced};
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const file = RecordFile.open(options);
      const {bytesCut, records} = file;
      if (bytesCut > 0) {
        notice(`its last record was torn: ${bytesCut} bytes were cut off, and ` +
          `${records.length} records kept`);
      }
      return file;
    } catch (error) {
      if (!(error instanceof FolderInUse) || Date.now() > until) throw error;
      await wait(LOOK_EVERY_MS);
    }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full', EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not grow any further', EROFS: 'the disk can only be read',
  EIO: 'the disk does not work',
};

export function describeDiskError(error: unknown): string {
  const {code = '', message = String(error)} = error as NodeJS.ErrnoException;
  return `${REASONS[code] ?? 'the disk has failed'} (${message}). It takes no more writes, and ` +
    'what it has acknowledged is on its disk';
}
