/** Takes a snapshot and keeps the whole log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S1-log-stays',
  mistake: 'Takes a snapshot and keeps the whole log.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.log.discardThrough(index);\n' +
        '  state.snapshot = {lastIncludedIndex: index',
      replace: '  state.snapshot = {lastIncludedIndex: index',
    },
  ],
  caughtBy: ['snapshot-basic', 'snapshot-install', 'snapshot-install-unreliable'],
  says: /Too many bytes stored/,
};
