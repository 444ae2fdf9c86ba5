/**
 * Tables of the receiver's rules: what one AppendEntries does to one log.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC", steps 2 to 4; Figures 6, 7 and 8.
 */
import {lab, section, table} from '../../harness/scenario';
import type {ScriptedObject} from '../../harness/scenario/scripted-object';
import {termsOf} from './log-notation';
import {LogScript} from './log-script';

/** `prev` is prevLogIndex/prevLogTerm; logs and entries are drawn as in Figure 7. */
interface Request {
  readonly log: string;
  readonly prev: string;
  readonly entries: string;
  /** What the log holds then; 'refused' if it holds what it held, and answers false. */
  readonly after: string;
  readonly because: string;
}

const checks: Request[] = [
  {log: '',          prev: '0/0', entries: '1',     after: '1',
    because: 'nothing comes before the first entry'},
  {log: '',          prev: '0/0', entries: '',      after: '',
    because: 'a heartbeat fits an empty log'},
  {log: '1 1',       prev: '2/1', entries: '1',     after: '1 1 1',
    because: 'the entry before is there, in its term'},
  {log: '1 1',       prev: '2/1', entries: '',      after: '1 1',
    because: 'a heartbeat that fits changes nothing'},
  {log: '1 1',       prev: '2/1', entries: '2 3',   after: '1 1 2 3',
    because: 'the terms of new entries may rise'},
  {log: '',          prev: '1/1', entries: '1',     after: 'refused',
    because: 'an empty log has no entry 1'},
  {log: '1 1',       prev: '3/1', entries: '1',     after: 'refused',
    because: 'right behind the end there is no entry'},
  {log: '1 1',       prev: '9/1', entries: '1 1',   after: 'refused',
    because: 'entries far behind the end would leave a hole'},
  {log: '1 1',       prev: '9/1', entries: '',      after: 'refused',
    because: 'a heartbeat is checked like any other'},
  {log: '1 1 2',     prev: '3/3', entries: '3',     after: 'refused',
    because: 'the entry before is of an earlier term'},
  {log: '1 1 4 4',   prev: '3/3', entries: '3',     after: 'refused',
    because: 'the entry before is of a later term'},
  {log: '1 1 2',     prev: '3/3', entries: '',      after: 'refused',
    because: 'a heartbeat may have the wrong term before it'},
];

const conflicts: Request[] = [
  {log: '1 1 1',     prev: '2/1', entries: '2',     after: '1 1 2',
    because: 'the last entry is in conflict'},
  {log: '1 1 1 1 1', prev: '2/1', entries: '2',     after: '1 1 2',
    because: 'what follows a conflict goes too'},
  {log: '1 1 2 2',   prev: '1/1', entries: '1 3 3', after: '1 1 3 3',
    because: 'the first new entry is there, the second is in conflict'},
  {log: '2 2 2',     prev: '0/0', entries: '3 3',   after: '3 3',
    because: 'the very first entry is in conflict'},
  {log: '1 2 2 2',   prev: '1/1', entries: '2 2 3', after: '1 2 2 3',
    because: 'only the last new entry is in conflict'},
  {log: '1 2 4',     prev: '1/1', entries: '3',     after: '1 3',
    because: 'entries of terms 2 and 4 give way to term 3 (Figure 8)'},
  {log: '1 1 5 5',   prev: '2/1', entries: '2 2 2', after: '1 1 2 2 2',
    because: 'an entry gives way to one of an earlier term'},
];

const late: Request[] = [
  {log: '1 1 2',     prev: '2/1', entries: '2',     after: '1 1 2',
    because: 'the very last request comes twice'},
  {log: '1 1 2 2 3', prev: '0/0', entries: '1 1',   after: '1 1 2 2 3',
    because: 'an old, short one covers the beginning'},
  {log: '1 1 2 2 3', prev: '2/1', entries: '2',     after: '1 1 2 2 3',
    because: 'an old, short one covers the middle'},
  {log: '1 1 2 2 3', prev: '2/1', entries: '',      after: '1 1 2 2 3',
    because: 'a heartbeat says nothing about what follows it'},
  {log: '1 1 2 2 3', prev: '0/0', entries: '',      after: '1 1 2 2 3',
    because: 'a heartbeat may stand at the beginning'},
  {log: '1 1 2',     prev: '1/1', entries: '1 2 2', after: '1 1 2 2',
    because: 'it overlaps with the end and goes beyond it'},
];

/** The leader of Figure 6 and its followers, from the top. */
const figure6Leader = '1 1 1 2 3 3 3 3';
const figure6 = [
  {follower: '1 1 1 2 3',       because: 'the first follower lacks three entries'},
  {follower: '1 1 1 2 3 3 3 3', because: 'the second one lacks nothing'},
  {follower: '1 1',             because: 'the third one lacks six entries'},
  {follower: '1 1 1 2 3 3 3',   because: 'the fourth one lacks the last entry'},
];

/** The leader at the top of Figure 7, with the first entry of its own term. */
const figure7Leader = '1 1 1 4 4 5 5 6 6 6 8';
const figure7 = [
  {follower: '1 1 1 4 4 5 5 6 6',         fits: 9,  because: 'follower a lacks an entry'},
  {follower: '1 1 1 4',                   fits: 4,  because: 'follower b lacks many'},
  {follower: '1 1 1 4 4 5 5 6 6 6 6',     fits: 10, because: 'follower c has one too many'},
  {follower: '1 1 1 4 4 5 5 6 6 6 7 7',   fits: 10, because: 'follower d has two of term 7'},
  {follower: '1 1 1 4 4 4 4',             fits: 5,  because: 'follower e has wrong ones of term 4'},
  {follower: '1 1 1 2 2 2 3 3 3 3 3',     fits: 3,  because: 'follower f missed three terms'},
];

lab(1, 'log', () => {
  section('Figure 2', 'the consistency check', () => {
    table('an AppendEntries is taken only behind an entry that is there', {
      points: 0.6, name: 'check', module: 'log',
    }, checks, async ({object}, row) => {
      await scriptOf(object, row).run();
    });
  });

  section('§5.3', 'conflicts', () => {
    table('a conflict cuts the log, and the new entries take its place', {
      points: 0.5, name: 'conflict', module: 'log',
    }, conflicts, async ({object}, row) => {
      await scriptOf(object, row).appendEntries(row.prev, row.entries, true).holds(row.after).run();
    });
  });

  section('§5.3', 'late and repeated requests', () => {
    table('what is already there stays, with all that follows it', {
      points: 0.5, name: 'late', module: 'log',
    }, late, async ({object}, row) => {
      await scriptOf(object, row).run();
    });
  });

  section('Figure 6', 'several entries at once', () => {
    table('one AppendEntries brings the rest of the log', {
      points: 0.2, name: 'figure6', module: 'log',
    }, figure6, async ({object}, {follower}) => {
      const count = termsOf(follower).length;

      await new LogScript(object).start(follower)
        .appendEntries(lastOf(figure6Leader, count), rest(figure6Leader, count), true)
        .holds(figure6Leader).run();
    });
  });

  section('Figure 7', 'six followers', () => {
    table('a leader backs up until its log fits, and then it is the same', {
      points: 0.6, name: 'figure7', module: 'log',
    }, figure7, async ({object}, {follower, fits}) => {
      const script = new LogScript(object).start(follower);

      for (let index = 10; index > fits; index--) {
        script.appendEntries(lastOf(figure7Leader, index), rest(figure7Leader, index), false);
      }
      script.holds(follower)
        .appendEntries(lastOf(figure7Leader, fits), rest(figure7Leader, fits), true);

      await script.holds(figure7Leader).run();
    });
  });
});

function scriptOf(object: ScriptedObject, {log, prev, entries, after}: Request): LogScript {
  const isRefused = after === 'refused';
  return new LogScript(object).start(log)
    .appendEntries(prev, entries, !isRefused).holds(isRefused ? log : after);
}

/** Index and term of a log's entry, '3/1'. */
function lastOf(drawn: string, index: number): string {
  return `${index}/${termsOf(drawn)[index - 1]}`;
}

/** What follows an index. */
function rest(drawn: string, index: number): string {
  return termsOf(drawn).slice(index).join(' ');
}
