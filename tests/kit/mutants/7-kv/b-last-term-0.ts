/** Has last term 0 when no entry is left behind the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-last-term-0',
  mistake: 'Has last term 0 when no entry is left behind the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: 'return this.entries.at(-1)?.term ?? this.lastIncludedTerm;',
      replace: 'return this.entries.at(-1)?.term ?? 0;',
    },
  ],
  caughtBy: ['discard-3', 'reset-1', 'votes-4', 'it-wins-an-election-leads-and-passes'],
  says: /answers lastTerm with 0 — it must be|voted|votedFor|last=/,
};
