/** Resolves to the length of what it has appended. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-append-resolves-to-its-own-length',
  mistake: 'Resolves to the length of what it has appended.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'return this.perform({op: \'append\', key, value}) as Promise<number>;',
      replace: 'return this.perform({op: \'append\', key, value}).then(() => value.length);',
    },
  ],
  caughtBy: ['outcomes-8', 'speed'],
  says: new RegExp([
    'C\\d+ was told 2 when it asked for append "ab" to "__proto__" — it must be',
    'Linearizability is broken: C\\d+\'s append "a" to "x" returned 1',
  ].join('|')),
};
