/**
 * Stories of objects that others hold: what is done to them never reaches the log.
 *
 * Paper: §5.3. In one process, an object that two servers share is a log in two places.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {LogScript} from './log-script';

const options = {points: 0.1, module: 'log'};
const entry = {term: 1, command: {put: {key: 'k', values: [1, 2]}}};
const other = {term: 2, command: ['a', {b: 'c'}]};

lab(1, 'log', () => {
  section('§5.3', 'objects that came in', () => {
    scenario('an entry that was appended is not the caller\'s any more', {
      ...options, name: 'entry-in',
    }, async ({object}) => {
      await new LogScript(object).keep('entry', entry).append('entry', entry)
        .spoil('entry', ['term'], 9).holdsEntries([entry], 'whole')
        .spoil('entry', ['command'], 'other').holdsEntries([entry], 'whole')
        .run();
    });

    scenario('a command that was appended is copied to the bottom', {
      ...options, name: 'command-in',
    }, async ({object}) => {
      await new LogScript(object).keep('entry', entry).append('entry', entry)
        .spoil('entry', ['command', 'put'], null).holdsEntries([entry], 'whole')
        .run();
      await new LogScript(object).keep('entry', entry).append('entry', entry)
        .spoil('entry', ['command', 'put', 'values', 0], 9).holdsEntries([entry], 'whole')
        .run();
    });

    scenario('entries of an AppendEntries are copied, each to the bottom', {
      ...options, name: 'entries-in',
    }, async ({object}) => {
      const script = (): LogScript => new LogScript(object)
        .keep('entries', [entry, other]).appendKept('0/0', 'entries', [entry, other]);

      await script().spoil('entries', ['length'], 0).holdsEntries([entry, other], 'whole').run();
      await script().spoil('entries', [1], entry).holdsEntries([entry, other], 'whole').run();
      await script().spoil('entries', [0, 'term'], 9).holdsEntries([entry, other], 'whole').run();
      await script().spoil('entries', [1, 'command', 1, 'b'], 9)
        .holdsEntries([entry, other], 'whole').run();
    });
  });

  section('§5.3', 'objects that are handed out', () => {
    scenario('an entry that is handed out is the caller\'s own', {
      ...options, name: 'entry-out',
    }, async ({object}) => {
      const script = (): LogScript => new LogScript(object).appendAll([entry, other])
        .take('taken', 'entryAt', 1);

      await script().spoil('taken', ['term'], 9).holdsEntries([entry, other], 'whole').run();
      await script().spoil('taken', ['command'], 9).holdsEntries([entry, other], 'whole').run();
      await script().spoil('taken', ['command', 'put', 'values', 1], 9)
        .holdsEntries([entry, other], 'whole').run();
    });

    scenario('so are the entries of entriesFrom, and their array', {
      ...options, name: 'entries-out',
    }, async ({object}) => {
      const script = (index: number): LogScript => new LogScript(object).appendAll([entry, other])
        .take('taken', 'entriesFrom', index);

      await script(1).spoil('taken', ['length'], 0).holdsEntries([entry, other], 'whole').run();
      await script(1).spoil('taken', [0], other).holdsEntries([entry, other], 'whole').run();
      await script(2).spoil('taken', [0, 'term'], 9).holdsEntries([entry, other], 'whole').run();
      await script(2).spoil('taken', [0, 'command', 1, 'b'], 9)
        .holdsEntries([entry, other], 'whole').run();
    });

    scenario('an array that was handed out does not grow or shrink with the log', {
      ...options, name: 'array-out',
    }, async ({object}) => {
      await new LogScript(object).start('1 1').take('taken', 'entriesFrom', 1)
        .appendAll([{term: 1, command: 'more'}]).stillIs('taken', drawn('1 1')).run();
      await new LogScript(object).start('1 1').take('taken', 'entriesFrom', 1)
        .appendEntries('1/1', '2', true).stillIs('taken', drawn('1 1')).run();
    });
  });
});

function drawn(terms: string): {term: number; command: string}[] {
  return terms.split(' ').map((term, n) => ({term: Number(term), command: `${n + 1}/${term}`}));
}
