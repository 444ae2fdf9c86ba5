/** Takes answers to the round before for answers to this one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'last-round-will-do',
  mistake: 'Takes answers to the round before for answers to this one.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: 'if (round >= this.round) followers++;',
      replace: 'if (round >= this.round - 1) followers++;',
    },
  ],
  caughtBy: ['read-old-answer', 'read'],
  says: /Linearizability is broken|nobody had answered/,
};
