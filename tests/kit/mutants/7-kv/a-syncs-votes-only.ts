/** Syncs a vote, but not the log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-votes-only',
  mistake: 'Syncs a vote, but not the log.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace: '    if (vote) this.disk.sync();\n',
    },
  ],
  caughtBy: ['told-8', 'crash-over-again'],
  says: /before the entry at index \d+ was synced/,
};
