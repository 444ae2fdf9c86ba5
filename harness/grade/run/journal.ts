/**
 * The journal of a run: one line of JSON for each submission that is finished, appended and synced.
 *
 * Everything else in a folder of results is made from it, so a run that ended in the middle of
 * anything goes on from here. Old lines stay: a regrade adds a line and hides none.
 * Promises: a line is there whole or is not there; a torn last line is overwritten by the next.
 * Read next: standing.ts, which says what the lines amount to.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Grade, Student} from '../grade';
import type {Policy} from '../policy';
import type {Shard} from './shards';

/** Written when a run begins: what it was asked to do. */
export interface RunLine {
  readonly kind: 'run';
  readonly schema: 1;
  readonly kit: string;
  /** Of its code: kit-digest.ts. */
  readonly kitDigest: string;
  /** Its secret left out. */
  readonly policy: Policy;
  readonly policyDigest: string;
  readonly runDigest: string;
  /** By number. */
  readonly labs: readonly number[];
  readonly shard?: Shard;
  /** Everybody in the folder of submissions, other shards' too. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly student?: Student;
  /** ISO 8601: what the roster or the platform says. */
  readonly submittedAt?: string;
}

/** Written when a submission is finished. */
export interface GradeLine {
  readonly kind: 'grade';
  /** The same key: the same bytes, graded in the same way. */
  readonly key: string;
  readonly runDigest: string;
  readonly kitDigest: string;
  /** By number: which labs were graded. */
  readonly labs: readonly number[];
  /** ISO 8601: when its newest file was written, if that is known. */
  readonly newestAt?: string;
  readonly grade: Grade;
}

export type JournalLine = RunLine | GradeLine;

/** The disk is full, or the folder cannot be written to: nothing to do with any submission. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';

  constructor(what: string, cause: unknown) {
    super(`${what}: ${(cause as Error).message}`);
  }
}

export interface ReadJournal {
  readonly lines: readonly JournalLine[];
  /** Bytes up to the end of the last whole line. */
  readonly wholeBytes: number;
  /** Numbers of lines before that which cannot be read. */
  readonly damaged: readonly number[];
}

const NEWLINE = 0x0a;

export function journalFile(folder: string, shard?: Shard): string {
  const name = shard === undefined ? 'journal' : `journal-${shard.index}-of-${shard.count}`;
  return path.join(folder, `${name}.jsonl`);
}

/** What a merge of shards leaves, so that its results can be compared and merged again. */
export const MERGED = 'merged.jsonl';

/** The journals in a folder: of one run, of some shards, or what a merge left. */
export function journalsIn(folder: string): readonly string[] {
  const names = fs.readdirSync(folder);
  const own = names.filter(name => /^journal(-\d+-of-\d+)?\.jsonl$/.test(name)).sort();
  const found = own.length > 0 ? own : names.filter(name => name === MERGED);
  return found.map(name => path.join(folder, name));
}

export function readJournal(file: string): ReadJournal {
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  const lines: JournalLine[] = [];
  const damaged: number[] = [];
  let start = 0;
  for (let number = 1; ; number++) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end === -1) break;
    const line = parse(bytes.toString('utf8', start, end));
    if (line === undefined) damaged.push(number);
    else lines.push(line);
    start = end + 1;
  }
  return {lines, wholeBytes: start, damaged};
}

function parse(text: string): JournalLine | undefined {
  try {
    const line = JSON.parse(text) as JournalLine;
    return line.kind === 'run' || line.kind === 'grade' ? line : undefined;
  } catch {
    return undefined;
  }
}

/** Appends to a journal. One process at a time. */
export class Journal {
  private readonly handle: number;
  private bytes: number;

  /** @throws CannotWrite */
  constructor(private readonly file: string, wholeBytes: number) {
    try {
      this.handle = fs.openSync(file, 'a');
      // A torn last line would spoil the next one.
      fs.ftruncateSync(this.handle, wholeBytes);
      syncFolder(path.dirname(file));
    } catch (error) {
      throw new CannotWrite(`cannot write ${file}`, error);
    }
    this.bytes = wholeBytes;
  }

  /** It is on the disk when this returns. @throws CannotWrite, and then nothing of it is there. */
  append(line: JournalLine): void {
    const text = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      for (let written = 0; written < text.length;) {
        written += fs.writeSync(this.handle, text, written);
      }
      fs.fsyncSync(this.handle);
    } catch (error) {
      fs.ftruncateSync(this.handle, this.bytes);
      throw new CannotWrite(`cannot write ${this.file}`, error);
    }
    this.bytes += text.length;
  }

  close(): void {
    fs.closeSync(this.handle);
  }
}

/** A file's name is only safe when its folder is. Some systems cannot sync folders. */
function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    fs.closeSync(handle);
  }
}
