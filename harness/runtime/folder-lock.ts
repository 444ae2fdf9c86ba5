/**
 * One process a folder: a file that says who uses it.
 *
 * Promises: the file of a process that is gone, however it went, is no hindrance; another process
 * that has got the same number since is told apart where the system says when it began (Linux).
 * Read next: record-file.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {RecordFileError} from './record-format';

const LOCK_FILE = 'lock';

/** The folder is in use. It may be free in a moment. */
export class FolderInUse extends RecordFileError {}

/**
 * Takes the folder for this process, and returns what gives it back.
 * @param name of the file that says so: a folder may have parts with users of their own.
 * @throws FolderInUse
 */
export function lockFolder(folder: string, name = LOCK_FILE): () => void {
  const file = path.join(folder, name);
  const mine = `${process.pid} ${beganAt(process.pid)}\n`;
  while (!tryToCreate(file, mine)) {
    const theirs = contentOf(file);
    if (theirs === undefined) continue;
    const pid = Number.parseInt(theirs, 10);
    if (isAlive(pid, theirs.trim().split(' ')[1])) {
      throw new FolderInUse(`${folder} is in use by process ${pid}`);
    }
    removeStale(file, theirs);
  }
  return () => {
    if (contentOf(file) === mine) fs.rmSync(file, {force: true});
  };
}

/** All of it or nothing: a lock without its text would be nobody's. */
function tryToCreate(file: string, text: string): boolean {
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, text);
  try {
    fs.linkSync(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(beside, {force: true});
  }
}

function contentOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Two may find the same stale lock: whoever moves away a fresh one by mistake puts it back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (contentOf(aside) !== stale) fs.renameSync(aside, file);
  fs.rmSync(aside, {force: true});
}

function isAlive(pid: number, began: string | undefined): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and another user's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = beganAt(pid);
  return began === undefined || began === '?' || now === '?' || began === now;
}

/** When the process began, in the system's own ticks; '?' where that is not to be had. */
function beganAt(pid: number): string {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ');
    return fields[19] ?? '?';
  } catch {
    return '?';
  }
}
