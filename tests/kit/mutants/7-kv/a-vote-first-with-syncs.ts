/** Saves vote and term one after the other, the vote first, and syncs each of them. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-vote-first-with-syncs',
  mistake: 'Saves vote and term one after the other, the vote first, and syncs each of them.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    const {currentTerm, votedFor} = this.server.state;\n' +
        '    if (vote) {\n' +
        '      this.disk.append({votedFor});\n' +
        '      this.disk.sync();\n' +
        '      this.disk.append({currentTerm});\n' +
        '    }\n',
    },
    {
      find:
        '        state.currentTerm = record.currentTerm;\n' +
        '        state.votedFor = record.votedFor;\n',
      replace:
        '        state.currentTerm = record.currentTerm ?? state.currentTerm;\n' +
        '        if (record.votedFor !== undefined) state.votedFor = record.votedFor;\n',
    },
  ],
  caughtBy: ['crash-over-vote', 'crash-over-conflict'],
  says: /came back in term \d+ with votedFor \w+, though it voted for S\d/,
  golden: true,
};
