/**
 * A mistake in lab 2: a message that is lost is delivered all the same.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'lost-and-delivered',
  mistake: 'a message that is lost is delivered all the same',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '      this.tell(\'lost\', packet);\n' +
        '    } else {\n',
      replace:
        '      this.tell(\'lost\', packet);\n' +
        '    }\n' +
        '    if (!this.isCut(packet)) {\n',
    },
  ],
  caughtBy: ['exact-2', 'random-network'],
  says: /S2 received a message after 0ms|once nothing is on its way, sent \+ duplicated/,
};
