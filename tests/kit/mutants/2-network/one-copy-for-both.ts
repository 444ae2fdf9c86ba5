/**
 * A mistake in lab 2: hands the same copy to both receipts of a duplicated message.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-copy-for-both',
  mistake: 'hands the same copy to both receipts of a duplicated message',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    const text = JSON.stringify(message) as string | undefined;\n' +
        '    if (text === undefined) throw new TypeError(`message is no JSON: ' +
        '${typeof message}`);\n',
      replace: '    const text = JSON.parse(JSON.stringify(message)) as never;\n',
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
  caughtBy: ['duplicates-apart'],
  says: /whoever holds a message has it/,
};
