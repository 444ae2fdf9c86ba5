/** Takes any results for the answer to its question. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-takes-any-results',
  mistake: 'Takes any results for the answer to its question.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    if (open === undefined || results.serial !== open.request.serial) return;\n',
      replace: '    if (open === undefined) return;\n',
    },
  ],
  caughtBy: ['over-is-over', 'unreliable-one-key'],
  says: new RegExp([
    'C\\d+ was told "old" when it asked for get "x" — it must be "new"\\.',
    'C\\d+ appended "C\\d+\\.3 " once — it is there not at all\\.',
  ].join('|')),
};
