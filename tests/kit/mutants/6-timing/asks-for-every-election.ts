/** Goes on asking for the votes of elections that are over: the questions pile up. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'asks-for-every-election',
  mistake: 'Goes on asking for the votes of elections that are over: the questions pile ' +
        'up.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      const {role, currentTerm} = this.server.state;\n' +
        '      if (role !== \'candidate\' || currentTerm !== term) return;\n',
      replace: '      const {role} = this.server.state;\n' +
        '      if (role !== \'candidate\') return;\n',
    },
    {
      find: '    this.askAgain(this.server.state.currentTerm);\n',
      replace: '    this.askAgain();\n',
    },
    {
      find: '  private askAgain(term: number): void {\n',
      replace: '  private askAgain(): void {\n',
    },
    {
      find: '      this.askAgain(term);\n',
      replace: '      this.askAgain();\n',
    },
  ],
  caughtBy: ['lone-candidate'],
  says: /Too many requests/,
};
