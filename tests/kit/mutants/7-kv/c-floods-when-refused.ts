/** Asks again at once when it is refused. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-floods-when-refused',
  mistake: 'Asks again at once when it is refused.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'const REST_SHARE = 1 / 4;',
      replace: 'const REST_SHARE = 0;',
    },
  ],
  caughtBy: ['no-flood', 'no-circles'],
  says: new RegExp([
    'Too many requests: 2001, at most 200 allowed for 1 operation in 2000ms\\.',
    'Too many requests: 2001, at most 400 allowed for 1 operation in 2000ms\\.',
  ].join('|')),
};
