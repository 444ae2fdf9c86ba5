/** A second name for a file that is there already. */
import {handInTar} from '../archives';
import type {Attack, Files} from '../attack';
import {ON_LOG, REFERENCE} from '../pieces';

function rest({'log.ts': _, ...others}: Files): Files {
  return others;
}

export const attack: Attack = {
  tries: 'hands in a tarball in which log.ts is a hard link to the reference',
  gains: 'files of the machine, graded as if they were its own and shown in the report',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => handInTar(folder, rest(files), [
    {name: 'log.ts', kind: '1', linksTo: `${REFERENCE}/log.ts`},
  ]),
  says: /refused: log.ts is a hard link/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
