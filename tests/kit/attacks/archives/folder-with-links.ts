/** Links where files and folders should be. */
import fs from 'node:fs';
import path from 'node:path';
import type {Attack} from '../attack';
import {ON_LOG, REFERENCE} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a folder in which log.ts is a link to the reference',
  gains: 'files of the machine, graded as if they were its own and shown in the report',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (_files, folder) => {
    fs.rmSync(path.join(folder, 'log.ts'));
    fs.symlinkSync(`${REFERENCE}/log.ts`, path.join(folder, 'log.ts'));
    return folder;
  },
  says: /refused: log.ts is a link/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
