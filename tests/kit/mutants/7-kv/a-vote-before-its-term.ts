/** Saves vote and term as two records, and the vote first: half of it may survive a crash. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-vote-before-its-term',
  mistake: 'Saves vote and term as two records, and the vote first: half of it may survive a ' +
    'crash.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    const {currentTerm, votedFor} = this.server.state;\n' +
        '    if (vote) {\n' +
        '      this.disk.append({votedFor});\n' +
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
  caughtBy: ['record-over-vote', 'record-over-conflict'],
  says: /came back in term \d+ with votedFor \w+, though it voted for S\d/,
};
