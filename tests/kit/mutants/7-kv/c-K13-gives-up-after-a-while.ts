/** Gives up after ten requests. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K13-gives-up-after-a-while',
  mistake: 'Gives up after ten requests.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    this.side.send(server, {type',
      replace:
        '    if (++this.tries > 10) return;\n' +
        '    this.side.send(server, {type',
    },
    {
      find: '  private serial = 0;\n',
      replace:
        '  private serial = 0;\n' +
        '  private tries = 0;\n',
    },
    {
      find:
        '    this.hintsFollowed = 0;\n' +
        '    return',
      replace:
        '    this.hintsFollowed = 0;\n' +
        '    this.tries = 0;\n' +
        '    return',
    },
  ],
  caughtBy: ['hears-nothing', 'no-circles'],
  says: new RegExp([
    'No request to S\\d within 3000ms of virtual time\\.',
    'No request to S\\d within 2000ms of virtual time\\.',
  ].join('|')),
};
