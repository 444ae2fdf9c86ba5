/**
 * package.json and package-lock.json of a student's copy: only what a student needs.
 *
 * Promises: the same versions as the instructor's, so that both run the same code; `npm ci` takes
 * the pair as it is, from any registry.
 * Read next: copy-files.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {folderOf} from '../../scenario/labs';
import type {Lab} from '../../scenario/labs';
import {kitVersion} from '../../scenario/token';
import {absentFiles, absentLabs, filesOf, neededFiles} from './choice';
import type {Choice} from './choice';

type Json = Readonly<Record<string, unknown>>;
type Names = Readonly<Record<string, string>>;

interface KitPackage {
  readonly description: string;
  readonly license: string;
  readonly engines: Json;
  readonly bin: Json;
  readonly imports: Json;
  readonly scripts: Names;
  readonly devDependencies: Names;
}

/** A package in a package-lock.json of version 3. */
interface LockedPackage extends Json {
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
  readonly peerDependenciesMeta?: Readonly<Record<string, {readonly optional?: boolean}>>;
}

const SCRIPTS = ['test', 'replay', 'coverage', 'cluster'];
/** `npm run cluster` runs what lab 7 makes. */
const CLUSTER_LAB = 7;

export function studentPackage(choice: Choice, packages: readonly string[]): Json {
  const {description, license, engines, bin, imports, scripts, devDependencies} =
    readJson('package.json') as KitPackage & Json;
  return {
    name: 'flotilla', version: kitVersion(), description, license, private: true, engines,
    flotilla: {role: 'student', kit: kitVersion(), ...labsNotHere(choice)},
    bin,
    imports: {
      ...absentImports(choice),
      '#solution/*': './skeleton/*.ts',
      '#raft': imports['#raft'],
    },
    scripts: only(scripts, SCRIPTS.filter(name => name !== 'cluster' || hasCluster(choice))),
    devDependencies: only(devDependencies, packages),
  };
}

export function hasCluster({labs}: Choice): boolean {
  return labs.some(({number}) => number === CLUSTER_LAB);
}

/** The kit must know which lab a file belongs to, and what it is called, though it is not here. */
function labsNotHere(choice: Choice): Json {
  const labs = absentLabs(choice);
  if (labs.length === 0) return {};
  const files = filesOf(labs).filter(({file}) => !file.includes('/'));
  return {
    absent: Object.fromEntries(files.map(({file, lab}) => [file, lab.number])),
    absentLabs: Object.fromEntries(labs.map(lab => [lab.number, wordsFor(lab)])),
  };
}

/** What a person may call a lab, its own name first: whoever asks for it is told it is not here. */
function wordsFor(lab: Lab): readonly string[] {
  const {number, name, parts = []} = lab;
  return [name, String(number), folderOf(lab),
    ...parts.flatMap(part => [`${number}${part.letter}`, part.name])];
}

/** What TypeScript, and a file that is run by itself, find of labs that are not here. */
function absentImports(choice: Choice): Json {
  const needed = new Set(neededFiles(choice).map(({file}) => file));
  return Object.fromEntries(absentFiles(choice).map(({file}) => {
    const name = file.replace(/\.ts$/, '');
    const compiled = needed.has(file) ? {default: `./harness/raft/finished/${file}`} : {};
    return [`#solution/${name}`, {types: `./harness/raft/absent/${name}.d.ts`, ...compiled}];
  }));
}

/** The kit's own lock, without what nothing in `student` leads to. */
export function studentLock(student: Json): Json {
  const {packages, ...head} = readJson('package-lock.json') as
    {readonly packages: Readonly<Record<string, LockedPackage>>} & Json;
  const {name, version, license, engines, bin, devDependencies} = student;
  const top = {name, version, license, bin, devDependencies, engines} as LockedPackage;
  const kept = new Set<string>();
  const keep = (from: string, wanted: readonly string[]): void => {
    for (const one of wanted) {
      const at = placeOf(one, from, packages);
      if (at === undefined || kept.has(at)) continue;
      kept.add(at);
      keep(at, wantedBy(packages[at] ?? {}));
    }
  };
  keep('', Object.keys(devDependencies as Names));
  const places = Object.keys(packages).filter(place => kept.has(place));
  return {
    ...head, version,
    packages: {'': top, ...Object.fromEntries(places.map(place => [place, packages[place]]))},
  };
}

function wantedBy(
  {dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta}: LockedPackage,
): readonly string[] {
  const peers = Object.keys(peerDependencies ?? {})
    .filter(name => peerDependenciesMeta?.[name]?.optional !== true);
  return [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}), ...peers];
}

/** As Node.js looks for a package: beside the one that wants it, or further up. */
function placeOf(name: string, from: string, packages: object): string | undefined {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (Object.hasOwn(packages, place)) return place;
  if (from === '') return undefined;
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), packages);
}

function only(all: Names, names: readonly string[]): Names {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

export function readJson(file: string): Json {
  return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Json;
}
