/** Folders in folders. */
import fs from 'node:fs';
import path from 'node:path';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a folder two hundred deep, with a file at the end',
  gains: 'a path that is too long, and a slip of the grader',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (_files, folder) => {
    const deep = path.join(folder, 'd/'.repeat(200));
    fs.mkdirSync(deep, {recursive: true});
    fs.writeFileSync(path.join(deep, 'log.ts'), 'x');
    return folder;
  },
  says: /passed over: d\//,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
