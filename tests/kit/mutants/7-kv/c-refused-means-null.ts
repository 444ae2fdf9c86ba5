/** Takes a refusal for an outcome. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-refused-means-null',
  mistake: 'Takes a refusal for an outcome.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find:
        '    } else if (from === this.asked) {\n' +
        '      this.refused(results.leaderHint);',
      replace:
        '    } else if (from === this.asked) {\n' +
        '      this.open = undefined;\n' +
        '      open.resolve(null);',
    },
  ],
  caughtBy: ['refused', 'follows-hints'],
  says: /C\d+ broke the contract: append .* resolved to null: it resolves to the/,
};
