/**
 * A mistake in lab 7d: believes whatever name the first frame has.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-anybody-may-speak',
  mistake: 'believes whatever name the first frame has',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    return servers.find(server => server === from && server !== self);\n',
      replace:
        '    void [servers, self];\n' +
        '    return from;\n',
    },
  ],
  caughtBy: ['introduction-2', 'introduction-3'],
  says: /^S1 was given "forged"/,
};
