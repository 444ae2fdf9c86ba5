/**
 * Entries, terms and logs of other shapes than the public stories have.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC".
 */
import {hiddenLab, scenario, section} from '../../../harness/scenario';
import type {Json, LogEntry} from '../../../harness/raft';
import {expectLongRequest} from './long-request';
import {LogScript} from '../../1-log/log-script';

const options = {points: 1, module: 'log'};
const entries: readonly LogEntry[] = [
  {term: 1, command: {put: {key: 'x', values: [1, {a: null}]}}},
  {term: 1, command: [['nested'], {deep: {deeper: ['text']}}]},
  {term: 2, command: {put: {key: 'x', values: [1, {a: null}]}}},
  {term: 3, command: {}},
  {term: 3, command: []},
];

hiddenLab(1, 'log', () => {
  section('§5.3', 'entries of any shape', () => {
    scenario('an old request that comes late cuts nothing, whatever its commands are made of', {
      ...options, name: 'late-objects',
    }, async ({object}) => {
      for (const length of [1, 2, 3, 4]) {
        const late = entries.slice(0, length);
        await new LogScript(object).appendAll(entries)
          .keep('late', late as readonly object[] as Json[]).appendKept('0/0', 'late', late)
          .holdsEntries(entries, 'whole')
          .run();
      }
    });

    scenario('a command that is asked for again in a later term is another entry', {
      ...options, name: 'equal-commands',
    }, async ({object}) => {
      const again = (term: number): LogEntry => ({term, command: 'x = 1'});
      const old = [again(1), again(1), again(1), again(2)];
      const late = [again(3), again(3)];
      await new LogScript(object).appendAll(old)
        .keep('late', late as readonly object[] as Json[]).appendKept('2/1', 'late', late)
        .holdsEntries([again(1), again(1), again(3), again(3)], 'whole')
        .run();
    });

    scenario('the key of a command may be any text, also one that JavaScript knows', {
      ...options, name: 'keys-of-javascript',
    }, async ({object}) => {
      const names = ['__proto__', 'constructor', 'toString', 'length', '', '0'];
      const odd = names.map((name): LogEntry => ({
        term: 4, command: JSON.parse(`{${JSON.stringify(name)}: {"inner": [1]}}`) as Json,
      }));
      await new LogScript(object).appendAll(odd).holdsEntries(odd, 'whole').run();
      await new LogScript(object).start('1')
        .keep('odd', odd as readonly object[] as Json[]).appendKept('1/1', 'odd', odd)
        .holdsEntries([{term: 1, command: '1/1'}, ...odd], 'whole').run();
    });

    scenario('terms are compared as numbers, however many digits they have', {
      ...options, name: 'many-digits',
    }, async ({object}) => {
      const most = Number.MAX_SAFE_INTEGER;
      await new LogScript(object).start('9 10 10 99 100')
        .appendEntries('1/9', '10 10', true).holds('9 10 10 99 100')
        .appendEntries('2/10', '100', true).holds('9 10 100')
        .appendEntries('1/9', '10 11', true).holds('9 10 11').run();
      await new LogScript(object).start(`4294967297 4294967297 ${most}`)
        .appendEntries('0/0', '1 1', true).holds('1 1')
        .appendEntries('2/1', `2147483647 2147483648 ${most}`, true)
        .appendEntries('4/2147483648', `${most - 1}`, true)
        .holds(`1 1 2147483647 2147483648 ${most - 1}`).run();
    });
  });

  section('§7', 'long requests', () => {
    scenario('one request may bring all that a follower lacks, be it a very long log', {
      ...options, name: 'long-request',
    }, ({object}) => expectLongRequest(object));
  });
});
