/** Goes to the next server, wherever a refusal points. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-ignores-hints',
  mistake: 'Goes to the next server, wherever a refusal points.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'const isUseful = leaderHint !== null && leaderHint !== this.asked;',
      replace: 'const isUseful = leaderHint === this.asked && leaderHint !== null;',
    },
  ],
  caughtBy: ['follows-hints'],
  says: /C\d+ asked with server "S\d" — it must be "S\d"\./,
};
