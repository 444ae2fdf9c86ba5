/**
 * A mistake in lab 2: hands over the very object that was sent.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'shares-the-object',
  mistake: 'hands over the very object that was sent',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    const text = JSON.stringify(message) as string | undefined;\n' +
        '    if (text === undefined) throw new TypeError(`message is no JSON: ' +
        '${typeof message}`);\n',
      replace: '    const text = message as never;\n',
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
      replace: '    this.write?.({what, from, to, message: text});\n',
    },
  ],
  caughtBy: ['sender-changes', 'receiver-changes', 'two-receivers'],
  says: /what arrives is the message as it was when it was|whoever holds a message has it/,
  golden: true,
};
