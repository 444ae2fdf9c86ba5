/** Saves its log, and starts again with an empty one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-R25-log-not-restored',
  mistake: 'Saves its log, and starts again with an empty one.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    for (const entry of entries) state.log.append(entry);\n',
      replace: '',
    },
  ],
  caughtBy: ['restored-8', 'lost-before-sync', 'persist-1', 'again-and-again'],
  says: /started again without entry \d+\/\d+/,
};
