/** Asks for votes before its own is synced. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-candidate-does-not-sync',
  mistake: 'Asks for votes before its own is synced.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote || log !== undefined) this.disk.sync();\n',
      replace:
        '    const {role} = this.server.state;\n' +
        "    if ((vote || log !== undefined) && role !== 'candidate') this.disk.sync();\n",
    },
  ],
  caughtBy: ['told-2', 'candidate-starts-again'],
  says: /sent RequestVote to S2 before currentTerm 1 was synced/,
};
