/**
 * A mistake in lab 2: copies a message when it is received, not when it is sent.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'copies-when-received',
  mistake: 'copies a message when it is received, not when it is sent',
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
        'message: structuredClone(packet.text) as Json};\n' +
        '  }\n',
    },
    {
      find: '    this.write?.({what, from, to, message: JSON.parse(text) as Json});\n',
      replace: '    this.write?.({what, from, to, message: structuredClone(text)});\n',
    },
  ],
  caughtBy: ['sender-changes'],
  says: /what arrives is the message as it was when it was/,
};
