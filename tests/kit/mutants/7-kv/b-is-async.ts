/** Returns a promise of its results. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-is-async',
  mistake: 'Returns a promise of its results.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'export function handleInstallSnapshot(\n' +
        '  server: RaftServer, request: InstallSnapshotArguments,\n' +
        '): InstallSnapshotResults | undefined {\n' +
        '  const {state} = server;\n',
      replace: 'export function handleInstallSnapshot(\n' +
        '  server: RaftServer, request: InstallSnapshotArguments,\n' +
        '): InstallSnapshotResults | undefined {\n' +
        '  return handle(server, request) as object as InstallSnapshotResults;\n' +
        '}\n' +
        '\n' +
        'async function handle(\n' +
        '  server: RaftServer, request: InstallSnapshotArguments,\n' +
        '): Promise<InstallSnapshotResults | undefined> {\n' +
        '  const {state} = server;\n' +
        '  await null;\n',
    },
  ],
  caughtBy: ['install-1', 'install-2', 'sender-1', 'random-snapshots-three'],
  says: /handleInstallSnapshot .* returned a promise/,
};
