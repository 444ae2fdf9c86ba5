/** Appends entries that are in its snapshot once more. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-appends-what-is-in-the-snapshot',
  mistake: 'Appends entries that are in its snapshot once more.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    let offset = Math.max(0, -position);\n' +
        '    position += offset;',
      replace: '    let offset = 0;\n' +
        '    position = Math.max(0, position);',
    },
  ],
  caughtBy: ['behind-6', 'behind-7', 'random-snapshots-three'],
  says: /answers lastIndex with \d|appended .* which the AppendEntries of \w+ does not carry/,
};
