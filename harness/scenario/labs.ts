/**
 * The labs there are: what each `labs/N-name/lab.ts` states, and how a person may name one.
 *
 * Promises: a lab is found by its number, its name, or both (`5`, `election`, `5-election`); a part
 * by its file (`terms`). Unknown names are refused with the names there are.
 * Read next: subject.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';

export interface LabFile {
  /** Under `skeleton/`: 'log.ts'. */
  readonly file: string;
  /** What the student writes in it, as `todo()` names it: 'RaftLog.append', 'becomeFollower'. */
  readonly functions: readonly string[];
}

export interface Lab {
  readonly number: number;
  /** As in the folder's name: 'log'. */
  readonly name: string;
  readonly title: string;
  readonly points: number;
  readonly files: readonly LabFile[];
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

/** '5-election': the folder of a lab's handout and of its tests. */
export function folderOf(lab: Lab): string {
  return `${lab.number}-${lab.name}`;
}

/** @throws UnknownLab */
export function findLab(named: string): Lab {
  const labs = allLabs();
  const found = labs.find(lab => [String(lab.number), lab.name, folderOf(lab)].includes(named)) ??
    labs.find(lab => lab.files.some(({file}) => file === named || file === `${named}.ts`));
  if (found !== undefined) return found;
  throw new UnknownLab(
    `there is no lab "${named}"; the labs are ${labs.map(folderOf).join(', ')}`);
}

/** The spec files of a lab, in order. */
export function specFilesOf(lab: Lab): readonly string[] {
  const folder = path.join(root, 'tests', folderOf(lab));
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).filter(file => file.endsWith('.spec.ts')).sort()
    .map(file => path.join(folder, file));
}
