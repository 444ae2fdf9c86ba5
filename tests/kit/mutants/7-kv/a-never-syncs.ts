/** Appends every record, and never syncs. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-never-syncs',
  mistake: 'Appends every record, and never syncs.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace: '',
    },
  ],
  caughtBy: ['told-1', 'alone', 'unreliable-agree'],
  says: /before currentTerm \d+ was synced|counting itself, before it had synced that entry/,
};
