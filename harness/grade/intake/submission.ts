/**
 * A submission: what an instructor's folder holds for one student, and how its files are taken.
 *
 * Promises: only regular `.ts` files are taken, by allow-list and with caps on count and size; the
 * rest of what a student handed in is never used, and nothing of it is run here. What cannot be
 * taken is refused with a reason, and only that submission is marked.
 * Read next: zip-file.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {readZip} from './zip-file';

/** This submission cannot be graded; the others can. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface Submission {
  /** From the folder's or the archive's name. */
  readonly name: string;
  readonly path: string;
}

/** A file of a submission: its name within the skeleton ('log.ts', 'tests/log.test.ts'). */
export interface TakenFile {
  readonly name: string;
  readonly text: Buffer;
}

const FILES_MOST = 100;
const FILE_BYTES_MOST = 512 * 1024;
/** Folders a student may have put the files into. */
const TAKEN = /^(?:[\w-]+\.ts|tests\/[\w.-]+\.ts)$/;

/**
 * The submissions in a folder, by name. Where a folder and a zip would share one, the zip keeps its
 * ending.
 */
export function submissionsIn(folder: string): readonly Submission[] {
  const entries = fs.readdirSync(folder, {withFileTypes: true})
    .filter(entry => !entry.name.startsWith('.'));
  const folders = new Set(entries.filter(entry => entry.isDirectory()).map(({name}) => name));
  const zips = entries.filter(entry => entry.isFile() && entry.name.endsWith('.zip'));
  return [
    ...[...folders].map(name => ({name, path: path.join(folder, name)})),
    ...zips.map(entry => {
      const name = entry.name.slice(0, -'.zip'.length);
      return {name: folders.has(name) ? entry.name : name, path: path.join(folder, entry.name)};
    }),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Copies what counts of a submission into a fresh folder. @throws Refused */
export async function stage(submission: Submission, target: string): Promise<void> {
  const files = fs.lstatSync(submission.path).isDirectory()
    ? readFolder(submission.path) : await readZip(submission.path);
  const taken = withinSkeleton(files).filter(({name}) => TAKEN.test(name));
  if (taken.length === 0) throw new Refused('there is no .ts file in it');
  if (taken.length > FILES_MOST) throw new Refused(`more than ${FILES_MOST} files`);
  for (const {name, text} of taken) {
    if (text.length > FILE_BYTES_MOST) {
      throw new Refused(`${name} has ${text.length} bytes, and ${FILE_BYTES_MOST} are the most`);
    }
    if (!isUtf8(text)) throw new Refused(`${name} is not UTF-8 text`);
    const file = path.join(target, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, text);
  }
}

/** Students hand in the folder `skeleton`, its contents, or a folder around it. */
function withinSkeleton(files: readonly TakenFile[]): readonly TakenFile[] {
  const roots = ['skeleton/', ''];
  const tops = new Set(files.map(({name}) => name.split('/')[0]));
  const [only] = tops;
  if (tops.size === 1 && only !== undefined && !only.endsWith('.ts')) {
    roots.unshift(`${only}/skeleton/`, `${only}/`);
  }
  for (const root of roots) {
    const inside = files.filter(({name}) => name.startsWith(root))
      .map(({name, text}) => ({name: name.slice(root.length), text}));
    if (inside.some(({name}) => /^[\w-]+\.ts$/.test(name))) return inside;
  }
  return [];
}

/** Regular files two folders deep; links, devices and everything else are passed over. */
function readFolder(folder: string): readonly TakenFile[] {
  const files: TakenFile[] = [];
  const read = (inside: string, depth: number): void => {
    for (const entry of fs.readdirSync(path.join(folder, inside), {withFileTypes: true})) {
      const name = path.posix.join(inside, entry.name);
      if (entry.isDirectory() && depth < 3 && entry.name !== 'node_modules') read(name, depth + 1);
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      if (files.length > FILES_MOST) throw new Refused(`more than ${FILES_MOST} .ts files`);
      files.push({name, text: readCapped(path.join(folder, name), name)});
    }
  };
  read('', 0);
  return files;
}

/** Opens without following a link, so that the file read is the one that was looked at. */
function readCapped(file: string, name: string): Buffer {
  const handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
  try {
    const {size} = fs.fstatSync(handle);
    if (size > FILE_BYTES_MOST) {
      throw new Refused(`${name} has ${size} bytes, and ${FILE_BYTES_MOST} are the most`);
    }
    return fs.readFileSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function isUtf8(text: Buffer): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(text);
    return true;
  } catch {
    return false;
  }
}
