/**
 * A broken variant: copies the whole log to find its last index.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-copies-to-count',
  mistake: 'copies the whole log to find its last index',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    return this.lastIncludedIndex + this.entries.length;',
      replace: '    return this.lastIncludedIndex + structuredClone(this.entries).length;',
    },
  ],
  caughtBy: ['long-log'],
  says: /is stuck over/,
};
