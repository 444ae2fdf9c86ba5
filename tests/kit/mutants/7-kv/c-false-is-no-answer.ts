/** Takes null, false, 0 and empty values for no answer. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-false-is-no-answer',
  mistake: 'Takes null, false, 0 and empty values for no answer.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    if (results.ok) {\n',
      replace:
        '    if (results.ok && (results.outcome || open.request.operation.op === ' +
        '\'set\')) {\n',
    },
    {
      find: '      this.refused(results.leaderHint);',
      replace: '      if (!results.ok) this.refused(results.leaderHint);',
    },
  ],
  caughtBy: ['outcomes-2', 'outcomes-6'],
  says: new RegExp([
    'No answer to C\\d+, which asked for get "x", within 10000ms of virtual',
    'No answer to C\\d+, which asked for delete "x", within 10000ms of virtual',
  ].join('|')),
};
