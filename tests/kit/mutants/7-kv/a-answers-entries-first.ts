/** Acknowledges entries before it saves them. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-answers-entries-first',
  mistake: 'Acknowledges entries before it saves them.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n' +
        '    for (const message of outgoing) send(message);\n',
      replace:
        '    const isEarly = ({message}: Outgoing): boolean => message.type ' +
        "=== 'AppendEntriesResults';\n" +
        '    for (const message of outgoing.filter(isEarly)) send(message);\n' +
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n' +
        '    for (const message of outgoing.filter(one => !isEarly(one))) send(message);\n',
    },
  ],
  caughtBy: ['told-8', 'persist-1'],
  says: /before the entry at index \d was synced/,
};
