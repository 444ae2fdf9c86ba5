/** Saves only when it sends something, and forgets to do it later. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-saves-with-a-message-only',
  mistake: 'Saves only when it sends something, and forgets to do it later.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n',
      replace:
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else if (outgoing.length > 0) this.appendChanges(changes);\n',
    },
  ],
  caughtBy: ['alone', 'two-for-one'],
  says: /counting itself, before it had synced that entry/,
};
