/**
 * A broken variant: adds a field to the entries that it keeps.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-adds-index',
  mistake: 'adds a field to the entries that it keeps',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return Object.freeze({...entry, command: frozenJson(entry.command), kept: ' +
        'true});',
    },
  ],
  caughtBy: ['check-9', 'check-10', 'check-12'],
  says: /changed entry 1 in/,
};
