/**
 * How a program is shut in: the command line that starts it, by tier.
 *
 * Tier 1: limits, then a user of its own without privileges, then namespaces of its own. The order
 * matters: bubblewrap started by root maps another user id and still reads what only root may.
 * Tier 2: namespaces, started by a plain user. Tier 3: root where no namespaces are to be had.
 * Tier 4: a process and nothing else.
 * Read next: probe.ts, which finds out what this machine allows; sandbox.ts.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type {SandboxReport} from '../grade';
import type {Limits} from './limits';

/** A folder or file, and what it is called inside. Where nothing is mounted, it keeps its name. */
export interface Mount {
  readonly outside: string;
  readonly inside: string;
}

export interface Program {
  /** Mounted like any other file. */
  readonly executable: Mount;
  readonly arguments: readonly string[];
  readonly mounts: readonly Mount[];
  readonly limits: Limits;
}

export type Tier = SandboxReport['tier'];

export interface Confinement {
  readonly report: SandboxReport;
  /** Whether a program sees mounts by their inner names. */
  readonly mounts: boolean;
  /** Whether each process has a user of its own. */
  readonly hasUsers: boolean;
  commandLine(program: Program, user: number, group: number): readonly string[];
}

/** No submission needs more than a little, and the kit's own programs nothing. */
const TMP_BYTES = 4 * 1024 * 1024;

export const CONFINEMENTS: Readonly<Record<Tier, Confinement>> = {
  1: {
    report: {tier: 1, name: 'own user, own namespaces, limits', isSecure: true},
    mounts: true, hasUsers: true,
    commandLine: (program, user, group) => [
      ...prlimit(program.limits), ...setpriv(user, group), ...bubblewrap(program),
      ...innerCommand(program),
    ],
  },
  2: {
    report: {tier: 2, name: 'own namespaces, limits', isSecure: true},
    mounts: true, hasUsers: false,
    // Processes are counted by user, and this user has others; inside, the count begins anew.
    commandLine: program => {
      const inner = {outside: findTool('prlimit'), inside: '/bin/prlimit'};
      const {processes} = program.limits;
      return [
        ...prlimit(program.limits, {countsProcesses: false}),
        ...bubblewrap({...program, mounts: [...program.mounts, ...mountsOf(inner)]}),
        inner.inside, `--nproc=${processes}`, ...innerCommand(program),
      ];
    },
  },
  3: {
    report: {
      tier: 3, isSecure: false,
      name: 'own user, limits; the network and all that every user may read are open',
    },
    mounts: false, hasUsers: true,
    commandLine: (program, user, group) => [
      ...prlimit(program.limits), ...setpriv(user, group), ...outerCommand(program),
    ],
  },
  4: {
    report: {
      tier: 4, isSecure: false,
      name: 'a process of its own, a heap limit; nothing is shut to it',
    },
    mounts: false, hasUsers: false,
    commandLine: program => outerCommand(program),
  },
};

function prlimit(limits: Limits, {countsProcesses = true} = {}): readonly string[] {
  const mb = 1024 * 1024;
  return [
    findTool('prlimit'), `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`,
    `--data=${limits.dataMb * mb}`, `--nofile=${limits.openFiles}`,
    `--fsize=${limits.fileMb * mb}`, '--core=0',
    ...countsProcesses ? [`--nproc=${limits.processes}`] : [],
  ];
}

function setpriv(user: number, group: number): readonly string[] {
  return [
    findTool('setpriv'), `--reuid=${user}`, `--regid=${group}`, '--clear-groups',
    '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all', '--pdeathsig=KILL',
  ];
}

/**
 * No /proc, whose lists of mounts would tell the folders of the machine, but for the one link that
 * the type checker asks for. No /dev: nothing needs it.
 */
function bubblewrap({executable, mounts}: Program): readonly string[] {
  const binds = [...mountsOf(executable), ...mounts]
    .flatMap(({outside, inside}) => ['--ro-bind', outside, inside]);
  return [
    findTool('bwrap'), '--unshare-all', '--unshare-user', '--disable-userns', '--die-with-parent',
    '--new-session', '--clearenv', '--uid', '1000', '--gid', '1000', '--hostname', 'localhost',
    ...binds, '--symlink', executable.inside, '/proc/self/exe',
    '--size', String(TMP_BYTES), '--tmpfs', '/tmp', '--remount-ro', '/', '--chdir', '/tmp', '--',
  ];
}

function innerCommand(program: Program): readonly string[] {
  return [program.executable.inside, ...withHeap(program)];
}

function outerCommand(program: Program): readonly string[] {
  return [program.executable.outside, ...withHeap(program)];
}

function withHeap({limits: {heapMb}, arguments: given}: Program): readonly string[] {
  return heapMb === undefined ? given
    : [`--max-old-space-size=${heapMb}`, ...given];
}

/** An executable with the libraries it is linked to, each under its own name. */
function mountsOf(executable: Mount): readonly Mount[] {
  return [
    executable,
    ...librariesOf(executable.outside).map(file => ({outside: file, inside: file})),
  ];
}

const libraries = new Map<string, readonly string[]>();

/** Only for executables of this machine: `ldd` may run what it looks at. */
function librariesOf(executable: string): readonly string[] {
  let known = libraries.get(executable);
  if (known === undefined) {
    let listed = '';
    try {
      const stdio = ['ignore', 'pipe', 'ignore'] as const;
      listed = execFileSync('ldd', [executable], {encoding: 'utf8', stdio: [...stdio]});
    } catch {
      // It is linked to nothing.
    }
    const found = [...listed.matchAll(/(?:=>\s+|^\s+)(\/\S+)/gm)].map(([, file = '']) => file);
    libraries.set(executable, known = [...new Set(found)]);
  }
  return known;
}

/** The grader's own PATH may lead anywhere; its tools come from where systems keep them. */
export function findTool(name: string): string {
  const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/usr/local/bin'];
  return folders.map(folder => path.join(folder, name)).find(fs.existsSync) ?? name;
}
