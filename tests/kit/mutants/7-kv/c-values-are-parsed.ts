/** Makes a number of a value that looks like one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-values-are-parsed',
  mistake: 'Makes a number of a value that looks like one.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'return this.perform({op: \'get\', key}) as Promise<string | null>;',
      replace:
        'return this.perform({op: \'get\', key}).then(value => (\n' +
        '      typeof value === \'string\' && /^\\d+$/.test(value) ? Number(value) as ' +
        'never : value as null));',
    },
  ],
  caughtBy: ['outcomes-3'],
  says: /C\d+ broke the contract: get .* resolved to 0: it resolves to the value/,
};
