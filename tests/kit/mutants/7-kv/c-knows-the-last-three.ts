/** Takes a copy of an operation for a new one when four others came after it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-knows-the-last-three',
  mistake: 'Takes a copy of an operation for a new one when four others came after it.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        '    if (last === undefined || session.serial > last.serial) return undefined;',
      replace:
        '    if (last === undefined || session.serial > last.serial) return undefined;\n' +
        '    if (session.serial < last.serial - 3) return undefined;',
    },
  ],
  caughtBy: ['very-late-copies'],
  says: /Ann was told ".*" when it asked for get "x"/,
};
