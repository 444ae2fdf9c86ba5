/** Takes the snapshot before it applies the entry it names. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K18-snapshot-before-the-entry',
  mistake: 'Takes the snapshot before it applies the entry it names.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    const outcome = command === null ? null : this.store.apply(command as ' +
        'KvCommand);\n',
      replace:
        '    if (this.isSnapshotDue()) this.saveSnapshot(index);\n' +
        '    const outcome = command === null ? null : this.store.apply(command as ' +
        'KvCommand);\n',
    },
    {
      find:
        'this.refusal());\n' +
        '    if (this.isSnapshotDue()) this.saveSnapshot(index);\n',
      replace: 'this.refusal());\n',
    },
  ],
  caughtBy: ['exact-snapshot'],
  says: /Redis-cli was told 6 when it asked for append "a" to "x" — it must be/,
};
