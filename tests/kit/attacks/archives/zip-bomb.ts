/** A small zip that is large. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip of 100 kB that unpacks to 100 MB',
  gains: 'the disk or the memory of the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInBytes(folder, '.zip', zipSync({
    ...bytesOf(files), 'zeros.ts': new Uint8Array(100_000_000),
  })),
  says: /refused: a bomb/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
