/** Hands out its own maps as a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-snapshot-hands-out-maps',
  mistake: 'Hands out its own maps as a snapshot.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        'const saved: Saved = {values: [...this.values], sessions: [...this.sessions]};\n' +
        '    return saved;',
      replace: 'return {values: this.values, sessions: this.sessions} as object as Json;',
    },
  ],
  caughtBy: ['snapshot-brings-it-back', 'travels-with-a-snapshot'],
  says: /S\d broke the contract: record\.snapshot\.data\.values .* is an instance of/,
};
