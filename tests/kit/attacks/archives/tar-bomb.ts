/** A small tarball that is large. */
import {handInTar} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tarball of 300 kB that unpacks to 300 MB',
  gains: 'the disk or the memory of the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInTar(folder, files, [
    {name: 'zeros.ts', text: '\0'.repeat(300_000_000)},
  ]),
  says: /refused: (a bomb|it unpacks)/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
