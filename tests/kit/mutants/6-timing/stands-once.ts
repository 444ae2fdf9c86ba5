/** A candidate starts no timer: it does not stand again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stands-once',
  mistake: 'A candidate starts no timer: it does not stand again.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs}',
      replace: '    clearTimeout(this.electionTimer);\n' +
        '    if (this.server.state.role === \'candidate\') return;\n' +
        '    const {electionTimeoutMs}',
    },
  ],
  caughtBy: ['drawn-anew', 're-election'],
  says: /has not stood for election|No leader among/,
};
