/** Goes back to where a hint pointed when it hears nothing there. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-believes-hints-for-ever',
  mistake: 'Goes back to where a hint pointed when it hears nothing there.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find:
        '    this.hintsFollowed = 0;\n' +
        '    this.ask(servers[',
      replace:
        '    const hint = this.hint;\n' +
        '    if (hint !== undefined) return this.ask(hint);\n' +
        '    this.ask(servers[',
    },
    {
      find: '      this.hintsFollowed++;\n',
      replace:
        '      this.hintsFollowed++;\n' +
        '      this.hint = leaderHint;\n',
    },
    {
      find: '  private hintsFollowed = 0;\n',
      replace:
        '  private hintsFollowed = 0;\n' +
        '  private hint: ServerId | undefined;\n',
    },
  ],
  caughtBy: ['follows-hints', 'no-circles'],
  says: new RegExp([
    'No request to S\\d within 3000ms of virtual time\\.',
    'No request to S\\d within 2000ms of virtual time\\.',
  ].join('|')),
};
