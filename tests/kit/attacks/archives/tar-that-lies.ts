/** A header that promises the moon. */
import {handInTar} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tarball whose header promises eight gigabytes that never come',
  gains: 'the disk or the memory of the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInTar(folder, files, [
    {name: 'more.ts', text: 'x', claims: 2 ** 32},
  ]),
  says: /refused:/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
