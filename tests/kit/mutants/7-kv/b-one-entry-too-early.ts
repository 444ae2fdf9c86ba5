/** Puts its entries one place too early when it starts again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-one-entry-too-early',
  mistake: 'Puts its entries one place too early when it starts again.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        firstIndex = snapshot.lastIncludedIndex + 1;\n',
      replace: '        firstIndex = snapshot.lastIncludedIndex + 2;\n',
    },
  ],
  caughtBy: [
    'a-server-begins-behind-its-snapshot',
    'a-server-that-was-sent-its-snapshot',
    'crash-taking-follower',
    'random-snapshots-three',
  ],
  says: /threw RangeError: Invalid array length/,
};
