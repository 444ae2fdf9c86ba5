/**
 * A mistake in lab 2: delivers a message without delay inside send().
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'delivers-while-sending',
  mistake: 'delivers a message without delay inside send()',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));\n',
      replace:
        '      const delayMs = this.drawDelayMs();\n' +
        '      if (delayMs === 0) this.deliver(packet);\n' +
        '      else this.options.schedule(delayMs, () => this.deliver(packet));\n',
    },
  ],
  caughtBy: ['asynchronous'],
  says: /S2 received "hello" from S1/,
};
