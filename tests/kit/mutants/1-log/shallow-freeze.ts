/**
 * A broken variant: freezes its copy of an entry, and not what the command holds.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R30-shallow-freeze',
  mistake: 'freezes its copy of an entry, and not what the command holds',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return Object.freeze({term: entry.term, command: entry.command});',
    },
  ],
  caughtBy: ['command-in', 'entries-in', 'entry-out'],
  says: /from outside/,
};
