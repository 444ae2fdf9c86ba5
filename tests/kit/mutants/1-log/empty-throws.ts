/**
 * A broken variant: lastTerm throws in an empty log.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-empty-throws',
  mistake: 'lastTerm throws in an empty log',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'this.entries.at(-1)?.term ?? this.lastIncludedTerm',
      replace: 'this.entries[this.entries.length - 1]!.term',
    },
  ],
  caughtBy: ['entry-in', 'command-in', 'bad-index-1'],
  says: /threw TypeError in/,
};
