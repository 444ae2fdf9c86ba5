/** Saves only when it says yes: to a candidate, or to a leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-saves-with-a-yes-only',
  mistake: 'Saves only when it says yes: to a candidate, or to a leader.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n',
      replace:
        '    const isYes = outgoing.some(({message}) => (message.type === ' +
        "'RequestVoteResults' &&\n" +
        '      message.voteGranted) || (message.type === ' +
        "'AppendEntriesResults' && message.success));\n" +
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else if (isYes) this.appendChanges(changes);\n',
    },
  ],
  caughtBy: ['told-2', 'told-5', 'alone'],
  says: /before currentTerm \d was synced|counting itself, before it had synced that entry/,
};
