/**
 * Whose code runs: the skeleton, the reference, or any folder; and where a box's imports lead.
 *
 * Promises: files of labs up to the one being run come from the subject; files of later labs are
 * stood in, whatever the subject's folder holds. Further .ts files of the subject come along.
 * Files of labs that this copy was made without are the kit's, compiled, where a lab runs on them.
 * Read next: run.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {ModuleSource} from '../host/box';
import {root} from '../host/register.js';
import {absentFiles, allLabs} from './labs';

export interface Subject {
  /** What a person calls it: 'skeleton', 'reference', or the folder's name. */
  readonly name: string;
  readonly folder: string;
  /** What --subject said, if it named another than package.json does: a replay needs it too. */
  readonly named?: string;
  /** Files that replace those of the folder: how a broken variant is laid over the reference. */
  readonly overlay?: Readonly<Record<string, string>>;
}

/** The folder named is not there. One line, for exit code 2. */
export class UnknownSubject extends Error {
  override readonly name = 'UnknownSubject';
}

const standInFolder = path.join(root, 'harness/raft/stand-ins');
/** Compiled files of labs that a student's copy was made without, and that others run on. */
const finishedFolder = path.join(root, 'harness/raft/finished');
const scriptedGuest = path.join(root, 'harness/host/scripted-guest.ts');
const studentTestsGuest = path.join(root, 'harness/host/student-tests-guest.ts');
const serverProgram = path.join(root, 'harness/raft/solution.ts');
const inHost = (file: string): string => path.join(root, 'harness/host', file);
const clientProgram = path.join(root, 'harness/raft/client.ts');

export const PROGRAMS = {
  server: serverProgram, client: clientProgram, scripted: scriptedGuest,
  studentTests: studentTestsGuest, serving: inHost('served/variant-guest.ts'),
  silent: inHost('silent-guest.ts'),
  transport: inHost('runtime-transport-guest.ts'), driver: inHost('runtime-driver-guest.ts'),
  wholeServer: inHost('runtime-whole-guest.ts'),
} as const;

/** What package.json says: the kit grades its reference, a student's copy the skeleton. */
export function defaultSubjectName(): 'skeleton' | 'reference' {
  const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  const {flotilla} = JSON.parse(text) as {flotilla?: {role?: string}};
  return flotilla?.role === 'kit' ? 'reference' : 'skeleton';
}

/** @param named 'skeleton', 'reference' or a folder. @throws UnknownSubject */
export function findSubject(named: string = defaultSubjectName()): Subject {
  const known = named === 'skeleton' || named === 'reference';
  const folder = known ? path.join(root, named) : path.resolve(named);
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    throw new UnknownSubject(`there is no folder "${named}" to take the code from`);
  }
  const isDefault = named === defaultSubjectName();
  return {name: known ? named : path.basename(folder), folder, ...isDefault ? {} : {named}};
}

/** The reference, where it is: no student's copy has it. */
export function findReference(): Subject | undefined {
  return reference.there ? reference : undefined;
}

const reference: Subject & {readonly there: boolean} = {
  name: 'reference', folder: path.join(root, 'reference'),
  there: fs.existsSync(path.join(root, 'reference')),
};

type Modules = Readonly<Record<string, ModuleSource>>;

/** A subject's files do not change while a process runs, so each table is made once. */
const tables = new WeakMap<Subject, Map<number, Modules>>();

/** The import table of a box that runs lab `lab` of a subject. */
export function modulesOf(subject: Subject, lab: number): Modules {
  let known = tables.get(subject);
  if (known === undefined) tables.set(subject, known = new Map());
  let modules = known.get(lab);
  if (modules === undefined) known.set(lab, modules = makeTable(subject, lab));
  return modules;
}

function makeTable(subject: Subject, lab: number): Modules {
  const modules: Record<string, ModuleSource> = {
    '#raft': {file: path.join(root, 'harness/raft/index.ts'), shownAs: 'harness/raft/index.ts'},
  };
  const later = laterFiles(lab);
  const laidOver = Object.keys(subject.overlay ?? {});
  for (const file of new Set([...fs.readdirSync(subject.folder), ...laidOver])) {
    if (!isModule(file) || later.has(file)) continue;
    modules[`#solution/${file.slice(0, -3)}`] = sourceOf(subject, file);
  }
  for (const [file] of absentFiles()) {
    const name = `#solution/${file.slice(0, -3)}`;
    const finished = path.join(finishedFolder, file);
    if (later.has(file) || Object.hasOwn(modules, name) || !fs.existsSync(finished)) continue;
    modules[name] = {file: finished, shownAs: `harness/raft/finished/${file}`};
  }
  for (const file of later) {
    const standIn = path.join(standInFolder, file);
    if (!fs.existsSync(standIn)) continue;
    modules[`#solution/${file.slice(0, -3)}`] = {
      file: standIn, shownAs: `harness/raft/stand-ins/${file}`,
    };
  }
  return modules;
}

/** What other files may import: no declarations, nothing of tests/. */
function isModule(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.includes('/');
}

/** The file of a subject: 'tests/log.test.ts'. It need not exist. */
export function sourceOf(subject: Subject, file: string): ModuleSource {
  return {
    file: subject.overlay?.[file] ?? path.join(subject.folder, file),
    shownAs: `${subject.name}/${file}`,
  };
}

function laterFiles(lab: number): ReadonlySet<string> {
  const present = allLabs().flatMap(({number, files}) =>
    files.map(({file}) => [file, number] as const));
  return new Set([...present, ...absentFiles()].filter(([, number]) => number > lab)
    .map(([file]) => file));
}
