/** Every AppendEntries carries one entry at most. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R20-one-at-a-time',
  mistake: 'Every AppendEntries carries one entry at most.',
  lab: 6,
  file: 'replication.ts',
  edits: [
    {
      find: '    entries: log.entriesFrom(firstIndex),\n',
      replace: '    entries: log.entriesFrom(firstIndex).slice(0, 1),\n',
    },
  ],
  caughtBy: ['burst'],
  says: /No index \d+ applied/,
};
