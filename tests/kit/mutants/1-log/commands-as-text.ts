/**
 * A broken variant: keeps a command as a text.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-commands-as-text',
  mistake: 'keeps a command as a text',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '  return Object.freeze({term: entry.term, command: frozenJson(entry.command)});',
      replace: '  return Object.freeze({term: entry.term, command: String(entry.command)});',
    },
  ],
  caughtBy: ['entry-in', 'commands', 'command-in'],
  says: /changed entry 1 in/,
};
