/** Half of a zip, and nothing of its end. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in the first half of a zip',
  gains: 'a slip of the grader, and an excuse',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => {
    const zip = zipSync(bytesOf(files));
    return handInBytes(folder, '.zip', zip.slice(0, zip.length / 2));
  },
  says: /refused: this zip is damaged: its end is missing/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
