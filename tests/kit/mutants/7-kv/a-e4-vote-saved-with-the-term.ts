/** Saves a vote only when the term is new, and forgets one that is given later in the term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-E4-vote-saved-with-the-term',
  mistake: 'Saves a vote only when the term is new, and forgets one that is given later in the ' +
    'term.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    protected readonly server: RaftServer, protected readonly disk: ServerDisk,\n' +
        '  ) {}\n',
      replace:
        '    protected readonly server: RaftServer, protected readonly disk: ServerDisk,\n' +
        '  ) {}\n' +
        '\n' +
        '  private savedTerm = 0;\n',
    },
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    const {currentTerm} = this.server.state;\n' +
        '    if (vote && currentTerm !== this.savedTerm) this.disk.append(this.vote());\n' +
        '    this.savedTerm = currentTerm;\n',
    },
  ],
  caughtBy: ['restored-5', 'told-4'],
  says: /before votedFor S2 was synced/,
};
