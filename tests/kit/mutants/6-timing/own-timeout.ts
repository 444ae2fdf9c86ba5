/** Uses 500 ms for T, whatever the settings say. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'own-T',
  mistake: 'Uses 500 ms for T, whatever the settings say.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    const {electionTimeoutMs} = this.server.settings;\n',
      replace: '    const electionTimeoutMs = 500;\n',
    },
  ],
  caughtBy: ['settings-1', 'settings-2'],
  says: /after it started/,
};
