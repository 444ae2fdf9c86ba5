/**
 * A broken variant: freezes the entry that it was given, and not what its command holds.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R30-freezes-in-place',
  mistake: 'freezes the entry that it was given, and not what its command holds',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return Object.freeze(entry);',
    },
  ],
  caughtBy: ['entry-out', 'entries-out', 'command-in'],
  says: /from outside/,
};
