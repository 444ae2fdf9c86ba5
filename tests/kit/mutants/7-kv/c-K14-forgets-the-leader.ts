/** Begins each operation with the first server. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K14-forgets-the-leader',
  mistake: 'Begins each operation with the first server.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '      this.ask(this.asked);\n',
      replace: '      this.ask(this.side.servers[0] ?? this.asked);\n',
    },
  ],
  caughtBy: ['stays', 'speed'],
  says: new RegExp([
    'Too many requests: 9, at most 3 allowed for 3 operations\\.',
    'Too many requests: 120, at most 60 allowed for 60 operations\\.',
  ].join('|')),
};
