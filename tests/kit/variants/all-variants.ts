/**
 * Finds the correct variants of a lab, and makes subjects of them.
 *
 * Read next: variants.spec.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import {folderOf} from '../../../harness/scenario/labs';
import type {Lab} from '../../../harness/scenario/labs';
import type {Subject} from '../../../harness/scenario/subject';

/** Each is the reference with a folder's files in place of its own. */
export function variantsOf(lab: Lab): readonly Subject[] {
  const folder = path.join(__dirname, folderOf(lab));
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).sort().map(name => ({
    name, folder: path.join(root, 'reference'), overlay: overlayOf(path.join(folder, name)),
  }));
}

function overlayOf(folder: string): Readonly<Record<string, string>> {
  const files = fs.readdirSync(folder).filter(file => file.endsWith('.ts'));
  return Object.fromEntries(files.map(file => [file, path.join(folder, file)]));
}
