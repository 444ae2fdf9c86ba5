/** Takes results for its former life for its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-takes-results-of-a-former-life',
  mistake: 'Takes results for its former life for its own.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    if (results.clientId !== clientId) return;\n',
      replace: '    void clientId;\n',
    },
  ],
  caughtBy: ['former-life'],
  says: /C\d+ was told "of x" when it asked for get "y" — it must be "of y"\./,
};
