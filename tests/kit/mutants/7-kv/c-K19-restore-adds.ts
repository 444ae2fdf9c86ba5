/** Adds a snapshot to what was there, so that what was deleted is back. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K19-restore-adds',
  mistake: 'Adds a snapshot to what was there, so that what was deleted is back.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: '    this.values = new Map(values);\n',
      replace: '    for (const [key, value] of values) this.values.set(key, value);\n',
    },
  ],
  caughtBy: ['travels-with-a-snapshot'],
  says: /Ann was told "a" when it asked for get "x" — it must be null\./,
};
