/** Records of a student's own form: what is taken to be on a disk whose language nobody knows. */
import {expect} from 'chai';
import {raftChecks} from '../../../harness/checks';
import type {Effect} from '../../../harness/host/box';
import {LabFailure} from '../../../harness/world/lab-failure';
import {appendRecord, apply, changed, send, suffix, sync} from './effects';
import {expectFailure} from './expect-failure';
import {History} from './history';
import type {Results} from './history';

const SOURCE = '§5.1; Figure 2, "State"';
/** Nothing in it that the kit could read. */
const record = appendRecord({of: 'my own'});
const rewrite: Effect = {kind: 'rewrite', records: ['"all of it"']};

const names = (servers: number): readonly string[] =>
  Array.from({length: servers}, (_, n) => `S${n + 1}`);

function history(servers = 3): History {
  return new History({servers, checks: raftChecks({servers: names(servers), ownRecords: true})});
}

const voted = changed({currentTerm: 1, votedFor: 'S1'});
const granted = send('S1', {type: 'RequestVoteResults', term: 1, voteGranted: true});
const success = (matchIndex: number, term = 1): Effect =>
  send('S1', {type: 'AppendEntriesResults', term, success: true, matchIndex});
const entry = (command: string, term = 1) => suffix(1, [{term, command}]);

/** S2 is asked for its vote by S1, and does this. */
function asked(...effects: readonly Effect[]): History {
  const story = history().stands('S1');
  return story.at(9).handles('S2', 'S1', story.requestVote('S1'), ...effects);
}

/** S1 leads term 1, and has appended an entry to its log with these effects. */
function leading(...effects: readonly Effect[]): History {
  return history().leads('S1', {votesOf: ['S2']})
    .does('S1', changed({}, entry('1/1')), ...effects);
}

/** S2 gets it, saves it, answers, and S1 hears it. */
function heard(story: History, ...effects: readonly Effect[]): History {
  const results: Results = {
    type: 'AppendEntriesResults', term: 1, success: true, matchIndex: 1,
  };
  story.does('S1', send('S2', story.appendEntries('S1')));
  story.handles('S2', 'S1', story.appendEntries('S1'),
    changed({leaderId: 'S1'}, entry('1/1')), record, sync, success(1));
  return story.at(20).handles('S1', 'S2', results, changed({
    matchIndex: {S2: 1, S3: 0}, nextIndex: {S2: 2, S3: 1}, commitIndex: 1, lastApplied: 1,
  }), ...effects);
}

describe('records of a form of their own', () => {
  for (const [form, effects] of Object.entries({
    'one record and a sync': [record, sync],
    'several records and syncs': [record, sync, record, record, sync],
    'a rewrite': [rewrite],
  })) {
    it(`hold what has changed: ${form}`, () => {
      asked(voted, ...effects, granted);
    });
  }

  it('hold what changed inputs ago, too', () => {
    const story = asked(changed({currentTerm: 1}));
    story.handles('S2', 'S1', story.requestVote('S1'), voted, record, sync, granted);
  });

  for (const [how, effects] of Object.entries({
    'without a record': [voted, sync, granted],
    'before its sync': [voted, record, granted, sync],
    'with a record that comes after the sync': [voted, sync, record, granted],
    'with a record of what was before': [record, sync, voted, granted],
  })) {
    it(`let no vote out ${how}`, () => {
      expect(() => asked(...effects)).to.throw(LabFailure,
        /S2 sent RequestVoteResults to S1 before (currentTerm 1|votedFor S1) was synced/);
    });
  }

  it('are forgotten with the crash that takes them', () => {
    const story = asked(changed({currentTerm: 1})).crashes('S2').at(12)
      .restartsWith('S2', {currentTerm: 0, votedFor: null});
    expect(() => story.handles('S2', 'S1', story.requestVote('S1'), record, sync,
      voted, granted)).to.throw(LabFailure, 'before currentTerm 1 was synced');
  });

  it('are what a restart shows, though nobody had synced them', () => {
    const story = asked(voted, record).crashes('S2')
      .restartsWith('S2', {currentTerm: 1, votedFor: 'S1'});
    story.handles('S2', 'S1', story.requestVote('S1'), granted);
  });

  it('may be cut short by a crash anywhere in an input', () => {
    const story = history().stands('S1').crashesWhileItDoes('S2', voted)
      .restartsWith('S2', {currentTerm: 0, votedFor: null});
    story.handles('S2', 'S1', story.requestVote('S1'), voted, record, sync, granted);
  });
});

describe('a leader', () => {
  it('may send its entries before they are synced', () => {
    const story = history().leads('S1', {votesOf: ['S2']});
    story.does('S1', changed({}, entry('1/1')),
      send('S2', {...story.appendEntries('S1'), entries: [{term: 1, command: '1/1'}]}),
      record, sync);
  });

  it('may count itself when they are', () => {
    heard(leading(record, sync), apply(1, 1, '1/1'));
    heard(leading(), record, sync, apply(1, 1, '1/1'));
  });

  it('is told of when it applies what it counted, and had not synced', () => {
    expectFailure(() => heard(leading(), apply(1, 1, '1/1')), {
      kind: 'safety',
      claim: 'Persistence is broken: S1 committed entry 1/1, counting itself, before it had ' +
        'synced that entry.',
      facts: [
        'S1: applied index 1, t=20ms',
        'S1: has on its disk currentTerm 1, votedFor S1, log empty',
      ],
      source: '§5.3; Figure 2, "State"',
    });
  });

  it('is told of when it tells others first', () => {
    const story = heard(leading());
    const heartbeat = send('S3', {...story.appendEntries('S1', {after: 1, upTo: 1}), entries: []});
    expect(() => story.does('S1', heartbeat, record, sync))
      .to.throw(LabFailure, 'S1 committed entry 1/1, counting itself, before it had synced');
  });

  it('need not have synced what a majority of others holds', () => {
    const story = history().leads('S1', {votesOf: ['S2']});
    story.does('S1', changed({}, entry('1/1')), send('S2', story.appendEntries('S1')));
    const matchIndex = {S2: 1, S3: 1};
    for (const id of ['S2', 'S3']) {
      const results = story.follows(id, 'S1');
      story.handles('S1', id, results, changed(id === 'S2'
        ? {matchIndex: {S2: 1, S3: 0}, nextIndex: {S2: 2, S3: 1}}
        : {matchIndex, nextIndex: {S2: 2, S3: 2}, commitIndex: 1, lastApplied: 1}));
    }
    story.does('S1', apply(1, 1, '1/1'));
  });
});

describe('a server alone', () => {
  const commits = changed({commitIndex: 1, lastApplied: 1}, entry('1/1'));
  const cut = (): History => history(1).appointed('S1', 1)
    .crashesWhileItDoes('S1', commits, record, sync);

  it('may remember what it had committed when a crash cut its input short', () => {
    const story = cut();
    story.restartsWith('S1', {currentTerm: 1, votedFor: 'S1', log: '1'})
      .does('S1', changed({commitIndex: 1, lastApplied: 1}), apply(1, 1, '1/1'));
  });

  it('may not take something else for it', () => {
    const story = cut().restartsWith('S1', {currentTerm: 1, votedFor: 'S1', log: '2'});
    expect(() => story.does('S1', changed({commitIndex: 1})))
      .to.throw(LabFailure, 'S1 believes index 1 to be committed, but no leader has');
  });
});

describe('owed after a restart', () => {
  const acknowledged = (): History => heard(leading(record, sync), apply(1, 1, '1/1'));

  it('is an entry that was acknowledged', () => {
    expectFailure(() => acknowledged().at(30).crashes('S2').at(40)
      .restartsWith('S2', {currentTerm: 1, votedFor: 'S1'}), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 acknowledged index 1 to S1, and started again without ' +
        'entry 1/1.',
      facts: [
        'S2: acknowledged index 1 to S1, t=0ms', 'S2: started again with the log empty, t=40ms',
      ],
      source: SOURCE,
    });
  });

  it('is an entry that a leader committed, counting itself', () => {
    expectFailure(() => acknowledged().crashes('S1').at(40)
      .restartsWith('S1', {currentTerm: 1, votedFor: 'S1'}), {
      kind: 'safety',
      claim: 'Persistence is broken: S1 committed index 1, counting itself, and started again ' +
        'without entry 1/1.',
      facts: [
        'S1: committed index 1, counting itself, t=20ms',
        'S1: started again with the log empty, t=40ms',
      ],
      source: SOURCE,
    });
  });

  it('is such an entry also if another stands in its place, or a first boot was cut short', () => {
    expect(() => acknowledged().crashes('S2')
      .restartsWith('S2', {currentTerm: 1, votedFor: 'S1', log: '2'}))
      .to.throw(LabFailure, 'started again without entry 1/1');
    const again = acknowledged().crashes('S2').crashes('S2');
    expect(() => again.restartsWith('S2', {currentTerm: 1, votedFor: 'S1'}))
      .to.throw(LabFailure, 'started again without entry 1/1');
  });

  it('is the command as well', () => {
    const story = history().leads('S1', {votesOf: ['S2']}).appends('S1', 'x');
    story.follows('S2', 'S1');
    story.crashes('S2').at(40);
    expectFailure(() => story.restartsWith('S2', {currentTerm: 1, votedFor: 'S1', log: '1'}), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 acknowledged index 1 to S1, and started again with ' +
        'another command at index 1.',
      facts: ['S2: held "x" at 1/1, t=0ms', 'S2: started again with "1/1" there, t=40ms'],
      source: '§5.3; Figure 2, "State"',
    });
  });

  it('is owed in every later life', () => {
    const story = acknowledged().crashes('S2')
      .restartsWith('S2', {currentTerm: 1, votedFor: 'S1', log: '1'}).crashes('S2');
    expect(() => story.restartsWith('S2', {currentTerm: 1, votedFor: 'S1'}))
      .to.throw(LabFailure, 'started again without entry 1/1');
  });

  it('is nothing that nobody was told of', () => {
    leading(record, sync).crashes('S1').restartsWith('S1', {currentTerm: 1, votedFor: 'S1'});
    const story = heard(leading(record, sync));
    story.does('S2', changed({commitIndex: 1}), apply(1, 1, '1/1')).does('S3', record, sync)
      .crashes('S3').restartsWith('S3', {currentTerm: 0, votedFor: null});
  });

  it('is nothing that was overwritten since', () => {
    const story = history(5).leads('S1', {votesOf: ['S2', 'S3']}).appends('S1', '1/1');
    story.follows('S2', 'S1');
    story.leads('S5', {votesOf: ['S3', 'S4'], term: 2}).appends('S5', '1/2');
    story.handles('S2', 'S5', story.appendEntries('S5'), ...story.saved('S2',
      {currentTerm: 2, votedFor: null, leaderId: 'S5'}, entry('1/2', 2)));
    story.crashes('S2').restartsWith('S2', {currentTerm: 2, votedFor: null, log: ''});
  });

  it('is nothing that a server alone committed in the input that a crash cut short', () => {
    const story = history(1).appointed('S1', 1);
    const commits = [changed({commitIndex: 1, lastApplied: 1}, entry('lost')), record, sync];
    story.crashesWhileItDoes('S1', ...commits)
      .restartsWith('S1', {currentTerm: 1, votedFor: 'S1'});
    story.appointed('S1', 2).does('S1',
      changed({commitIndex: 1, lastApplied: 1}, entry('kept', 2)), record, sync,
      apply(1, 2, 'kept'));
    expect(() => story.crashes('S1').restartsWith('S1', {currentTerm: 2, votedFor: 'S1'}))
      .to.throw(LabFailure, 'S1 committed index 1, counting itself, and started again without');
  });
});
