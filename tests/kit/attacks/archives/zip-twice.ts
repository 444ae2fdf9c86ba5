/** Two files of one name: one to be looked at, one to be run. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes, renamedIn} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip that holds log.ts twice',
  gains: 'a file that is graded and another that is looked at for copies',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInBytes(folder, '.zip', renamedIn(
    zipSync({...bytesOf(files), 'gol.ts': Buffer.from('x')}), 'gol.ts', 'log.ts')),
  says: /refused: log.ts is in it twice/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
