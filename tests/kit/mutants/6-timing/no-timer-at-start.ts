/** Starts no election timer when it starts. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-timer-at-start',
  mistake: 'Starts no election timer when it starts.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  start(): void {\n' +
        '    this.electionTimerReset();\n',
      replace: '  start(): void {\n',
    },
  ],
  caughtBy: ['initial-election', 'first-timeout'],
  says: /No leader among|has not stood for election/,
};
