/**
 * A submission: what an instructor's folder holds for one student, and how its files are taken.
 *
 * Promises: only regular `.ts` files are taken, by allow-list and with caps on count and size; the
 * rest of what a student handed in is never used, and nothing of it is run here. What cannot be
 * taken is refused with a reason, and only that submission is marked.
 * Read next: choose.ts.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {allLabs} from '../../scenario/labs';
import type {Student} from '../grade';
import {choose} from './choose';
import {Folder} from './folder';
import {ARCHIVE_BYTES_MOST, megabytes} from './parcel';
import type {HandedIn, Parcel} from './parcel';
import {Refused, refusalFrom, UNREADABLE} from './refused';
import {Tarball} from './tar-file';
import {Zip} from './zip-file';

export {Refused} from './refused';

/** What a student may hand in for a lab, 'tests/…' too. Read once: labs do not change. */
const LAB_FILES: ReadonlySet<string> =
  new Set(allLabs().flatMap(lab => lab.files.map(({file}) => file)));

export interface Submission {
  /** From the folder's or the archive's name. */
  readonly name: string;
  readonly path: string;
  readonly student?: Student;
  /** ISO 8601: what the roster or the platform says; if absent, its newest file says. */
  readonly submittedAt?: string;
}

export interface Taken {
  /** By the name within the skeleton: 'log.ts', 'tests/log.test.ts'; sorted. */
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly passedOver: readonly string[];
  /** Of the names and bytes of the files. */
  readonly digest: string;
  /** ISO 8601: when the newest of the files was written, if that is known. */
  readonly newestAt?: string;
}

const ARCHIVE = /\.(?:zip|tar|tar\.gz|tgz)$/i;
/** Other archives: somebody handed them in, so they are marked and not passed by. */
const FOREIGN_ARCHIVE = /\.(?:rar|7z|gz|bz2|xz|zst|tbz2?|txz|lzh|cab|iso)$/i;

/** The submissions in a folder, by name. Where two would share one, archives keep their ending. */
export function submissionsIn(folder: string): readonly Submission[] {
  const entries = fs.readdirSync(folder, {withFileTypes: true}).filter(isSubmission);
  const stems = entries.map(entry => ({entry, stem: stemOf(entry)}));
  return stems.map(({entry, stem}) => {
    const isAlone = stems.filter(other => other.stem === stem).length === 1;
    return {name: isAlone ? stem : entry.name, path: path.join(folder, entry.name)};
  }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What else lies in the folder: notes, a roster, pipes. */
export function strayIn(folder: string): readonly string[] {
  return fs.readdirSync(folder, {withFileTypes: true})
    .filter(entry => !isSubmission(entry) && !entry.name.startsWith('.'))
    .map(({name}) => name).sort();
}

function isSubmission(entry: fs.Dirent): boolean {
  if (entry.name.startsWith('.')) return false;
  if (entry.isDirectory() || entry.isSymbolicLink()) return true;
  return entry.isFile() && (ARCHIVE.test(entry.name) || FOREIGN_ARCHIVE.test(entry.name));
}

function stemOf(entry: fs.Dirent): string {
  return entry.isDirectory() ? entry.name : entry.name.replace(ARCHIVE, '') || entry.name;
}

/** Reads what counts of a submission. @throws Refused */
export async function take(submission: Submission): Promise<Taken> {
  const parcel = openParcel(submission.path);
  const {taken, passedOver} = choose(await parcel.list(), LAB_FILES);
  const read = await parcel.read(new Set([...taken.values()].map(({name}) => name)));
  const texts = new Map<string, Buffer>();
  for (const name of [...taken.keys()].sort()) {
    const text = read.get(taken.get(name)?.name ?? '');
    if (text === undefined) throw new Refused(`${name} changed while it was being read`);
    if (!isUtf8(text)) throw new Refused(`${name} is not UTF-8 text`);
    texts.set(name, text);
  }
  return {texts, passedOver, digest: digestOf(texts), ...newestOf([...taken.values()])};
}

/** Copies what counts of a submission into a fresh folder. @throws Refused */
export async function stage(submission: Submission, target: string): Promise<Taken> {
  const taken = await take(submission);
  for (const [name, text] of taken.texts) {
    const file = path.join(target, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, text);
  }
  return taken;
}

function openParcel(file: string): Parcel {
  const about = lookAt(file);
  if (about.isDirectory()) return new Folder(file);
  if (about.isSymbolicLink()) throw new Refused('it is a link: hand in the folder or file itself');
  if (!about.isFile()) throw new Refused('it is neither a folder nor a file');
  if (!ARCHIVE.test(file)) {
    throw new Refused(`${path.extname(file)} is not read: hand in a folder, .zip, .tar or .tar.gz`);
  }
  if (about.size > ARCHIVE_BYTES_MOST) {
    throw new Refused(
      `it has ${megabytes(about.size)}, and ${megabytes(ARCHIVE_BYTES_MOST)} are the most`);
  }
  return /\.zip$/i.test(file) ? new Zip(file) : new Tarball(file);
}

function lookAt(file: string): fs.Stats {
  try {
    fs.accessSync(path.dirname(file));
    return fs.lstatSync(file);
  } catch (error) {
    throw refusalFrom(error, UNREADABLE);
  }
}

function digestOf(texts: ReadonlyMap<string, Buffer>): string {
  const hash = crypto.createHash('sha256');
  for (const [name, text] of texts) hash.update(`${name}\0${text.length}\0`).update(text);
  return hash.digest('hex');
}

function newestOf(taken: readonly HandedIn[]): Pick<Taken, 'newestAt'> {
  const times = taken.flatMap(({modifiedAt}) => modifiedAt ?? []).filter(Number.isFinite);
  if (times.length === 0) return {};
  return {newestAt: new Date(Math.floor(Math.max(...times) / 1000) * 1000).toISOString()};
}

function isUtf8(text: Buffer): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(text);
    return true;
  } catch {
    return false;
  }
}
