/** A device, and a pipe that nobody writes to. */
import {handInTar} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tarball with devices and pipes in the places of files',
  gains: 'a grader that waits for the pipe, or reads the device, for ever',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInTar(folder, files, [
    {name: 'tests/log.test.ts', kind: '6'}, {name: 'network.ts', kind: '3'},
  ]),
  says: /refused: .* is (in it twice|a pipe|a device)/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
