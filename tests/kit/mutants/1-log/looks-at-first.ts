/**
 * A broken variant: takes a request for known if its first entry is.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-looks-at-first',
  mistake: 'takes a request for known if its first entry is',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    while (offset < entries.length && this.entries[position]?.term === ' +
        'entries[offset]?.term) {',
      replace: '    if (entries.length > 0 && this.entries[position]?.term === ' +
        'entries[0]!.term) return true;\n' +
        '    while (offset < entries.length && this.entries[position]?.term === ' +
        'entries[offset]?.term) {',
    },
  ],
  caughtBy: ['late-6', 'conflict-3', 'conflict-5'],
  says: /against the leader's|took no entry/,
};
