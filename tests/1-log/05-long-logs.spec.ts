/**
 * Stories of long logs: a server asks its log several times for each message.
 *
 * Paper: §5.3; §7 says why logs grow long.
 */
import type {Operation} from '../../harness/host/script';
import {lab, scenario, section} from '../../harness/scenario';
import {expectQuick} from './log-cost';

lab(1, 'log', () => {
  section('§7', 'long logs', () => {
    scenario('a long log is asked as quickly as a short one', {
      points: 0.1, name: 'long-log', module: 'log',
    }, async ({object}) => {
      const entries = Array.from({length: 4_000}, (_, n) => ({term: 1 + n, command: {put: n}}));
      const questions = entries.flatMap<Operation>(({term}) => [
        {get: 'lastIndex', on: 'log'}, {get: 'lastTerm', on: 'log'},
        {call: 'termAt', on: 'log', arguments: [term]},
      ]);

      await expectQuick(object, entries, questions);
    });
  });
});
