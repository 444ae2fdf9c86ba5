/** Answers before the snapshot is on its disk. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-rewrite-after-send',
  mistake: 'Answers before the snapshot is on its disk.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (changes.snapshot) this.disk.rewrite(this.everything());\n' +
        '    else this.appendChanges(changes);\n' +
        '    for (const message of outgoing) send(message);\n',
      replace: '    if (!changes.snapshot) this.appendChanges(changes);\n' +
        '    for (const message of outgoing) send(message);\n' +
        '    if (changes.snapshot) this.disk.rewrite(this.everything());\n',
    },
  ],
  caughtBy: ['install-1', 'install-2', 'sender-1', 'random-snapshots-three'],
  says: /sent InstallSnapshotResults to \w+ before .* was synced/,
};
