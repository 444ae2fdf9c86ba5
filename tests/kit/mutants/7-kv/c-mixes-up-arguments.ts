/** Asks for a compare-and-set with the value and the expected one exchanged. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-mixes-up-arguments',
  mistake: 'Asks for a compare-and-set with the value and the expected one exchanged.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'this.perform({op: \'compareAndSet\', key, expected, value})',
      replace:
        'this.perform({\n' +
        '      op: \'compareAndSet\', key, expected: value, value: expected ?? \'\',\n' +
        '    })',
    },
  ],
  caughtBy: ['outcomes-9'],
  says: /C\d+ asked with operation compareAndSet "x" from "a" to "" — it must be/,
};
