/** Gives entries to the store 20 ms after it was given them. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K11-applies-later',
  mistake: 'Gives entries to the store 20 ms after it was given them.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    const outcome = command === null ? null : this.store.apply(command as ' +
        'KvCommand);\n' +
        '    const waiter',
      replace:
        '    setTimeout(() => this.applyLater(index, term, command), 20);\n' +
        '  }\n' +
        '\n' +
        '  private applyLater(index: number, term: number, command: Command): void {\n' +
        '    const outcome = command === null ? null : this.store.apply(command as ' +
        'KvCommand);\n' +
        '    const waiter',
    },
  ],
  caughtBy: ['reads-what-was-committed'],
  says: /Ann was told null when it asked for get "x" — it must be "a"\./,
};
