/**
 * A mistake in lab 2: looks for the receiver when a message is sent.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'finds-the-receiver-too-early',
  mistake: 'looks for the receiver when a message is sent',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));\n',
      replace:
        '      const endpoint = this.endpoints.get(packet.to);\n' +
        '      this.options.schedule(this.drawDelayMs(), () => ' +
        'this.deliver(packet, endpoint));\n',
    },
    {
      find:
        '  private deliver(packet: Packet): void {\n' +
        '    const endpoint = this.endpoints.get(packet.to);\n',
      replace: '  private deliver(packet: Packet, endpoint: RaftEndpoint | undefined): void {\n',
    },
  ],
  caughtBy: ['comes-up', 'restart'],
  says: /S2 received nothing/,
};
