/** Sends all messages of an input but the last. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-drops-the-last',
  mistake: 'Sends all messages of an input but the last.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const message of outgoing) send(message);\n',
      replace:
        '    for (const message of outgoing.length > 1 ? outgoing.slice(0, -1) ' +
        ': outgoing) send(message);\n',
    },
  ],
  caughtBy: ['candidate-starts-again', 'voter-starts-again'],
  says: /had not sent RequestVote to S3/,
};
