/** Draws a new clientId for each request. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-new-id-for-a-retry',
  mistake: 'Draws a new clientId for each request.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    this.side.send(server, {type: \'KvRequest\', ...this.open.request});\n',
      replace:
        '    this.clientId = `${this.side.self}-${Math.random()}`;\n' +
        '    this.side.send(server, {\n' +
        '      type: \'KvRequest\', ...this.open.request, clientId: this.clientId,\n' +
        '    });\n',
    },
    {
      find: '  private readonly clientId: string;\n',
      replace: '  private clientId: string;\n',
    },
  ],
  caughtBy: ['hears-nothing', 'refused'],
  says: /C\d+ asked with clientId "C\d+-0\.7005030633881688" — it must be/,
};
