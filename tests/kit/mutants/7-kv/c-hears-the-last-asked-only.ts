/** Hears only the server it has asked last. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-hears-the-last-asked-only',
  mistake: 'Hears only the server it has asked last.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    if (results.ok) {\n',
      replace: '    if (results.ok && from === this.asked) {\n',
    },
    {
      find: '      this.refused(results.leaderHint);',
      replace: '      if (!results.ok) this.refused(results.leaderHint);',
    },
  ],
  caughtBy: ['late-answer'],
  says: /C\d+ ignored an answer that came after it had asked another server — it/,
};
