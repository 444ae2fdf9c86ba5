/** The same in a tarball. */
import {handInTar} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tarball with names that lead out of its folder',
  gains: 'files of its own anywhere on the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInTar(folder, files, [{name: '../../outside/log.ts', text: 'x'}]),
  says: /refused: .*leads out of its folder/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
