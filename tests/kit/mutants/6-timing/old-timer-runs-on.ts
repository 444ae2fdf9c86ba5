/** Starts a new election timer and lets the old one run on. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'old-timer-runs-on',
  mistake: 'Starts a new election timer and lets the old one run on.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs}',
      replace: '    const {electionTimeoutMs}',
    },
  ],
  caughtBy: ['timer-1', 'timer-5', 'calm'],
  says: /had to start afresh|nobody stands while/,
  golden: true,
};
