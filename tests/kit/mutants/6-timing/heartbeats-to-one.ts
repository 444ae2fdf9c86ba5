/** Sends its heartbeats to the first follower only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeats-to-one',
  mistake: 'Sends its heartbeats to the first follower only.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  private onHeartbeat(): void {\n' +
        '    for (const follower of this.followers) {\n',
      replace: '  private onHeartbeat(): void {\n' +
        '    for (const follower of this.followers.slice(0, 1)) {\n',
    },
  ],
  caughtBy: ['calm', 'initial-election'],
  says: /nobody stands while/,
};
