/**
 * A place on this machine for one submission at a time: a folder and a range of user ids. A grader
 * may keep one for many, one after the other.
 *
 * Promises: no two places of a machine share a folder or a user id, whoever runs how many graders.
 * The folder belongs to the grader; what runs in the place may read what is there and change
 * nothing, and may not look into another place. A place whose grader was killed is swept by the
 * next grader that claims one: its processes first, then its files.
 * Read next: sandbox.ts.
 */
import {spawnSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {findTool} from './confinement';

/** Users of a place: one for each process that runs at the same time. */
const USERS = 64;
const PLACES = 200;
/** Says in a place's folder whose it is. */
const OWNER = 'owner';
/** The folder of what all places share. */
const SHARED = 'shared';
/** What was last made before is of a version of the kit that is used no more. */
const SHARED_FOR_MS = 7 * 24 * 3_600_000;
/** Far from the ids that people and distributions use. */
const FIRST_USER = 1_878_100_000;
/** Where a container has few ids: above those that systems use, below `nobody`. */
const FIRST_USER_OF_FEW = 51_000;

export class Place {
  private readonly busy = new Set<number>();

  /** @param shared a folder that is every place's of this machine, and stays. */
  constructor(
    readonly number: number, readonly folder: string, readonly shared: string,
  ) {}

  /** The group of all its users, which no one else is in. */
  get group(): number {
    return groupOf(this.number);
  }

  /** A user that no running process has. */
  takeUser(): number {
    for (let user = this.group + 1; user < this.group + USERS; user++) {
      if (this.busy.has(user)) continue;
      this.busy.add(user);
      return user;
    }
    throw new Error(`more than ${USERS - 1} processes in one place`);
  }

  giveBack(user: number): void {
    this.busy.delete(user);
  }

  /** Its users may read and enter; a place is shut to everybody else. */
  makeFolder(name: string): string {
    const folder = path.join(this.folder, name);
    fs.mkdirSync(folder, {recursive: true, mode: 0o755});
    return folder;
  }

  /** Whether nobody has cleared it away since it was claimed. */
  get isHeld(): boolean {
    try {
      return fs.readFileSync(path.join(this.folder, OWNER), 'utf8') === ownerNow();
    } catch {
      return false;
    }
  }

  /** Removes all folders that were made here. */
  clear(): void {
    for (const name of fs.readdirSync(this.folder).filter(one => one !== OWNER)) {
      fs.rmSync(path.join(this.folder, name), {recursive: true, force: true});
    }
  }

  /** Gives the place up. */
  leave(): void {
    if (this.isHeld) fs.rmSync(this.folder, {recursive: true, force: true});
  }
}

/** Files may have come from where only the grader reads, or be made with a strict umask. */
export function makeReadable(folder: string): void {
  const entries = fs.readdirSync(folder, {recursive: true, withFileTypes: true});
  for (const entry of entries) {
    const mode = entry.isDirectory() ? 0o755 : 0o644;
    if (!entry.isSymbolicLink()) fs.chmodSync(path.join(entry.parentPath, entry.name), mode);
  }
  fs.chmodSync(folder, 0o755);
}

/** @param wanted where to begin looking for a place that is free. */
export function claimPlace(wanted: number): Place {
  const base = baseFolder();
  fs.mkdirSync(path.join(base, SHARED), {recursive: true});
  fs.chmodSync(path.join(base, SHARED), 0o755);
  sweepPlaces();
  for (let number = wanted; number < wanted + PLACES; number++) {
    const place = tryClaim(base, number % PLACES);
    if (place !== undefined) return place;
  }
  throw new Error(`all ${PLACES} places in ${base} are taken`);
}

/** A folder with an owner in it is moved to where the place is to be: one of several wins. */
function tryClaim(base: string, number: number): Place | undefined {
  const folder = path.join(base, String(number));
  if (fs.existsSync(folder)) return undefined;
  const made = fs.mkdtempSync(path.join(base, 'new-'));
  fs.writeFileSync(path.join(made, OWNER), ownerNow(), {mode: 0o600});
  if (isRoot()) fs.chownSync(made, 0, groupOf(number));
  fs.chmodSync(made, 0o750);
  try {
    fs.renameSync(made, folder);
    return new Place(number, folder, path.join(base, SHARED));
  } catch {
    fs.rmSync(made, {recursive: true, force: true});
    return undefined;
  }
}

/** Clears away what graders left that are no more. */
export function sweepPlaces(): void {
  const base = baseFolder();
  const shared = path.join(base, SHARED);
  for (const name of fs.readdirSync(shared)) {
    const file = path.join(shared, name);
    const age = Date.now() - (fs.statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? Infinity);
    if (age > SHARED_FOR_MS) fs.rmSync(file, {recursive: true, force: true});
  }
  for (const name of fs.readdirSync(base).filter(one => one !== SHARED)) {
    const folder = path.join(base, name);
    if (isOwned(folder)) continue;
    // Renamed first: a place that was claimed a moment ago is not taken from its new owner.
    const swept = path.join(base, `swept-${process.pid}-${name}`);
    try {
      fs.renameSync(folder, swept);
    } catch {
      continue;
    }
    if (isOwned(swept)) {
      fs.renameSync(swept, folder);
      continue;
    }
    try {
      if (isRoot() && /^\d+$/.test(name)) endAllOf(groupOf(Number(name)));
      fs.rmSync(swept, {recursive: true, force: true});
    } catch {
      // Somebody else's place: a grader that has the tools will sweep it.
      fs.renameSync(swept, folder);
    }
  }
}

function ownerNow(): string {
  return `${process.pid} ${startOf(process.pid)}`;
}

/** Whether the grader that made the folder runs, or has not yet said who it is. */
function isOwned(folder: string): boolean {
  try {
    const owner = fs.readFileSync(path.join(folder, OWNER), 'utf8');
    const [pid = '', start = ''] = owner.split(' ');
    return startOf(Number(pid)) === start;
  } catch {
    const age = Date.now() - (fs.statSync(folder, {throwIfNoEntry: false})?.mtimeMs ?? Infinity);
    return age < 60_000;
  }
}

/** When a process was started: a process id alone may be another's by now. */
function startOf(pid: number): string {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return isAlive(pid) ? 'alive' : 'gone';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Ends every process of a user: one who may kill no others kills all it may.
 *
 * @throws Error if that could not be tried. That there was none to kill is well.
 */
export function endUser(user: number): void {
  const {error} = spawnSync(findTool('setpriv'), [
    `--reuid=${user}`, `--regid=${user}`, '--clear-groups', findTool('kill'), '-KILL', '-1',
  ], {stdio: 'ignore', timeout: 10_000, env: {}, cwd: '/'});
  if (error !== undefined) throw new Error(`cannot end a user's processes: ${error.message}`);
}

/** Ends every process of a place's users. */
function endAllOf(group: number): void {
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const user = fs.statSync(`/proc/${name}`, {throwIfNoEntry: false})?.uid ?? 0;
    if (user > group && user < group + USERS) endUser(user);
  }
}

function groupOf(number: number): number {
  return firstUser() + number * USERS;
}

function firstUser(): number {
  try {
    const [first = ''] = fs.readFileSync('/proc/self/uid_map', 'utf8').trim().split('\n');
    return Number(first.trim().split(/\s+/)[2]) > FIRST_USER + PLACES * USERS
      ? FIRST_USER : FIRST_USER_OF_FEW;
  } catch {
    return FIRST_USER;
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Process ids mean something on one machine only, and machines may share a folder. */
function machine(): string {
  const processes = fs.existsSync('/proc/self/ns/pid') ? fs.readlinkSync('/proc/self/ns/pid') : '';
  return crypto.createHash('sha256').update(`${os.hostname()} ${processes}`).digest('hex')
    .slice(0, 8);
}

/** Others may not have made it before: in /tmp everybody may make folders. */
function baseFolder(): string {
  const parent = [os.tmpdir(), '/tmp', '/var/tmp']
    .find(folder => !isRoot() || isOpenTo(folder)) ?? os.tmpdir();
  const base = path.join(parent, `flotilla-${process.getuid?.() ?? 0}-${machine()}`);
  fs.mkdirSync(base, {recursive: true, mode: 0o711});
  const {uid} = fs.lstatSync(base);
  if (!fs.lstatSync(base).isDirectory() || uid !== (process.getuid?.() ?? uid)) {
    throw new Error(`${base} belongs to somebody else`);
  }
  fs.chmodSync(base, isRoot() ? 0o711 : 0o700);
  return base;
}

/** Whether every user may go through a folder and all above it. */
export function isOpenTo(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const mode = fs.statSync(at, {throwIfNoEntry: false})?.mode ?? 0;
    if ((mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
