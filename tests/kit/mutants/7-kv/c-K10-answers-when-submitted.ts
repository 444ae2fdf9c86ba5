/** Answers a write as soon as it is in the log of the leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K10-answers-when-submitted',
  mistake: 'Answers a write as soon as it is in the log of the leader.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'this.waiters.set(place.index, {term: place.term, respond});',
      replace:
        'respond({ok: true, outcome: null});\n' +
        '    this.waiters.set(place.index, {term: place.term, respond: () => undefined});',
    },
  ],
  caughtBy: ['not-before-a-majority'],
  says: /S\d answered ann's set "x" = "a" with null — no majority has the entry/,
};
