/** Refuses a snapshot of an earlier term with the index of that snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-refusal-vouches',
  mistake: 'Refuses a snapshot of an earlier term with the index of that snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'return {term: state.currentTerm, lastIncludedIndex: 0};',
      replace: 'return {term: state.currentTerm, lastIncludedIndex};',
    },
  ],
  caughtBy: [
    'a-snapshot-of-an-earlier-term-is',
    'sender-7',
    'sender-9',
    'snapshot-install-unreliable',
  ],
  says: /a refusal of nothing \(0\)|it must be 0|said yes to InstallSnapshot/,
  golden: true,
};
