/** Sends only when it has saved something. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-silent-when-nothing-changed',
  mistake: 'Sends only when it has saved something.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const message of outgoing) send(message);\n',
      replace:
        '    if (!changes.vote && changes.log === undefined && !changes.snapshot) return;\n' +
        '    for (const message of outgoing) send(message);\n',
    },
  ],
  caughtBy: ['told-12', 'heartbeats'],
  says: /had not sent AppendEntries(Results)? to S\d/,
};
