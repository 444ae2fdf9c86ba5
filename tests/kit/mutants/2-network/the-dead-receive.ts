/**
 * A mistake in lab 2: an endpoint that was replaced still receives.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'the-dead-receive',
  mistake: 'an endpoint that was replaced still receives',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    if (!this.network.isCurrent(this)) return undefined;\n',
      replace: '',
    },
  ],
  caughtBy: ['replaced-endpoint'],
  says: /Former S1 received "waiting" from S2/,
};
