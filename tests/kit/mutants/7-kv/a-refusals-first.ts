/** Lets refusals out before it saves: they tell of a later term all the same. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-refusals-first',
  mistake: 'Lets refusals out before it saves: they tell of a later term all the same.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n' +
        '    for (const message of outgoing) send(message);\n',
      replace:
        '    const isNo = ({message}: Outgoing): boolean =>\n' +
        "      (message.type === 'RequestVoteResults' && !message.voteGranted) ||\n" +
        "      (message.type === 'AppendEntriesResults' && !message.success);\n" +
        '    for (const message of outgoing.filter(isNo)) send(message);\n' +
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n' +
        '    for (const message of outgoing.filter(one => !isNo(one))) send(message);\n',
    },
  ],
  caughtBy: ['told-5', 'figure-8-d'],
  says: /before currentTerm \d was synced/,
};
