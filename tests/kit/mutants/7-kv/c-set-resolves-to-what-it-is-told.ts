/** Resolves a set to a text. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-set-resolves-to-what-it-is-told',
  mistake: 'Resolves a set to a text.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '.then(() => undefined);',
      replace: '.then(() => \'OK\' as never);',
    },
  ],
  caughtBy: ['outcomes-4'],
  says: /C\d+ broke the contract: set .* resolved to "OK": it resolves to nothing/,
};
