/**
 * One submission in its sandbox: its files beside the kit's half, and the processes that run them.
 *
 * Promises: the trusted side alone writes here; what runs here changes nothing. A process sees the
 * kit at /kit and the submission at /kit/skeleton, whoever's it is, where files can be mounted.
 * Nothing of a submission is in a command line or an environment.
 * Read next: compile.ts; sandbox.ts, which opens stages.
 */
import {spawn} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type {Readable, Writable} from 'node:stream';
import type {ModuleSource} from '../../host/box';
import {HEAP_MB, ProcessHost} from '../../host/process-host';
import type {ProcessHostOptions} from '../../host/process-host';
import {root} from '../../host/register.js';
import type {Subject} from '../../scenario/subject';
import {compileStage} from './compile';
import type {CompiledBefore} from './compile';
import type {Confinement, Mount, Program} from './confinement';
import {isInGuestPackage} from './guest-package';
import type {Packages} from './guest-package';
import {SERVERS} from './limits';
import {withoutInherited} from './inherited-files';
import {killTree} from './kill-tree';
import {endUser, makeReadable} from './place';
import type {Place} from './place';
import {typeErrorsOf} from './type-errors';

/** What all stages of a place share. */
export interface Equipment {
  readonly confinement: Confinement;
  readonly place: Place;
  readonly node: Mount;
  readonly packages: Packages;
  /** The native checker's own folder. */
  readonly checkerProgram: string;
}

/** What a program is connected to, from stdin on. */
type Stdio = readonly ('pipe' | 'ignore')[];

export type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Where the two folders of a submission are mounted. */
const INSIDE = {skeleton: '/kit/skeleton', given: '/kit/given'} as const;

/** Codes of a program's end: what shells say of one that is not there; from where on by signals. */
const [NOT_STARTED, BY_SIGNAL] = [127, 128];

export class Stage {
  readonly subject: Subject;
  private readonly hosts = new Set<ProcessHost>();
  private readonly running = new Set<Started>();
  /** Every boot names all its files. */
  private readonly paths = new Map<string, string>();
  /** Whether a program has ended by itself, and not well, before it said anything. */
  hadSilentEnd = false;
  private isClosed = false;

  /**
   * @param folder made for this stage, with the submission's files in `skeleton`.
   * @param compiled what earlier stages of the same submission have compiled.
   */
  constructor(
    readonly equipment: Equipment, readonly folder: string,
    private readonly compiled: CompiledBefore = new Map(),
  ) {
    this.subject = {name: 'skeleton', folder: path.join(folder, 'skeleton')};
    fs.mkdirSync(path.join(folder, 'given'), {recursive: true});
  }

  /** A further file, of ours: what stands in for an earlier lab. Only before `compile`. */
  add(name: string, text: string): ModuleSource {
    const file = path.join(this.folder, 'given', name);
    fs.writeFileSync(file, text);
    return {file, shownAs: name};
  }

  /** Compiles all files. What does not compile says so when it is loaded. */
  compile(): Promise<void> {
    return compileStage(this, this.compiled);
  }

  /**
   * As a person reads them: 'skeleton/log.ts:12 TS2322: …'. They may be waited for later.
   *
   * @throws Error if there is no checker, or it does not start
   */
  typeErrors(): Promise<readonly string[]> {
    const errors = typeErrorsOf(this);
    errors.catch(() => undefined);
    return errors;
  }

  /** A fresh process. Only after `compile`. */
  newHost(options: ProcessHostOptions = {}): ProcessHost {
    const {packages: {kit}, node} = this.equipment;
    const guest = options.guestFile === undefined
      ? this.inside(kit, '/kit', 'harness/host/process-guest.js') : this.pathOf(options.guestFile);
    let started: Started | undefined;
    const host = new ProcessHost({...options, heapMb: HEAP_MB, elsewhere: {
      start: (given, stdio) => {
        started = this.start({
          executable: node, limits: SERVERS,
          arguments: [guest, ...given],
          mounts: [{outside: kit, inside: '/kit'}, ...this.mounts],
        }, stdio);
        return started.child;
      },
      pathOf: file => this.pathOf(file),
      kill: () => started?.kill(),
      ended: async () => {
        this.hosts.delete(host);
        await started?.gone;
      },
    }});
    this.hosts.add(host);
    return host;
  }

  /** Ends what runs and removes the files. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const one of this.running) one.kill();
    await Promise.all([...this.hosts].map(host => host.close()));
    await Promise.all([...this.running].map(({gone}) => gone));
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  /** The submission's folders, as every process here sees them. */
  get mounts(): readonly Mount[] {
    return [
      {outside: this.subject.folder, inside: INSIDE.skeleton},
      {outside: path.join(this.folder, 'given'), inside: INSIDE.given},
    ];
  }

  /** What a file of a mounted folder is called inside. */
  inside(outside: string, inside: string, name: string): string {
    return path.join(this.equipment.confinement.mounts ? inside : outside, name);
  }

  /** What a file that the tests speak of is called inside. @throws Error if it is not there */
  pathOf(file: string): string {
    let name = this.paths.get(file);
    if (name === undefined) this.paths.set(file, name = this.findPath(file));
    return name;
  }

  private findPath(file: string): string {
    const mount = this.mounts.find(({outside}) => isWithin(outside, file));
    if (mount !== undefined) {
      return this.inside(mount.outside, mount.inside, path.relative(mount.outside, file));
    }
    if (!isInGuestPackage(file)) {
      throw new Error(`${file} is no file that a sandbox has`);
    }
    return this.inside(this.equipment.packages.kit, '/kit', path.relative(root, file));
  }

  /** Starts a program as a user that nothing else runs as. */
  start(program: Program, stdio: Stdio = ['pipe', 'pipe', 'ignore']): Started {
    if (this.isClosed) throw new Error('the stage is closed, and nothing more starts in it');
    const {confinement, place} = this.equipment;
    const user = confinement.hasUsers ? place.takeUser() : 0;
    makeReadable(this.folder);
    const [command = '', ...rest] = confinement.commandLine(program, user, place.group);
    const child = withoutInherited(stdio, all =>
      spawn(command, rest, {stdio: all, env: {}, cwd: '/'}) as Child);
    let hasSpoken = false;
    child.stdout.once('data', () => { hasSpoken = true; });
    const gone = new Promise<number | null>(resolve => {
      child.on('exit', resolve).on('error', () => resolve(NOT_STARTED));
    }).then(code => {
      if (!hasSpoken && code !== null && code > 0 && code < BY_SIGNAL) this.hadSilentEnd = true;
      // Where there is no namespace of processes, what it left behind is still running.
      if (confinement.hasUsers && !confinement.mounts) endUser(user);
      place.giveBack(user);
      this.running.delete(started);
    });
    // Whoever closes the stage is told.
    gone.catch(() => undefined);
    const started = {child, gone, kill: () => killTree(child)};
    this.running.add(started);
    return started;
  }
}

export interface Started {
  readonly child: Child;
  kill(): void;
  /** Settled once nothing of it runs. */
  readonly gone: Promise<void>;
}

function isWithin(folder: string, file: string): boolean {
  return file.startsWith(folder + path.sep);
}
