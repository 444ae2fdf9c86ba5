/** Appends server.state as it is. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-saves-the-state-object',
  mistake: 'Appends server.state as it is.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace: '    if (vote) this.disk.append(this.server.state as unknown as Json);\n',
    },
  ],
  caughtBy: ['restored-2', 'told-1'],
  says: /record\.log .* is an instance of RaftLog/,
};
