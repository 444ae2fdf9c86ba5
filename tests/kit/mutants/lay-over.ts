/**
 * Makes a subject of the reference with one mutant laid over it.
 *
 * Read next: mutants.spec.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import type {Subject} from '../../../harness/scenario/subject';
import type {Mutant} from './mutant';

const folder = path.join(root, 'build/mutants');

/** All mutants, by folder and name. */
export function allMutants(): readonly Mutant[] {
  return fs.readdirSync(__dirname, {withFileTypes: true})
    .filter(entry => entry.isDirectory() && /^\d-/.test(entry.name))
    .flatMap(entry => fs.readdirSync(path.join(__dirname, entry.name))
      .filter(file => file.endsWith('.ts')).sort()
      .map(file => (require(path.join(__dirname, entry.name, file)) as {mutant: Mutant}).mutant));
}

/** @throws Error if an edit's text does not stand exactly once in the reference. */
export function layOver(mutant: Mutant): Subject {
  const reference = path.join(root, 'reference');
  let text = fs.readFileSync(path.join(reference, mutant.file), 'utf8');
  for (const {find, replace} of mutant.edits) {
    const times = text.split(find).length - 1;
    if (times !== 1) {
      throw new Error(`${mutant.id}: its text stands ${times} times in ${mutant.file}: ${find}`);
    }
    text = text.replace(find, () => replace);
  }
  const file = path.join(folder, `${mutant.lab}-${mutant.id}`, mutant.file);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, text);
  return {name: 'skeleton', folder: reference, overlay: {[mutant.file]: file}};
}
