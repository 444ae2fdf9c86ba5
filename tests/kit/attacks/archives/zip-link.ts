/** A link in the place of a file. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG, REFERENCE} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip in which log.ts is a link to the reference',
  gains: 'files of the machine, graded as if they were its own and shown in the report',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInBytes(folder, '.zip', zipSync({
    ...bytesOf(files),
    'log.ts': [Buffer.from(`${REFERENCE}/log.ts`), {os: 3, attrs: 0o120777 << 16}],
  })),
  says: /refused: log.ts is a link/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
