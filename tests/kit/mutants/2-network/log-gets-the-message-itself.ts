/**
 * A mistake in lab 2: shows the debug log the very object that is received.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-gets-the-message-itself',
  mistake: 'shows the debug log the very object that is received',
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
        'message: structuredClone(packet.text) as Json};\n' +
        '  }\n',
    },
    {
      find: '    this.write?.({what, from, to, message: JSON.parse(text) as Json});\n',
      replace: '    this.write?.({what, from, to, message: text});\n',
    },
  ],
  caughtBy: ['log-shares-nothing'],
  says: /whoever holds a message has it/,
};
