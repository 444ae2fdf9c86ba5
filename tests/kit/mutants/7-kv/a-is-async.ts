/** Waits for the disk with `await`, and answers later. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-is-async',
  mistake: 'Waits for the disk with `await`, and answers later.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '  answer(\n' +
        '    changes: Changes, outgoing: readonly Outgoing[], send: (message: ' +
        'Outgoing) => void,\n' +
        '  ): void {\n',
      replace:
        '  async answer(\n' +
        '    changes: Changes, outgoing: readonly Outgoing[], send: (message: ' +
        'Outgoing) => void,\n' +
        '  ): Promise<void> {\n' +
        '    await Promise.resolve();\n',
    },
  ],
  caughtBy: ['told-1'],
  says: /returned a promise/,
};
