/**
 * A mistake in lab 2: delivers a message without delay in a microtask, not by schedule.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'delivers-in-a-microtask',
  mistake: 'delivers a message without delay in a microtask, not by schedule',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));\n',
      replace:
        '      const delayMs = this.drawDelayMs();\n' +
        '      if (delayMs === 0) queueMicrotask(() => this.deliver(packet));\n' +
        '      else this.options.schedule(delayMs, () => this.deliver(packet));\n',
    },
  ],
  caughtBy: ['asynchronous'],
  says: /S2 received "hello" from S1/,
};
