/**
 * What a follower may do to its log, and when it may say yes.
 */
import type {AppendEntriesArguments} from '../../../harness/raft/messages';
import {history} from './all-checks';
import {changed, send, suffix} from './effects';
import {expectFailure} from './expect-failure';
import type {History} from './history';

type Request = {readonly type: 'AppendEntries'} & AppendEntriesArguments;

/** S1 leads term 3 with the log 1 1 2, and has sent this to S2. */
function sent(logs: Readonly<Record<string, string>>, part: Partial<Request>): [History, Request] {
  const story = history({logs: {S1: '1 1 2', S3: '1 1 2', ...logs}}).at(10)
    .leads('S1', {votesOf: ['S3'], term: 3});
  const request = {...story.appendEntries('S1'), ...part};
  story.does('S1', send('S2', request)).at(20);
  return [story, request];
}

const entered = {role: 'follower', currentTerm: 3, votedFor: null, leaderId: 'S1'} as const;
const yes = (matchIndex: number) =>
  send('S1', {type: 'AppendEntriesResults', term: 3, success: true, matchIndex});

describe('the log of a follower', () => {
  it('must not lose what the request does not contradict', () => {
    const [story, request] = sent({S2: '1 1 2'}, {entries: []});
    expectFailure(() => story.handles('S2', 'S1', request,
      ...story.saved('S2', entered, suffix(1, [])), yes(0)), {
      kind: 'contract',
      claim: 'S2 removed entry 1/1, with which the AppendEntries of S1 does not conflict — only ' +
        'an entry of another term at the same index is a conflict.',
      facts: [
        'S1: sent prev=0/0 entries=[]',
        'S2: removed 1/1 and all after it; its log now ends at index 0, t=20ms',
      ],
      source: '§5.3; Figure 2, "AppendEntries RPC", step 3',
    });
  });

  it('must not lose what stands behind the last entry of a late request', () => {
    const [story, request] = sent({S2: '1 1 2'}, {});
    const late = {...request, entries: request.entries.slice(0, 1)};
    story.does('S1', send('S2', late));
    expectFailure(() => story.handles('S2', 'S1', late,
      ...story.saved('S2', entered, suffix(2, [])), yes(1)), {
      kind: 'contract',
      claim: 'S2 removed entry 2/1, with which the AppendEntries of S1 does not conflict — only ' +
        'an entry of another term at the same index is a conflict.',
      facts: [
        'S1: sent prev=0/0 entries=[1/1]',
        'S2: removed 2/1 and all after it; its log now ends at index 1, t=20ms',
      ],
      source: '§5.3; Figure 2, "AppendEntries RPC", step 3',
    });
  });

  it('must not change for a leader of an earlier term', () => {
    const [story, request] = sent({}, {});
    story.does('S2', ...story.saved('S2', {currentTerm: 5}));
    expectFailure(() => story.handles('S2', 'S1', request,
      ...story.saved('S2', {}, suffix(1, request.entries))), {
      kind: 'contract',
      claim: 'S2 is in term 5 and changed its log for an AppendEntries of term 3 — a request of ' +
        'an earlier term changes nothing.',
      facts: [
        'S1: sent AppendEntries as the leader of term 3',
        'S2: changed its log from index 1 on, in term 5, t=20ms',
      ],
      source: '§5.1; Figure 2, "AppendEntries RPC", step 1',
    });
  });

  it('must hold entries where the leader has them', () => {
    const [story] = sent({S2: '1'}, {});
    const request = story.appendEntries('S1', {after: 2});
    story.does('S1', send('S2', request));
    expectFailure(() => story.handles('S2', 'S1', request,
      ...story.saved('S2', entered, suffix(2, request.entries))), {
      kind: 'contract',
      claim: 'S2 appended 2/2, which the AppendEntries of S1 does not carry — entries are put ' +
        'where the leader has them.',
      facts: ['S1: sent prev=2/1 entries=[3/2]', 'S2: appended 2/2, t=20ms'],
      source: '§5.3; Figure 2, "AppendEntries RPC", step 4',
    });
  });

  it('must not grow by itself', () => {
    const [story] = sent({}, {});
    expectFailure(() => story.does('S2', changed({}, suffix(1, [{term: 0, command: 'mine'}]))), {
      kind: 'contract',
      claim: 'S2 appended entry 1/0 as a follower, though no leader told it to — followers ' +
        'change their logs only by AppendEntries.',
      facts: ['S2: appended entry 1/0; its log now ends at index 1, t=20ms'],
      source: '§5.3; Figure 2, "AppendEntries RPC"',
    });
  });

  it('may lose what conflicts, with the new entry or when it is named as the previous', () => {
    const [eager, request] = sent({S2: '1 1 1 1'}, {});
    eager.accepts('S2', request);
    const [early] = sent({S2: '1 1 1 1'}, {});
    const heartbeat = early.appendEntries('S1', {after: 3});
    early.does('S1', send('S2', heartbeat)).handles('S2', 'S1', heartbeat,
      ...early.saved('S2', entered, suffix(3, [])),
      send('S1', {type: 'AppendEntriesResults', term: 3, success: false, prevLogIndex: 3}));
  });

  it('may keep what a request does not speak of, and hear the same twice', () => {
    const [story, request] = sent({S2: '1 1 2 2'}, {});
    story.accepts('S2', request);
    story.accepts('S2', {...request, entries: request.entries.slice(0, 2)});
  });

  it('is the test’s to judge when the test wrote the message', () => {
    const story = history({logs: {S2: '1 1 2'}});
    const forged = {
      type: 'AppendEntries', term: 3, leaderId: 'S1', prevLogIndex: 1, prevLogTerm: 1, entries: [],
      leaderCommit: 0,
    } as const;
    story.handles('S2', 'S1', forged, ...story.saved('S2', entered, suffix(2, [])));
  });
});

describe('a success', () => {
  it('must not go beyond what the request carried', () => {
    const [story, request] = sent({S2: '1 1 2 2'}, {entries: []});
    expectFailure(() => story.handles('S2', 'S1', request, ...story.saved('S2', entered), yes(4)), {
      kind: 'contract',
      claim: 'S2 answered matchIndex 4, but the request vouches for 0 — a success speaks of what ' +
        'the request carried.',
      facts: [
        'S1: sent prev=0/0 entries=[]', 'S2: answered matchIndex 4; its log ends at index 4, ' +
          't=20ms',
      ],
      source: '§5.3; Figure 2, "AppendEntries RPC"',
    });
  });

  it('must not pass over an entry that differs, in a heartbeat either', () => {
    const [story] = sent({S2: '1 1 1'}, {});
    const heartbeat = story.appendEntries('S1', {after: 3});
    story.does('S1', send('S2', heartbeat));
    expectFailure(() => story.handles('S2', 'S1', heartbeat,
      ...story.saved('S2', entered), yes(3)), {
      kind: 'contract',
      claim: 'S2 answered success up to entry 3/2 of S1, but it holds 3/1 — success says that ' +
        'both logs are equal up to there.',
      facts: [
        'S1: sent prev=3/2 entries=[]', 'S2: answered matchIndex 3, and it holds 3/1, t=20ms',
      ],
      source: '§5.3; Figure 2, "AppendEntries RPC", step 2',
    });
  });

  it('must not be given to a leader of an earlier term', () => {
    const [story, request] = sent({S2: '1 1 2'}, {});
    story.does('S2', ...story.saved('S2', {currentTerm: 5}));
    expectFailure(() => story.handles('S2', 'S1', request,
      send('S1', {type: 'AppendEntriesResults', term: 5, success: true, matchIndex: 3})), {
      kind: 'contract',
      claim: 'S2 is in term 5 and said yes to AppendEntries of term 3 — a request of an earlier ' +
        'term is refused or ignored.',
      facts: ['S1: sent AppendEntries of term 3', 'S2: said yes to it in term 5, t=20ms'],
      source: '§5.1; Figure 2',
    });
  });

  it('may be withheld: a stale request is refused or ignored', () => {
    const [story, request] = sent({S2: '1 1 2'}, {});
    story.does('S2', ...story.saved('S2', {currentTerm: 5}));
    story.handles('S2', 'S1', request).handles('S2', 'S1', request,
      send('S1', {type: 'AppendEntriesResults', term: 5, success: false, prevLogIndex: 0}));
  });
});

describe('a vote', () => {
  it('must not go to a candidate whose log is less up to date', () => {
    const story = history({logs: {S1: '1 1 1 1', S2: '1 2'}}).at(10).stands('S1', 3).at(20);
    expectFailure(() => story.votes('S2', {for: 'S1'}), {
      kind: 'contract',
      claim: 'S2 voted for S1, whose last entry is 4/1, though its own is 2/2 — it must refuse a ' +
        'log that is less up to date.',
      facts: [
        'S1: asked for a vote in term 3, last=4/1',
        'S2: granted it, though its own log ends with 2/2, t=20ms',
      ],
      source: '§5.4.1; Figure 2, "RequestVote RPC"',
    });
  });

  it('must not go to a candidate of an earlier term', () => {
    const story = history().stands('S1').at(20);
    story.does('S2', ...story.saved('S2', {currentTerm: 4, votedFor: 'S1'}));
    expectFailure(() => story.handles('S2', 'S1', story.requestVote('S1'),
      send('S1', {type: 'RequestVoteResults', term: 4, voteGranted: true})), {
      kind: 'contract',
      claim: 'S2 is in term 4 and said yes to RequestVote of term 1 — a request of an earlier ' +
        'term is refused or ignored.',
      facts: ['S1: sent RequestVote of term 1', 'S2: said yes to it in term 4, t=20ms'],
      source: '§5.1; Figure 2',
    });
  });

  it('may be given again, also when the voter holds entries of that very leader by now', () => {
    const story = history().leads('S1', {votesOf: ['S2']});
    const request = {...story.requestVote('S1')};
    story.appends('S1', 'a').replicates('S1', ['S2']);
    story.handles('S2', 'S1', request, send('S1', {
      type: 'RequestVoteResults', term: 1, voteGranted: true}));
  });

  it('may go to a candidate of a later last term with a shorter log, or to an equal one', () => {
    history({servers: 5, logs: {S1: '1 2', S2: '1 1 1', S3: '1 2'}}).stands('S1', 3)
      .votes('S2', {for: 'S1'}).votes('S3', {for: 'S1'}).votes('S4', {for: 'S1'});
  });
});

describe('a later term', () => {
  it('is entered by whoever hears of it in an AppendEntries', () => {
    const story = history().at(10).leads('S1', {votesOf: ['S2']})
      .leads('S3', {votesOf: ['S2'], term: 4});
    const request = story.appendEntries('S3');
    story.does('S3', send('S1', request)).at(20);
    expectFailure(() => story.handles('S1', 'S3', request), {
      kind: 'contract',
      claim: 'S1 heard of term 4 from S3 and stayed leader of term 1 — whoever learns of a later ' +
        'term enters it, as a follower.',
      facts: [
        'S3: sent AppendEntries of term 4', 'S1: handled it, and is leader of term 1, t=20ms',
      ],
      source: '§5.1; Figure 2, "Rules for Servers"',
    });
  });

  it('may be disregarded in a RequestVote by a server that hears its leader', () => {
    const story = history().leads('S1', {votesOf: ['S2']}).stands('S3', 9);
    story.handles('S2', 'S3', story.requestVote('S3')).handles('S1', 'S3', story.requestVote('S3'));
  });
});
