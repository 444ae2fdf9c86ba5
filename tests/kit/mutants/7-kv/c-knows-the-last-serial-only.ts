/** Takes a late copy of an earlier operation for a new one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-knows-the-last-serial-only',
  mistake: 'Takes a late copy of an earlier operation for a new one.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        'session.serial > last.serial) return undefined;\n' +
        '    return session.serial === last.serial ? last.outcome : null;',
      replace:
        'session.serial !== last.serial) return undefined;\n' +
        '    return last.outcome;',
    },
  ],
  caughtBy: ['late-copy'],
  says: /Ann was told "old" when it asked for get "x" — it must be "new"\./,
};
