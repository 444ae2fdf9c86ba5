/** A link that a later entry goes through. */
import {handInTar} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tarball with a link to the root, and a file that goes through it',
  gains: 'files of its own anywhere on the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInTar(folder, files, [
    {name: 'tests', kind: '2', linksTo: '/tmp'}, {name: 'tests/x.test.ts', text: 'x'},
  ]),
  says: /passed|refused/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
