/** Forgets who waits for an index at which there is nothing to do, and who waits for later ones. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-ignores-null',
  mistake:
    'Forgets who waits for an index at which there is nothing to do, and who waits ' +
    'for later ones.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'const outcome = command === null ? null : this.store',
      replace: 'const outcome = command === null ? this.forget() : this.store',
    },
    {
      find: '  private async answerRead',
      replace:
        '  private forget(): null {\n' +
        '    this.waiters.clear();\n' +
        '    return null;\n' +
        '  }\n' +
        '\n' +
        '  private async answerRead',
    },
  ],
  caughtBy: ['waiting-together', 'left-by-the-last-leader'],
  says: /No outcome for ann, which asked for append "a" to "x", within 10000ms/,
};
