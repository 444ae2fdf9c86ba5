/** Leader Append-Only, Log Matching, what was acknowledged, what was changed in place. */
import {expect} from 'chai';
import {acknowledged} from '../../../harness/checks/acknowledged';
import {DurableLogs} from '../../../harness/checks/durable-logs';
import {Handling} from '../../../harness/checks/handling';
import {leaderAppendOnly} from '../../../harness/checks/leader-append-only';
import {expectLogMatching, logMatching} from '../../../harness/checks/log-matching';
import {expectTrueReport} from '../../../harness/cluster/true-reports';
import {changed, entriesOf, suffix} from './effects';
import {expectFailure} from './expect-failure';
import {History} from './history';

const cut = (from: number): ReturnType<typeof changed> => changed({}, suffix(from, []));

describe('Leader Append-Only', () => {
  const history = (): History =>
    new History({logs: {S1: '1 1'}, checks: [leaderAppendOnly(new Handling())]})
      .leads('S1', {votesOf: ['S2']});

  it('is broken by a leader that takes an entry out of its log', () => {
    expectFailure(() => history().at(9).does('S1', cut(2)), {
      kind: 'safety',
      claim: 'Leader Append-Only is broken: S1 leads term 2 and took entry 2/1 out of its log.',
      facts: [
        'S1: became leader of term 2, t=0ms',
        'S1: had 1 entry from 2/1 on; now it ends at index 1, t=9ms',
      ],
      source: '§5.3, Figure 3',
    });
  });

  it('is broken by a server that cuts its log the moment it wins', () => {
    const story = new History({
      logs: {S1: '1 1'}, checks: [leaderAppendOnly(new Handling())],
    }).stands('S1').at(20);
    expectFailure(() => story.does('S1', changed(story.asLeader('S1'), suffix(2, []))), {
      kind: 'safety',
      claim: 'Leader Append-Only is broken: S1 leads term 2 and took entry 2/1 out of its log.',
      facts: [
        'S1: became leader of term 2, t=20ms',
        'S1: had 1 entry from 2/1 on; now it ends at index 1, t=20ms',
      ],
      source: '§5.3, Figure 3',
    });
  });

  it('lets a leader append, and a former leader cut', () => {
    const story = history().appends('S1', 'x');
    story.does('S1', changed({role: 'follower', currentTerm: 3})).does('S1', cut(2));
  });
});

describe('Log Matching', () => {
  const history = (): History => {
    const durable = new DurableLogs();
    return new History({checks: [durable, logMatching(durable)]});
  };
  const holds = (story: History, id: string, drawn: string): History =>
    story.does(id, ...story.saved(id, {}, suffix(1, entriesOf(drawn))));

  it('is broken by two commands with one index and term', () => {
    const story = holds(history().at(1), 'S1', '1').at(2);
    const other = suffix(1, [{term: 1, command: 'y'}]);
    expectFailure(() => story.does('S2', ...story.saved('S2', {}, other)), {
      kind: 'safety',
      claim: 'Log Matching is broken: entry 1/1 of S1 and of S2 hold different commands.',
      facts: ['S1: holds "1/1" at 1/1, t=1ms', 'S2: holds "y" at 1/1, t=2ms'],
      source: '§5.3, Figure 3',
    });
  });

  it('is broken by the same entry behind different ones', () => {
    const story = holds(history(), 'S1', '1 3');
    expectFailure(() => holds(story.at(4), 'S2', '2 3'), {
      kind: 'safety',
      claim: 'Log Matching is broken: S1 and S2 both hold entry 2/3, but not the same entry ' +
        'before it.',
      facts: ['S1: holds 2/3 with 1/1 before it, t=0ms', 'S2: holds 2/3 with 1/2 before it, t=4ms'],
      source: '§5.3, Figure 3',
    });
  });

  it('lets logs differ where their terms differ', () => {
    holds(holds(history(), 'S1', '1 1 2'), 'S2', '1 1 3');
  });

  it('lets another entry stand where a crash took one that was on no disk', () => {
    const added = suffix(1, [{term: 1, command: 'x'}]);
    history().crashesWhileItDoes('S1', changed({currentTerm: 1}, added))
      .restarts('S1').does('S1', changed({}, suffix(1, [{term: 1, command: 'y'}])));
  });

  it('is asked once more of whole logs', () => {
    const story = holds(holds(new History({checks: []}), 'S1', '1 3'), 'S2', '2 3');
    const views = ['S1', 'S2'].map(id => story.view(id));
    expectFailure(() => expectLogMatching(views, 50), {
      kind: 'safety',
      claim: 'Log Matching is broken: S1 and S2 agree on a later entry, but not on index 1.',
      facts: ['S1: holds "1/1" at 1/1, t=50ms', 'S2: holds "1/2" at 1/2, t=50ms'],
      source: '§5.3, Figure 3',
    });
    expectLogMatching([story.view('S1'), story.view('S3')], 50);
  });

  it('is broken by an entry that was changed after it was appended', () => {
    const story = holds(new History({checks: []}), 'S1', '1 1');
    const whole = {currentTerm: 0, commitIndex: 0};
    const [first, second] = entriesOf('1 1');
    const log = {from: 1, entries: [first!, {...second!, command: 'new'}]};
    expectFailure(() => expectTrueReport(story.view('S1'), {...whole, log}, 8), {
      kind: 'safety',
      claim: 'Log Matching is broken: the entry at index 2 of S1 changed after it was appended.',
      facts: [
        'S1: appended {"term":1,"command":"2/1"} at index 2',
        'S1: now holds {"term":1,"command":"new"} there, t=8ms',
      ],
      source: '§5.3, Figure 3',
    });
    expectTrueReport(story.view('S1'), {...whole, log: {from: 1, entries: entriesOf('1 1')}}, 8);
  });
});

describe('what a server acknowledged or committed', () => {
  const logs = {S1: '1 1', S2: '1 1'};
  const history = (): History => new History({logs, checks: [acknowledged()]})
    .leads('S1', {votesOf: ['S2', 'S3']});

  it('is not cut in the same term', () => {
    const story = history();
    story.at(5).follows('S2', 'S1');
    expectFailure(() => story.at(6).does('S2', cut(2)), {
      kind: 'safety',
      claim: 'Log Matching is broken: S2 cut its log from index 2 on, though it acknowledged ' +
        'index 2 in the same term.',
      facts: ['S2: answered matchIndex=2, t=5ms', 'S2: removed what stood at index 2, t=6ms'],
      source: '§5.3; Figure 2, "AppendEntries RPC"',
    });
  });

  it('may be cut in a later term, if it was not committed', () => {
    const story = history();
    story.follows('S2', 'S1');
    story.does('S2', changed({currentTerm: 5})).does('S2', cut(2));
  });

  it('is never cut once it is committed', () => {
    const story = history().does('S2', changed({commitIndex: 1, currentTerm: 7}));
    expectFailure(() => story.at(6).does('S2', cut(1)), {
      kind: 'safety',
      claim: 'State Machine Safety is broken: S2 cut its log from index 1 on, though it knows ' +
        'index 1 to be committed.',
      facts: ['S2: removed what stood at index 1, commitIndex 1, t=6ms'],
      source: '§5.3, Figure 3',
    });
    expect(() => history().does('S2', changed({commitIndex: 1, currentTerm: 7})).does('S2', cut(2)))
      .to.not.throw();
  });
});
