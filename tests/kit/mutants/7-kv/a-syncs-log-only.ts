/** Syncs the log, but not a vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-syncs-log-only',
  mistake: 'Syncs the log, but not a vote.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace: '    if (log !== undefined) this.disk.sync();\n',
    },
  ],
  caughtBy: ['told-1', 'voters-in-turn'],
  says: /before currentTerm \d+ was synced/,
};
