/** A link where the skeleton should be. */
import fs from 'node:fs';
import path from 'node:path';
import type {Attack} from '../attack';
import {ON_LOG, REFERENCE} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a folder whose skeleton is a link to the reference',
  gains: 'files of the machine, graded as if they were its own and shown in the report',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (_files, folder) => {
    const handedIn = path.join(folder, 'mine');
    fs.mkdirSync(handedIn);
    fs.symlinkSync(REFERENCE, path.join(handedIn, 'skeleton'));
    return handedIn;
  },
  says: /refused:/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
