/** Keeps the sessions of the last eight clients, and forgets the others. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K17-forgets-the-oldest',
  mistake: 'Keeps the sessions of the last eight clients, and forgets the others.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        '    return outcome;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * The outcome of',
      replace:
        '    if (this.sessions.size > 8) {\n' +
        '      const [oldest = \'\'] = this.sessions.keys();\n' +
        '      this.sessions.delete(oldest);\n' +
        '    }\n' +
        '    return outcome;\n' +
        '  }\n' +
        '\n' +
        '  /**\n' +
        '   * The outcome of',
    },
  ],
  caughtBy: ['not-forgotten'],
  says: /Ann was told 2 when it asked for append "a" to "x" — it must be 1\./,
};
