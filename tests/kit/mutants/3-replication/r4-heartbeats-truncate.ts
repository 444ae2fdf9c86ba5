/**
 * A mistake in lab 3: cuts its log after prevLogIndex, also for a heartbeat.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R4-heartbeats-truncate',
  mistake: 'cuts its log after prevLogIndex, also for a heartbeat',
  lab: 3,
  file: 'log.ts',
  edits: [
    {
      find: '    if (added.length === 0) return true;\n',
      replace: '',
    },
  ],
  caughtBy: ['figure7-4'],
  says: /has log \(terms\)|removed entry/,
};
