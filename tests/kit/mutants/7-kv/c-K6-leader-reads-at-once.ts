/** Reads as long as it takes itself for the leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K6-leader-reads-at-once',
  mistake: 'Reads as long as it takes itself for the leader.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'const isAllowed = await this.raft.read();',
      replace: 'const isAllowed = this.raft.leaderId === this.raft.self;',
    },
  ],
  caughtBy: ['reads-the-past', 'reads-what-was-committed', 'one-partition'],
  says: new RegExp([
    'S\\d answered ann\'s get "x" with "old" — cut off, it cannot know what',
    'Ann was told null when it asked for get "x" — it must be "a"\\.',
    'C\\d+ was answered by one of S\\d and S\\d — two of five servers decide',
  ].join('|')),
  golden: true,
};
