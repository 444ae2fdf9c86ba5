/** Asks all servers at once. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-asks-everybody',
  mistake: 'Asks all servers at once.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    this.side.send(server, {type: \'KvRequest\', ...this.open.request});\n',
      replace:
        '    for (const one of this.side.servers) {\n' +
        '      this.side.send(one, {type: \'KvRequest\', ...this.open.request});\n' +
        '    }\n',
    },
  ],
  caughtBy: ['stays', 'speed'],
  says: new RegExp([
    'Too many requests: 9, at most 3 allowed for 3 operations\\.',
    'Too many requests: 180, at most 60 allowed for 60 operations\\.',
  ].join('|')),
};
