/** Empties its disk as soon as it has read it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-empties-the-disk',
  mistake: 'Empties its disk as soon as it has read it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace:
        '    for (const entry of entries) state.log.append(entry);\n' +
        '    this.disk.rewrite([]);\n',
    },
  ],
  caughtBy: ['restored-2', 'restored-8'],
  says: /came back in term 0|without entry 1\/1/,
};
