/** Puts reads into the log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-reads-in-the-log',
  mistake: 'Puts reads into the log.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    if (operation.op === \'get\') {\n' +
        '      void this.answerRead(operation.key, respond);\n' +
        '      return;\n' +
        '    }\n',
      replace:
        '    if (operation.op === \'get\' && session === null) {\n' +
        '      void this.answerRead(operation.key, respond);\n' +
        '      return;\n' +
        '    }\n',
    },
  ],
  caughtBy: ['reads-add-nothing'],
  says: /Too many entries: 6, at most 0 allowed for 6 reads\./,
};
