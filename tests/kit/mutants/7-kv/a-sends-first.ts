/** Sends, then saves. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-sends-first',
  mistake: 'Sends, then saves.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n' +
        '    for (const message of outgoing) send(message);\n',
      replace:
        '    for (const message of outgoing) send(message);\n' +
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n',
    },
  ],
  caughtBy: ['told-1', 'told-7', 'figure-8-d'],
  says: /before currentTerm \d+ was synced/,
  golden: true,
};
