/** What snapshots stand for, what they may replace, and what is told about them. */
import {changed, send} from './effects';
import {expectFailure} from './expect-failure';
import {
  installed, led, NOTHING_BEHIND, restore, rewrite, toS3, withOneMore,
} from './snapshot-history';

describe('a snapshot', () => {
  it('stands for applied entries only', () => {
    const story = led().appends('S1', 'z');
    expectFailure(() => story.takes('S1', 5), {
      kind: 'contract',
      claim: 'S1 has discarded its log up to index 5, but no server has applied more than index ' +
        '4 — only applied entries are in a snapshot.',
      facts: ['S1: lastIncludedIndex 5, lastApplied 4, t=20ms'],
      source: '§7, Figure 12',
    });
  });

  it('ends with the term of its last entry', () => {
    expectFailure(() => led().does('S1', changed({lastIncludedIndex: 4, lastIncludedTerm: 1})), {
      kind: 'contract',
      claim: 'S1 says that its snapshot ends with entry 4/1, but the entry there is 4/3 — ' +
        'lastIncludedTerm is the term of the entry at lastIncludedIndex.',
      facts: ['S1: lastIncludedIndex 4, lastIncludedTerm 1, t=20ms'],
      source: '§7, Figure 12',
    });
  });

  it('takes no state machine back', () => {
    const story = led();
    expectFailure(() => story.does('S1', restore(2, story.stateAfter('S1', 2))), {
      kind: 'safety',
      claim: 'State Machine Safety is broken: the state machine of S1 was taken back from index ' +
        '4 to a snapshot at index 2.',
      facts: ['S1: had applied up to index 4, t=20ms', 'S1: restored 2, t=20ms'],
      source: '§7; Figure 13',
    });
  });

  it('holds the state after its last entry, when it is given to a state machine', () => {
    const [story, request] = toS3('');
    const early = story.stateAfter('S1', 3);
    expectFailure(() => story.installs('S3', {...request, data: early}, NOTHING_BEHIND), {
      kind: 'safety',
      claim: 'State Machine Safety is broken: S3 gave its state machine a snapshot for index 4 ' +
        'that is not the state after index 4.',
      facts: [
        `S3: gave its state machine a snapshot: ${JSON.stringify(early)}, t=20ms`,
        `true: after index 4 the state is ${JSON.stringify(story.stateAfter('S1', 4))}`,
      ],
      source: '§7',
    });
  });

  it('holds it already when it is sent', () => {
    const story = led().takes('S1', 4);
    const early = story.stateAfter('S1', 3);
    const request = {...story.installSnapshot('S1', 4), data: early};
    expectFailure(() => story.does('S1', send('S3', request)), {
      kind: 'safety',
      claim: 'State Machine Safety is broken: S1 sent S3 a snapshot for index 4 that is not the ' +
        'state after index 4.',
      facts: [
        `S1: sent S3 a snapshot: ${JSON.stringify(early)}, t=20ms`,
        `true: after index 4 the state is ${JSON.stringify(story.stateAfter('S1', 4))}`,
      ],
      source: '§7',
    });
  });
});

describe('an InstallSnapshot', () => {
  it('names the last entry of the snapshot, in its term', () => {
    const story = led().takes('S1', 4);
    const request = {...story.installSnapshot('S1', 4), lastIncludedTerm: 1};
    expectFailure(() => story.does('S1', send('S3', request)), {
      kind: 'contract',
      claim: 'S1 sent S3 InstallSnapshot with lastIncluded=4/1 — lastIncludedIndex and ' +
        'lastIncludedTerm name the last entry in the snapshot.',
      facts: ['S1: the entry at index 4 has term 3, t=20ms'],
      source: '§7, Figure 13',
    });
  });

  it('is not of entries that its sender has not applied', () => {
    const story = led().appends('S1', 'z');
    expectFailure(() => story.sends('S1', 'S3', 5), {
      kind: 'contract',
      claim: 'S1 sent S3 InstallSnapshot with lastIncluded=5/3 — lastIncludedIndex and ' +
        'lastIncludedTerm name the last entry in the snapshot.',
      facts: ['S1: it has applied 4 entries, t=20ms'],
      source: '§7, Figure 13',
    });
  });

  it('is sent by leaders', () => {
    const story = led();
    story.follows('S2', 'S1');
    story.applies('S2').takes('S2', 4);
    expectFailure(() => story.sends('S2', 'S3', 4), {
      kind: 'contract',
      claim: 'S2 sent S3 InstallSnapshot with term=3 as a follower — only a leader sends this.',
      facts: ['S2: S2 is a follower of term 3, t=20ms'],
      source: '§5.1, Figure 4',
    });
  });
});

describe('installing a snapshot', () => {
  it('keeps what follows an entry that matches', () => {
    const [story, request] = withOneMore();
    expectFailure(() => story.installs('S3', request, NOTHING_BEHIND), {
      kind: 'contract',
      claim: 'S3 held entry 4/3, with which the snapshot of S1 ends, and threw away 5/3 and all ' +
        'after it — what follows a matching entry stays.',
      facts: [
        'S1: sent InstallSnapshot up to 4/3',
        'S3: removed 5/3; its log now ends at index 4, t=20ms',
      ],
      source: '§7; Figure 13, step 6',
    });
  });

  it('keeps nothing behind an entry that does not', () => {
    const [story, request] = toS3('1 1 2 2 2');
    expectFailure(() => story.installs('S3', request), {
      kind: 'safety',
      claim: 'Log Matching is broken: S3 still holds entry 5/2, but not the same entry before it.',
      facts: [
        'S3: holds 5/2 with 4/2 before it, t=0ms', 'S3: holds 5/2 with 4/3 before it, t=20ms',
      ],
      source: '§5.3, Figure 3',
    });
  });

  it('is not claimed beyond what is there', () => {
    const [story, request] = toS3('');
    expectFailure(() => story.handles('S3', 'S1', request,
      changed(story.owning('S3', request), NOTHING_BEHIND), rewrite, send('S1', installed(3, 5))), {
      kind: 'contract',
      claim: 'S3 sent S1 InstallSnapshotResults with lastIncludedIndex=5 — results speak of what ' +
        'is there now, and a refusal of nothing (0).',
      facts: ['S3: its log and its snapshot end at index 4, t=20ms'],
      source: '§7, Figure 13',
    });
  });

  for (const [what, log] of [['nothing was', ''], ['other entries stood', '1 1 2 2 2']] as const) {
    it(`is on the disk before the answer leaves, where ${what}`, () => {
      const [story, request] = toS3(log);
      const term = {...story.enters('S3', 3), leaderId: 'S1'};
      const heartbeat = story.appendEntries('S1', {after: 4});
      story.does('S1', send('S3', heartbeat));
      story.handles('S3', 'S1', heartbeat, changed(term), rewrite);
      expectFailure(() => story.handles('S3', 'S1', request,
        changed(story.owning('S3', request), NOTHING_BEHIND),
        send('S1', installed(3, 4)), rewrite), {
        kind: 'safety',
        claim: 'Persistence is broken: S3 sent InstallSnapshotResults to S1 before the snapshot ' +
          'up to index 4 was synced.',
        facts: [
          'S3: sent InstallSnapshotResults of term 3 to S1, t=20ms',
          `S3: has on its disk currentTerm 3, votedFor null, log ${log || 'empty'}`,
        ],
        source: '§5.1; Figure 2, "State"',
      });
    });
  }

  it('is not claimed by a server whose log is another', () => {
    const [story, request] = toS3('1 1 2 2 2');
    const term = {...story.enters('S3', 3), leaderId: 'S1'};
    expectFailure(() => story.handles('S3', 'S1', request, changed(term), rewrite,
      send('S1', installed(3, 4))), {
      kind: 'contract',
      claim: 'S3 answered lastIncludedIndex 4 to a snapshot up to 4/3, but it holds 4/2 — the ' +
        'answer says that it is there.',
      facts: [
        'S1: sent InstallSnapshot up to 4/3',
        'S3: answered lastIncludedIndex 4; it holds 4/2, t=20ms',
      ],
      source: '§7, Figure 13',
    });
  });

  it('is not claimed for a leader of an earlier term', () => {
    const [story, request] = withOneMore();
    story.at(30).stands('S3');
    expectFailure(() => story.handles('S3', 'S1', request, send('S1', installed(4, 4))), {
      kind: 'contract',
      claim: 'S3 is in term 4 and said yes to InstallSnapshot of term 3 — a request of an ' +
        'earlier term is refused or ignored.',
      facts: [
        'S1: sent InstallSnapshot of term 3', 'S3: said yes to it in term 4, t=30ms',
      ],
      source: '§5.1; Figure 2',
    });
  });

  it('is owed after a restart', () => {
    const [story, request] = toS3('');
    story.installs('S3', request, NOTHING_BEHIND).at(30).crashes('S3').at(40);
    expectFailure(() => story.restartsWith('S3', {currentTerm: 3, votedFor: null}), {
      kind: 'safety',
      claim: 'Persistence is broken: S3 acknowledged index 4 to S1, and started again without ' +
        'entry 1/1.',
      facts: [
        'S3: acknowledged index 4 to S1, t=20ms', 'S3: started again with the log empty, t=40ms',
      ],
      source: '§5.1; Figure 2, "State"',
    });
  });

  it('is believed by a leader only when it was answered', () => {
    const [story] = withOneMore();
    const {matchIndex, nextIndex} = story.view('S1').state;
    const believes = (index: number) => changed({
      matchIndex: {...matchIndex, S3: index}, nextIndex: {...nextIndex, S3: index + 1},
    });
    expectFailure(() => story.does('S1', believes(4)), {
      kind: 'safety',
      claim: 'The leader\'s matchIndex is broken: S1 believes that S3 holds its log up to index ' +
        '4, but S3 has told it nothing in this term.',
      facts: ['S1: matchIndex[S3] = 4, t=20ms'],
      source: '§5.3; Figure 2, "Rules for Servers"',
    });
  });

  it('tells a leader of the snapshot, and of no more', () => {
    const [story, request] = withOneMore();
    story.installs('S3', request);
    const {matchIndex, nextIndex} = story.view('S1').state;
    expectFailure(() => story.handles('S1', 'S3', installed(3, 4), changed({
      matchIndex: {...matchIndex, S3: 5}, nextIndex: {...nextIndex, S3: 6},
    })), {
      kind: 'safety',
      claim: 'The leader\'s matchIndex is broken: S1 believes that S3 holds its log up to index ' +
        '5, but S3 told it 4 at most.',
      facts: ['S1: matchIndex[S3] = 5, t=20ms'],
      source: '§5.3; Figure 2, "Rules for Servers"',
    });
  });
});
