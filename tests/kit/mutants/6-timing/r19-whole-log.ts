/** Every AppendEntries carries the whole log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R19-whole-log',
  mistake: 'Every AppendEntries carries the whole log.',
  lab: 6,
  file: 'replication.ts',
  edits: [
    {
      find: '  const firstIndex = nextIndex[follower] ?? log.lastIndex + 1;\n',
      replace: '  const firstIndex = nextIndex[follower] === undefined ? log.lastIndex + 1 : ' +
        '1;\n',
    },
  ],
  caughtBy: ['rpc-bytes'],
  says: /Too many bytes/,
};
