/**
 * A mistake in lab 2: does not tell the log of messages that found nobody.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-skips-the-absent',
  mistake: 'does not tell the log of messages that found nobody',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.tell(\'away\', packet);\n',
      replace: '      return;\n',
    },
  ],
  caughtBy: ['log-2'],
  says: /RaftNetwork told its log: sent S1 → S3 "a"/,
};
