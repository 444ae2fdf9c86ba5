/** Leaves the sessions out of the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K3-snapshot-without-sessions',
  mistake: 'Leaves the sessions out of the snapshot.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'sessions: [...this.sessions]};',
      replace: 'sessions: []};',
    },
  ],
  caughtBy: ['snapshot-brings-it-back', 'travels-with-a-snapshot'],
  says: new RegExp([
    'Ann was told 2 when it asked for append "a" to "x" — it must be 1\\.',
    'Ann was told 2 when it asked for append "a" to "y" — it must be 1\\.',
  ].join('|')),
};
