/**
 * A broken variant: copies on the way in, and hands out what it keeps.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R30-hands-out',
  mistake: 'copies on the way in, and hands out what it keeps',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return structuredClone(entry);',
    },
  ],
  caughtBy: ['entries-out', 'entry-out'],
  says: /change of taken.* from outside/,
};
