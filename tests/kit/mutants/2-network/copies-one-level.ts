/**
 * A mistake in lab 2: copies the outer object of a message only.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'copies-one-level',
  mistake: 'copies the outer object of a message only',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    const text = JSON.stringify(message) as string | undefined;\n' +
        '    if (text === undefined) throw new TypeError(`message is no JSON: ' +
        '${typeof message}`);\n',
      replace:
        '    const text = typeof message === \'object\' && message !== null && ' +
        '!Array.isArray(message)\n' +
        '      ? {...message} : message as never;\n',
    },
    {
      find:
        'message: JSON.parse(packet.text) as Json};\n' +
        '  }\n',
      replace:
        'message: packet.text as Json};\n' +
        '  }\n',
    },
    {
      find: '    this.write?.({what, from, to, message: JSON.parse(text) as Json});\n',
      replace: '    this.write?.({what, from, to, message: structuredClone(text)});\n',
    },
  ],
  caughtBy: ['receiver-changes', 'two-receivers'],
  says: /whoever holds a message has it/,
};
