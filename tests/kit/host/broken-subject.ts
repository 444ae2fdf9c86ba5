/**
 * The reference with a few lines of a beginner's in it, shown as if it were the skeleton.
 *
 * Promises: an addition goes into a line that is there, so the line numbers stay the reference's.
 * Read next: faults.spec.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import type {Subject} from '../../../harness/scenario/subject';

const reference = path.join(root, 'reference');
const buildFolder = path.join(root, 'build/kit-host');

export interface Addition {
  readonly file: string;
  /** Stands exactly once in the file of the reference. */
  readonly after: string;
  readonly code: string;
}

/** @param id names the folder of the files. */
export function referenceWith(id: string, ...additions: readonly Addition[]): Subject {
  const texts = referenceTexts();
  for (const {file, after, code} of additions) {
    const text = texts[file] ?? '';
    if (text.split(after).length !== 2) throw new Error(`not once in ${file}: ${after}`);
    texts[file] = text.replace(after, () => `${after} ${code}`);
  }
  return subjectOf(id, texts);
}

/** The reference with whole files in the place of its own, or beside them; null takes one away. */
export function referenceBut(
  id: string, changes: Readonly<Record<string, string | null>>,
): Subject {
  return subjectOf(id, {...referenceTexts(), ...changes});
}

function referenceTexts(): Record<string, string | null> {
  return Object.fromEntries(fs.readdirSync(reference).filter(file => file.endsWith('.ts'))
    .map(file => [file, fs.readFileSync(path.join(reference, file), 'utf8')]));
}

function subjectOf(id: string, texts: Readonly<Record<string, string | null>>): Subject {
  const present = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null));
  writeFiles(id, present as Record<string, string>);
  return {name: 'skeleton', folder: path.join(buildFolder, id)};
}

/** Writes files under build/, and says where each one is. */
export function writeFiles(
  id: string, texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const folder = path.join(buildFolder, id);
  fs.mkdirSync(folder, {recursive: true});
  for (const name of fs.readdirSync(folder)) {
    if (name.endsWith('.ts') && texts[name] === undefined) fs.rmSync(path.join(folder, name));
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => {
    const file = path.join(folder, name);
    writeIfNew(file, text);
    return [name, file];
  }));
}

/** Another run of these tests may read the file at this moment. */
function writeIfNew(file: string, text: string): void {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, text);
  fs.renameSync(beside, file);
}

/** The line on which a text stands in a file of the reference. */
export function lineOf(file: string, text: string): number {
  const lines = fs.readFileSync(path.join(reference, file), 'utf8').split('\n');
  const at = lines.findIndex(line => line.includes(text));
  if (at === -1) throw new Error(`not in ${file}: ${text}`);
  return at + 1;
}
