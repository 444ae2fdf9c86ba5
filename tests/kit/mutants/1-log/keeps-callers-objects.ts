/**
 * A broken variant: keeps the very objects that it was given.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R30-keeps-callers-objects',
  mistake: 'keeps the very objects that it was given',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return entry;',
    },
  ],
  caughtBy: ['entry-in', 'command-in', 'entries-in'],
  says: /change of (entry|entries\[0\])\.\S+ from outside/,
  golden: true,
};
