/**
 * A broken variant: copies an entry, and not what its command holds.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R30-shallow-copy',
  mistake: 'copies an entry, and not what its command holds',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return {...entry};',
    },
  ],
  caughtBy: ['entries-in', 'entry-out', 'entries-out'],
  says: /from outside/,
};
