/** Says of every key that it was not there. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-delete-resolves-to-false',
  mistake: 'Says of every key that it was not there.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'return this.perform({op: \'delete\', key}) as Promise<boolean>;',
      replace: 'return this.perform({op: \'delete\', key}).then(() => false);',
    },
  ],
  caughtBy: ['outcomes-5'],
  says: /C\d+ was told false when it asked for delete "" — it must be true\./,
};
