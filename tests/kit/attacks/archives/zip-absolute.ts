/** A name from the root. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes, renamedIn} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip with a name that begins at the root',
  gains: 'files of its own anywhere on the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInBytes(folder, '.zip', renamedIn(
    zipSync({...bytesOf(files), 'Xtmp/log.ts': Buffer.from('x')}), 'Xtmp/log.ts', '/tmp/log.ts')),
  says: /refused: .*leads out of its folder/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
