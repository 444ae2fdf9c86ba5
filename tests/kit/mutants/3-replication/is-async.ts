/**
 * A mistake in lab 3: handles results in an async function.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'is-async',
  mistake: 'handles results in an async function',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        'export function receiveAppendEntriesResults(\n' +
        '  server: RaftServer, from: ServerId, results: AppendEntriesResults,\n' +
        '): void {',
      replace:
        'export async function receiveAppendEntriesResults(\n' +
        '  server: RaftServer, from: ServerId, results: AppendEntriesResults,\n' +
        '): Promise<void> {',
    },
  ],
  caughtBy: ['terms-7'],
  says: /receiveAppendEntriesResults/,
};
