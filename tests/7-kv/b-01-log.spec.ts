/**
 * Tables: a log whose beginning a snapshot has replaced, alone, without a server.
 *
 * Paper: §7, Figure 12; Figure 13, steps 6 and 7.
 */
import {lab, section, table} from '../../harness/scenario';
import {append, discard, expectLog, mayNotDiscard, request, reset} from './b-log';
import type {LogCase} from './b-log';

const discarding: LogCase[] = [
  {log: '1 1 3 3', does: [discard(2)], then: '[2/1] 3 3',
    because: 'what follows stays, and keeps its indexes'},
  {log: '1 1 3 3', does: [discard(1)], then: '[1/1] 1 3 3',
    because: 'one entry is enough for a snapshot'},
  {log: '1 1 3 3', does: [discard(4)], then: '[4/3]',
    because: 'no entry is left, and the end is still known'},
  {log: '1 1 3 3', does: [discard(2), discard(3)], then: '[3/3] 3',
    because: 'the second index counts from 1, as the first did'},
  {log: '1 1 3 3', does: [discard(3), discard(2)], then: '[3/3] 3',
    because: 'an earlier index is discarded already'},
  {log: '1 1 3 3', does: [discard(3), discard(3)], then: '[3/3] 3',
    because: 'the same index is discarded already'},
  {log: '1 1 3 3', does: [mayNotDiscard(5)], then: '[0/0] 1 1 3 3',
    because: 'what is not there cannot be in a snapshot'},
  {log: '1 1 3 3', does: [discard(4), append('5/3'), append('6/4')], then: '[4/3] 3 4',
    because: 'new entries follow the last one, wherever it went'},
];

const resetting: LogCase[] = [
  {log: '', does: [reset('4/3')], then: '[4/3]',
    because: 'the log was empty, and begins behind the snapshot'},
  {log: '1 1 2 2 2 2', does: [reset('4/3')], then: '[4/3]',
    because: 'nothing of the old log is left, however long it was'},
  {log: '1 1 2', does: [discard(2), reset('7/3')], then: '[7/3]',
    because: 'a later snapshot takes the place of an earlier one'},
  {log: '', does: [reset('4/3'), append('5/3'), discard(5)], then: '[5/3]',
    because: 'a log that began behind a snapshot can be cut again'},
];

// Before each request the log is [4/3] 3 3: entries 5/3 and 6/3 are left.
const behind: LogCase[] = [
  {does: [request('4/3', '3 3 4', true)],     then: '[4/3] 3 3 4',
    because: 'the last entry of the snapshot is the one before the first'},
  {does: [request('4/3', '', true)],          then: '[4/3] 3 3',
    because: 'a heartbeat may name the last entry of the snapshot'},
  {does: [request('4/3', '4', true)],         then: '[4/3] 4',
    because: 'the first entry behind the snapshot is in conflict'},
  {does: [request('5/3', '4 4', true)],       then: '[4/3] 3 4 4',
    because: 'the second entry behind the snapshot is in conflict'},
  {does: [request('2/1', '3 3', true)],       then: '[4/3] 3 3',
    because: 'all that it carries is in the snapshot'},
  {does: [request('2/1', '3 3 3 3 4', true)], then: '[4/3] 3 3 4',
    because: 'two of its entries are in the snapshot, the next two in the log'},
  {does: [request('3/3', '3 4 4', true)],     then: '[4/3] 4 4',
    because: 'one of its entries is in the snapshot, the next is in conflict'},
  {does: [request('0/0', '1 1 3', true)],     then: '[4/3] 3 3',
    because: 'it is old and begins with the very first entry'},
  {does: [request('1/1', '', true)],          then: '[4/3] 3 3',
    because: 'an old heartbeat names an entry in the snapshot'},
  {does: [request('6/4', '4', false)],        then: '[4/3] 3 3',
    because: 'the entry before is of another term'},
  {does: [request('7/3', '3', false)],        then: '[4/3] 3 3',
    because: 'an entry is missing in between'},
].map(row => ({log: '1 1 3 3 3 3', ...row, does: [discard(4), ...row.does]}));

lab('7b', 'snapshots', () => {
  section('Figure 12', 'the log behind a snapshot', () => {
    const inLog = {module: 'log'};

    table('what a snapshot covers is discarded', {...inLog, name: 'discard', points: 0.3},
      discarding, ({object}, row) => expectLog(object, row));

    table('a log may begin behind a snapshot', {...inLog, name: 'reset', points: 0.15},
      resetting, ({object}, row) => expectLog(object, row));

    table('requests meet a log that begins behind a snapshot',
      {...inLog, name: 'behind', points: 0.4},
      behind, ({object}, row) => expectLog(object, row));
  });
});
