/**
 * A mistake in lab 3: cuts its log after the last entry of every request.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R3-always-truncates',
  mistake: 'cuts its log after the last entry of every request',
  lab: 3,
  file: 'log.ts',
  edits: [
    {
      find: '    if (added.length === 0) return true;\n',
      replace: '    if (added.length === 0 && entries.length === 0) return true;\n',
    },
  ],
  caughtBy: ['receiver-11'],
  says: /must hold log/,
};
