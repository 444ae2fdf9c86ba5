/**
 * A mistake in lab 2: waits by setTimeout, not by schedule.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'sets-timers',
  mistake: 'waits by setTimeout, not by schedule',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));\n',
      replace: '      setTimeout(() => this.deliver(packet), this.drawDelayMs());\n',
    },
  ],
  caughtBy: ['no-timer'],
  says: /RaftNetwork set a timer of its own/,
};
