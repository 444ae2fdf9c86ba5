/** Messages that are true and synced, and what a leader may believe of its followers. */
import {expect} from 'chai';
import {DurableLogs} from '../../../harness/checks/durable-logs';
import {honestMessages} from '../../../harness/checks/honest-messages';
import {matchIndex} from '../../../harness/checks/match-index';
import {syncedBeforeSent} from '../../../harness/checks/synced-before-sent';
import type {RaftMessage} from '../../../harness/raft/messages';
import {LabFailure} from '../../../harness/world/lab-failure';
import {appendRecord, changed, send, suffix, sync} from './effects';
import {expectFailure} from './expect-failure';
import {History} from './history';

const granted: RaftMessage = {type: 'RequestVoteResults', term: 1, voteGranted: true};
const success = (index: number, term = 1): RaftMessage =>
  ({type: 'AppendEntriesResults', term, success: true, matchIndex: index});
const entries = [{term: 1, command: 'x'}];

describe('synced before sent', () => {
  const history = (logs: Record<string, string> = {}): History => {
    const durable = new DurableLogs();
    return new History({logs, checks: [durable, syncedBeforeSent(durable)]});
  };

  it('is broken by a vote that leaves before its record is synced', () => {
    const vote = {currentTerm: 1, votedFor: 'S1'};
    expectFailure(() => history().at(4).does('S2', changed(vote), appendRecord(vote),
      send('S1', granted), sync), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 sent RequestVoteResults to S1 before currentTerm 1 was ' +
        'synced.',
      facts: [
        'S2: sent RequestVoteResults of term 1 to S1, t=4ms',
        'S2: has on its disk currentTerm 0, votedFor null, log empty',
      ],
      source: '§5.1; Figure 2, "State"',
    });
    history().does('S2', changed(vote), appendRecord(vote), sync, send('S1', granted));
  });

  it('is broken by a candidate that asks before its own vote is synced', () => {
    const story = history();
    const asks = send('S2', story.requestVote('S1', 1));
    const own = {currentTerm: 1, votedFor: 'S1'};
    expect(() => story.does('S1', changed(own), appendRecord({...own, votedFor: null}), sync, asks))
      .to.throw(LabFailure, 'before its own vote was synced');
  });

  it('is broken by a success before the entries are synced, also where others stood', () => {
    const term = [changed({currentTerm: 1}), appendRecord({currentTerm: 1, votedFor: null}), sync];
    const added = suffix(1, entries);
    expect(() => history().does('S2', ...term, changed({}, added), appendRecord(added),
      send('S1', success(1)))).to.throw(LabFailure, 'before the entry at index 1 was synced');
    const replaced = suffix(1, [{term: 2, command: 'new'}]);
    const record = appendRecord({currentTerm: 2, votedFor: null});
    const inTerm2 = [changed({currentTerm: 2}), record, sync];
    expect(() => history({S2: '1'}).does('S2', ...inTerm2, changed({}, replaced),
      send('S1', success(1, 2)))).to.throw(LabFailure, 'before the entry at index 1 was synced');
    history().does('S2', ...term, changed({}, added), appendRecord(added), sync,
      send('S1', success(1)));
  });
});

describe('honest messages', () => {
  const history = (): History => new History({logs: {S1: '1 1'}, checks: [honestMessages()]});
  const request = {
    type: 'AppendEntries', term: 2, leaderId: 'S1', prevLogIndex: 2, prevLogTerm: 1, entries: [],
    leaderCommit: 0,
  } as const;
  const oneOff = {prevLogIndex: 0, prevLogTerm: 0, entries: [{term: 9, command: 'x'}]};
  const leading = (): History => history().leads('S1', {votesOf: ['S2']});

  const lies: readonly (readonly [string, RaftMessage, string])[] = [
    ['another term', {...request, term: 3}, 'with term=3 — a message carries the sender\'s'],
    ['another leader', {...request, leaderId: 'S2'}, 'with leaderId=S2 — a server speaks for'],
    ['a wrong entry before', {...request, prevLogIndex: 1, prevLogTerm: 2}, 'with prev=1/2 — '],
    ['an entry before that is not there', {...request, prevLogIndex: 5}, 'with prev=5/1 — '],
    ['entries one place off', {...request, ...oneOff}, 'with entry 1/9 — '],
    ['a leaderCommit of its own', {...request, leaderCommit: 2}, 'with leaderCommit=2 — '],
  ];
  for (const [what, message, says] of lies) {
    it(`do not name ${what}`, () => {
      expect(() => leading().does('S1', send('S2', message))).to.throw(LabFailure, says);
      leading().does('S1', send('S2', request));
    });
  }

  it('of a leader come from a leader, and of a candidate from a candidate', () => {
    expect(() => history().does('S1', changed({currentTerm: 2}), send('S2', request)))
      .to.throw(LabFailure, 'as a follower — only a leader sends this');
    const story = history();
    expect(() => story.does('S1', send('S2', story.requestVote('S1'))))
      .to.throw(LabFailure, 'as a follower — only a candidate sends this');
  });

  it('of a candidate name its last entry', () => {
    const story = history().stands('S1');
    const asks = {...story.requestVote('S1'), lastLogIndex: 7} as RaftMessage;
    expect(() => story.does('S1', send('S2', asks))).to.throw(LabFailure, 'with last=7/1 — ');
  });

  it('grant only the vote that stands in votedFor', () => {
    expect(() => history().does('S2', changed({currentTerm: 1}), send('S1', granted)))
      .to.throw(LabFailure, 'with voteGranted=true — votedFor must be S1 then');
    history().does('S2', changed({currentTerm: 1, votedFor: 'S1'}), send('S1', granted));
  });

  it('vouch only for entries that are there', () => {
    const at = (index: number) => () =>
      history().does('S2',
        changed({currentTerm: 1}, suffix(1, entries)), send('S1', success(index)));
    expect(at(2)).to.throw(LabFailure, 'with matchIndex=2 — a success vouches for entries of the');
    at(1)();
  });
});

describe('matchIndex and nextIndex', () => {
  const history = (): History => {
    const durable = new DurableLogs();
    return new History({logs: {S1: '1 1'}, checks: [durable, matchIndex(durable)]})
      .leads('S1', {votesOf: ['S2']});
  };
  const believes = (index: number, nextIndex = index + 1): ReturnType<typeof changed> =>
    changed({matchIndex: {S2: index, S3: 0}, nextIndex: {S2: nextIndex, S3: 1}});

  it('are broken by a leader that counts what a follower never had', () => {
    expectFailure(() => history().at(8).does('S1', believes(2)), {
      kind: 'safety',
      claim: 'The leader\'s matchIndex is broken: S1 believes that S2 holds its log up to index ' +
        '2, but S2 never had entry 2/1.',
      facts: ['S1: matchIndex[S2] = 2, t=8ms', 'S2: log (terms) empty'],
      source: '§5.3; Figure 2, "State"',
    });
  });

  it('are broken by a leader that counts what nobody told it', () => {
    const story = history();
    story.follows('S2', 'S1');
    expectFailure(() => story.at(9).does('S1', believes(2)), {
      kind: 'safety',
      claim: 'The leader\'s matchIndex is broken: S1 believes that S2 holds its log up to index ' +
        '2, but S2 has told it nothing in this term.',
      facts: ['S1: matchIndex[S2] = 2, t=9ms'],
      source: '§5.3; Figure 2, "Rules for Servers"',
    });
  });

  it('do not fall within a term, and nextIndex stays beyond matchIndex', () => {
    const story = history();
    story.replicates('S1', ['S2']);
    expect(() => story.does('S1', believes(1)))
      .to.throw(LabFailure, 'S1 lowered matchIndex[S2] from 2 to 1 in one term');
    const other = history();
    other.replicates('S1', ['S2']);
    expect(() => other.does('S1', changed({matchIndex: {S2: 2}, nextIndex: {S2: 2}})))
      .to.throw(LabFailure, 'The leader\'s nextIndex is broken: S1 has nextIndex 2 for S2, not 3');
  });

  it('are compared also when only nextIndex moves', () => {
    const story = history();
    story.replicates('S1', ['S2']);
    expect(() => story.does('S1', changed({nextIndex: {S2: 1, S3: 3}})))
      .to.throw(LabFailure, 'The leader\'s nextIndex is broken');
  });

  it('may rest on an answer that comes after the follower has cut its log', () => {
    const story = history();
    const results = story.follows('S2', 'S1');
    story.does('S2', changed({currentTerm: 9})).does('S2', changed({}, suffix(2, [])))
      .hears('S1', 'S2', results);
  });

  it('begin afresh in each term', () => {
    const story = history();
    story.replicates('S1', ['S2']);
    story.leads('S1', {votesOf: ['S3'], term: 4});
  });
});
