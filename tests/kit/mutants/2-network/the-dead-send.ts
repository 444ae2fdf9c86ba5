/**
 * A mistake in lab 2: an endpoint that was replaced still sends.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'the-dead-send',
  mistake: 'an endpoint that was replaced still sends',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    if (!this.isCurrent(sender)) return;\n',
      replace: '',
    },
  ],
  caughtBy: ['replaced-endpoint'],
  says: /S2 received "from the dead" from S1/,
};
