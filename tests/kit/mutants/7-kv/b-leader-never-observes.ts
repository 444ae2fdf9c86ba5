/** Does not step down when results carry a later term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-leader-never-observes',
  mistake: 'Does not step down when results carry a later term.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  observeTerm(server, results.term);\n',
      replace: '',
    },
  ],
  caughtBy: ['results-of-a-later-term-depose-the', 'random-snapshots-five'],
  says: /has role leader — it must be follower|stayed leader of term/,
};
