/** Sends everything again for each new command, whether the last request was answered or not. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'floods',
  mistake: 'Sends everything again for each new command, whether the last request was ' +
        'answered or not.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      if (!this.isWaitingFor(follower)) this.sendTo(follower);\n' +
        '    }\n',
      replace: '      this.sendTo(follower);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['burst', 'count'],
  says: /Too many/,
  golden: true,
};
