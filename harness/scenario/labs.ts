/**
 * The labs there are: what each `labs/N-name/lab.ts` states, and how a person may name one.
 *
 * Promises: a lab is found by its number, its name, or both (`5`, `election`, `5-election`), or by
 * one of its files (`terms`); a part of it by number and letter, by name, or by one of its files
 * (`7a`, `persistence`, `kv-store`). Unknown names are refused with the names there are.
 * Read next: subject.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';
import {nearestName} from './nearest-name';

export interface LabFile {
  /** Under `skeleton/`: 'log.ts'. */
  readonly file: string;
  /** What the student writes in it, as `todo()` names it: 'RaftLog.append', 'becomeFollower'. */
  readonly functions: readonly string[];
}

/** A lab of several parts has a handout and spec files for each: 'a-01-one-crash.spec.ts'. */
export interface LabPart {
  readonly letter: string;
  readonly name: string;
  readonly title: string;
  readonly points: number;
  /** Of the lab's files, those that belong to this part. */
  readonly files: readonly string[];
  /** In the lab's folder. */
  readonly handout: string;
}

/** What was named: a whole lab, or one part of it; its own tests, or those that only grade. */
export interface NamedLab {
  readonly lab: Lab;
  readonly part?: LabPart;
  readonly isHidden?: boolean;
}

export interface Lab {
  readonly number: number;
  /** As in the folder's name: 'log'. */
  readonly name: string;
  readonly title: string;
  readonly points: number;
  readonly files: readonly LabFile[];
  /** In order; absent if the lab is one piece. */
  readonly parts?: readonly LabPart[];
  /** Sections and figures its tests may cite beside the paper's own: 'course notes'. */
  readonly sources: readonly string[];
}

/** The names given do not name a lab. One line, for exit code 2. */
export class UnknownLab extends Error {
  override readonly name = 'UnknownLab';
}

const labsFolder = path.join(root, 'labs');

/** All labs present, in order. Later labs' folders may be missing. */
export function allLabs(): readonly Lab[] {
  return fs.readdirSync(labsFolder)
    .filter(folder => fs.existsSync(path.join(labsFolder, folder, 'lab.ts')))
    .map(folder => (require(path.join(labsFolder, folder, 'lab.ts')) as {lab: Lab}).lab)
    .sort((a, b) => a.number - b.number);
}

/** Files of labs that this copy of the kit was made without, with the numbers of their labs. */
export function absentFiles(): ReadonlyMap<string, number> {
  const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  const {flotilla} = JSON.parse(text) as {
    readonly flotilla?: {readonly absent?: Readonly<Record<string, number>>};
  };
  return new Map(Object.entries(flotilla?.absent ?? {}));
}

/** '5-election': the folder of a lab's handout and of its tests. */
export function folderOf(lab: Lab): string {
  return `${lab.number}-${lab.name}`;
}

/** @throws UnknownLab */
export function findLab(named: string): Lab {
  return findNamed(named).lab;
}

/** The same for what may be a part. @throws UnknownLab */
export function findNamed(named: string): NamedLab {
  const labs = allLabs();
  const isFile = (file: string): boolean => file === named || file === `${named}.ts`;
  const whole = labs.find(lab => [String(lab.number), lab.name, folderOf(lab)].includes(named));
  if (whole !== undefined) return {lab: whole};
  for (const lab of labs) {
    const part = lab.parts?.find(({letter, name, files}) =>
      [`${lab.number}${letter}`, name].includes(named.toLowerCase()) || files.some(isFile));
    if (part !== undefined) return {lab, part};
    if (lab.files.some(({file}) => isFile(file))) return {lab};
  }
  const names = labs.flatMap(lab => [
    folderOf(lab), ...lab.parts?.map(({letter}) => `${lab.number}${letter}`) ?? [],
  ]);
  const meant = nearestName(named, labs.flatMap(namesOf));
  const guess = meant === undefined ? '; the' : `: did you mean ${meant}? The`;
  throw new UnknownLab(`there is no lab "${named}"${guess} labs are ${names.join(', ')}`);
}

/** In words, without numbers alone: '7e' is not a slip for '7a'. */
function namesOf(lab: Lab): readonly string[] {
  return [
    lab.name, folderOf(lab), ...lab.parts?.map(({name}) => name) ?? [],
    ...lab.files.map(({file}) => file.replace(/\.ts$/, '')),
  ];
}

/**
 * All that words name together: without any, every lab. The word `hidden` asks for the tests that
 * only grade: of the labs named beside it, or of all. @throws UnknownLab
 */
export function findAllNamed(words: readonly string[]): readonly NamedLab[] {
  const isHidden = words.includes('hidden');
  if (isHidden && !hasHiddenTests()) {
    throw new UnknownLab('there are no hidden tests here: they are in the kit\'s repository only');
  }
  const labs = words.filter(word => word !== 'hidden');
  const named: readonly NamedLab[] = labs.length === 0
    ? allLabs().map(lab => ({lab})) : labs.map(findNamed);
  return isHidden ? named.map(one => ({...one, isHidden})) : named;
}

/** How reports name the part a scenario belongs to: an object to spread, empty if it has none. */
export function partNamed(number: number, letter: string | undefined): {part?: LabPart} {
  if (letter === undefined) return {};
  const part = findLab(String(number)).parts?.find(one => one.letter === letter);
  return part === undefined ? {} : {part};
}

const hiddenFolder = path.join(root, 'tests/hidden');

/** Whether the tests that only grade are here: no student's copy has them. */
export function hasHiddenTests(): boolean {
  return fs.existsSync(hiddenFolder);
}

/** The spec files of a lab, or of one part of it, in order: the public ones, or the hidden ones. */
export function specFilesOf({lab, part, isHidden = false}: NamedLab): readonly string[] {
  const folder = path.join(isHidden ? hiddenFolder : path.join(root, 'tests'), folderOf(lab));
  if (!fs.existsSync(folder)) return [];
  const prefix = part === undefined ? '' : `${part.letter}-`;
  return fs.readdirSync(folder)
    .filter(file => file.endsWith('.spec.ts') && file.startsWith(prefix)).sort()
    .map(file => path.join(folder, file));
}
