/**
 * What was handed in, before anything of it is taken: a folder or an archive, seen the same way.
 *
 * Promises: listing opens no file of a student's and unpacks none to a disk; reading is for the
 * few that were chosen, and capped.
 * Read next: choose.ts, which chooses; folder.ts, zip-file.ts, tar-file.ts, which read.
 */
import {Refused} from './refused';

export interface HandedIn {
  /** Its path within what was handed in, with '/'. */
  readonly name: string;
  readonly bytes: number;
  /** When it was written, in ms since 1970, if that is known. */
  readonly modifiedAt?: number;
  /** What it is, if not a plain file that can be read: 'a link', 'a pipe', 'encrypted'. */
  readonly not?: string;
  /** What to do about it, if not to hand in the file itself. */
  readonly remedy?: string;
}

export interface Parcel {
  /** Files, links and the like; no folders. @throws Refused */
  list(): Promise<readonly HandedIn[]>;
  /** The bytes of some of them, by name. @throws Refused */
  read(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>>;
}

/** Files of one submission, wherever they are in it, those of SKIPPED folders apart. */
export const ENTRIES_MOST = 20_000;
/** The same with those, in an archive, where they cost time to pass by. */
export const ARCHIVE_ENTRIES_MOST = 100_000;
export const ARCHIVE_BYTES_MOST = 256 * 1024 * 1024;
/** All that an archive may unpack to, or say it would. */
export const UNPACKED_BYTES_MOST = 256 * 1024 * 1024;
/** More than this many times its size is a bomb, if it is more than a few MB. */
export const RATIO_MOST = 100;
export const RATIO_FREE_BYTES = 16 * 1024 * 1024;

/** What tools leave behind, whatever it holds. */
const SKIPPED = /(?:^|\/)(?:node_modules|__MACOSX|\.[^/]+)\//;

export function isSkipped(name: string): boolean {
  return SKIPPED.test(name);
}

/** Counts files as they are listed, so that a list too long is never finished. */
export class EntryCount {
  private count = 0;
  private skipped = 0;

  /** @throws Refused if they are too many. */
  add(name: string): void {
    const most = isSkipped(name) ? ARCHIVE_ENTRIES_MOST : ENTRIES_MOST;
    const count = isSkipped(name) ? ++this.skipped : ++this.count;
    if (count > most) throw new Refused(`more than ${most} files`);
  }
}

/** @throws Refused if an archive of `packed` bytes may not unpack to `unpacked`. */
export function weighUnpacked(packed: number, unpacked: number): void {
  if (unpacked <= RATIO_FREE_BYTES) return;
  if (unpacked > RATIO_MOST * packed) {
    throw new Refused(`a bomb: it unpacks to more than ${RATIO_MOST} times its size`);
  }
  if (unpacked > UNPACKED_BYTES_MOST) {
    throw new Refused(`it unpacks to more than ${megabytes(UNPACKED_BYTES_MOST)}`);
  }
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
