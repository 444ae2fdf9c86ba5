/** Follows hints for ever, without a rest. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-runs-in-circles',
  mistake: 'Follows hints for ever, without a rest.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'isUseful && this.hintsFollowed < this.side.servers.length',
      replace: 'isUseful && this.hintsFollowed < Infinity',
    },
  ],
  caughtBy: ['no-circles'],
  says: /Too many requests: 2001, at most 400 allowed for 1 operation in 2000ms\./,
};
