/**
 * A mistake in lab 2: remembers the last message sent and delivers that.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-message-for-all',
  mistake: 'remembers the last message sent and delivers that',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  private deliver(packet: Packet): void {\n',
      replace:
        '  private last: Packet | undefined;\n' +
        '\n' +
        '  private deliver(given: Packet): void {\n' +
        '    const packet = {...given, text: this.last?.text ?? given.text};\n',
    },
    {
      find: '    this.tell(\'sent\', packet);\n',
      replace:
        '    this.last = packet;\n' +
        '    this.tell(\'sent\', packet);\n',
    },
  ],
  caughtBy: ['in-order', 'random-network'],
  says: /messages on a link that|a message is received as it/,
};
