/** Saves a snapshot without the entries behind it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-without-what-follows',
  mistake: 'Saves a snapshot without the entries behind it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (log.lastIndex >= from) records.push({from, entries: ' +
        'log.entriesFrom(from)});\n',
      replace: '    if (from === 1) records.push({from, entries: log.entriesFrom(from)});\n',
    },
  ],
  caughtBy: ['crash-taking-follower', 'crash-taking-leader', 'random-snapshots-three'],
  says: /and started again without entry/,
};
