/** Says of a snapshot that it goes as far as was applied by now. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-index-of-now',
  mistake: 'Says of a snapshot that it goes as far as was applied by now.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'export function takeSnapshot(server: RaftServer, index: number, data: ' +
        'Json): void {\n' +
        '  const {state} = server;\n',
      replace: 'export function takeSnapshot(server: RaftServer, handed: number, data: ' +
        'Json): void {\n' +
        '  const {state} = server;\n' +
        '  const index = Math.max(handed, state.lastApplied);\n',
    },
  ],
  caughtBy: ['take-1', 'take-2', 'needs-1'],
  says: /has one up to index 6, and must have one|snapshot for index 6 that is not the state/,
};
