/** Takes no snapshot up to the last entry that was applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-applied-is-not-enough',
  mistake: 'Takes no snapshot up to the last entry that was applied.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'index > state.lastApplied) return;',
      replace: 'index >= state.lastApplied) return;',
    },
  ],
  caughtBy: [
    'take-3',
    'a-snapshot-may-be-taken-while-its-last',
    'a-follower-that-was-cut-off-for-long-is',
  ],
  says: new RegExp([
    'and must have one up to index',
    'was not brought up by a snapshot',
    'started again with a snapshot up to index 0',
  ].join('|')),
};
