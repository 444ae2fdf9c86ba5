/** Saves term and vote only when there is a vote: a later term that it hears of is forgotten. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-E6-term-without-vote-not-saved',
  mistake: 'Saves term and vote only when there is a vote: a later term that it hears of is ' +
    'forgotten.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    if (vote && this.server.state.votedFor !== null) this.disk.append(this.vote());\n',
    },
  ],
  caughtBy: ['told-5', 'leader-comes-back', 'crash-over-conflict'],
  says: /sent AppendEntriesResults to S\d before currentTerm 2 was synced/,
};
