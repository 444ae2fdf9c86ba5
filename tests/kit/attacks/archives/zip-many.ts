/** More files than anybody writes. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip of 30,000 files',
  gains: 'a grader that is busy for minutes with one submission',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInBytes(folder, '.zip', zipSync({
    ...bytesOf(files),
    ...Object.fromEntries(Array.from({length: 30_000}, (_, n) => [`f${n}.ts`, Buffer.from('')])),
  }, {level: 0})),
  says: /refused: more than/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
