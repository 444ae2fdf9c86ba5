/** Rewrites the disk after every two hundred inputs, and forgets the vote then. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-cleans-without-the-vote',
  mistake: 'Rewrites the disk after every two hundred inputs, and forgets the vote then.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (vote || log !== undefined) this.disk.sync();',
      replace:
        '    if (vote || log !== undefined) this.disk.sync();\n' +
        '    this.inputs++;\n' +
        '    if (this.inputs % 200 > 0) return;\n' +
        '    const {currentTerm} = this.server.state;\n' +
        '    this.disk.rewrite([{currentTerm, votedFor: null}, ...this.everything().slice(1)]);',
    },
    {
      find:
        '  constructor(\n' +
        '    protected readonly server: RaftServer, protected',
      replace:
        '  private inputs = 0;\n' +
        '\n' +
        '  constructor(\n' +
        '    protected readonly server: RaftServer, protected',
    },
  ],
  caughtBy: ['five-hundred'],
  says: /came back in term \d+ with votedFor null/,
};
