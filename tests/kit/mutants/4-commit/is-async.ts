/**
 * A mistake in lab 4: is declared async.
 *
 * Trap: A rule answers before it returns.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'is-async',
  mistake: 'is declared async',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'export function advanceCommitIndex(server: RaftServer): void {',
      replace: 'export async function advanceCommitIndex(server: RaftServer): Promise<void> {',
    },
  ],
  caughtBy: ['majority-2', 'apply', 'random'],
  says: /advanceCommitIndex .*returned a promise/,
};
