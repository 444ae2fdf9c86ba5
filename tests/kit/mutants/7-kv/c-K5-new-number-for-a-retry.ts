/** Gives each retry a number of its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K5-new-number-for-a-retry',
  mistake: 'Gives each retry a number of its own.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    this.side.send(server, {type: \'KvRequest\', ...this.open.request});\n',
      replace:
        '    if (this.sent) this.open.request = {...this.open.request, serial: ' +
        '++this.serial};\n' +
        '    this.sent = true;\n' +
        '    this.side.send(server, {type: \'KvRequest\', ...this.open.request});\n',
    },
    {
      find: '  private serial = 0;\n',
      replace:
        '  private serial = 0;\n' +
        '  private sent = false;\n',
    },
    {
      find: '  readonly request: KvRequest;\n',
      replace: '  request: KvRequest;\n',
    },
    {
      find:
        '    this.hintsFollowed = 0;\n' +
        '    return',
      replace:
        '    this.hintsFollowed = 0;\n' +
        '    this.sent = false;\n' +
        '    return',
    },
  ],
  caughtBy: ['hears-nothing', 'refused'],
  says: /C\d+ asked with serial 2 — it must be 1\./,
};
