/** A name that leads up and out. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip with names that lead out of its folder',
  gains: 'files of its own anywhere on the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInBytes(folder, '.zip', zipSync({
    ...bytesOf(files), '../../../../outside/log.ts': Buffer.from('x'),
  })),
  says: /refused: .*leads out of its folder/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
