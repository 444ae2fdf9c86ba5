/** A whole trace as text, byte for byte. Read next: golden/trace-*.txt. */
import {expect} from 'chai';
import {StepDescriber} from '../../../harness/report/describe-step';
import {PLAIN} from '../../../harness/report/look';
import {renderTrace} from '../../../harness/report/trace-columns';
import {Trace} from '../../../harness/world/trace';
import {expectGolden} from './golden';
import {figure8Trace} from './stories';
import {TraceBuilder} from './trace-builder';

const UNICODE = {plain: false, colour: false};

/** The text of the last step of a story. */
function lastText(story: TraceBuilder): string {
  const describer = new StepDescriber(true);
  const lines = story.trace.steps.map(step => describer.describe(step));
  const last = lines.at(-1);
  return `${last?.who}  ${last?.text}`;
}

describe('a trace in columns', () => {
  it('is as in its golden file', () => {
    expectGolden(`${renderTrace(figure8Trace().trace, UNICODE).join('\n')}\n`, 'trace-figure8.txt');
  });

  it('is ASCII when it is to be plain', () => {
    const text = `${renderTrace(figure8Trace().trace, PLAIN).join('\n')}\n`;

    expect(text).to.match(/^[\x0a\x20-\x7e]*$/);
    expectGolden(text, 'trace-figure8-plain.txt');
  });

  it('says how many steps were not kept', () => {
    const short = new Trace(4);
    for (const step of figure8Trace().trace.steps) short.add({...step});

    expect(renderTrace(short, UNICODE)[1]).to.match(/^The first \d+ steps were not kept\.$/);
  });
});

describe('the description of a step', () => {
  const crashes = [
    {lostRecords: 0, text: 'crashes'},
    {lostRecords: 2, text: 'crashes, 2 unsynced records lost'},
    {lostRecords: 0, survivingRecords: 0, text: 'crashes'},
    {lostRecords: 0, survivingRecords: 2, text: 'crashes, 2 unsynced records kept'},
    {
      lostRecords: 2, survivingRecords: 1,
      text: 'crashes, 2 unsynced records lost, 1 unsynced record kept',
    },
  ];
  for (const {text, ...records} of crashes) {
    it(`of a crash reads: ${text}`, () => {
      expect(lastText(new TraceBuilder().add({kind: 'crash', box: 'S1', ...records})))
        .to.equal(`S1  ${text}`);
    });
  }

  const results = {type: 'AppendEntriesResults', term: 4};
  const rows: readonly {message: unknown; text: string}[] = [
    {message: {type: 'AppendEntries', term: 4, leaderId: 'S1', prevLogIndex: 1, prevLogTerm: 1,
      entries: [{term: 2}], leaderCommit: 1},
    text: 'AppendEntries term=4 prev=1/1 entries=[2/2] leaderCommit=1'},
    {message: {type: 'AppendEntries', term: 4, leaderId: 'S2', prevLogIndex: 0, prevLogTerm: 0,
      entries: Array.from({length: 9}, () => ({term: 3})), leaderCommit: 1, round: 5},
    text: 'AppendEntries term=4 prev=0/0 entries=[1/3 … 9/3] leaderCommit=1 leaderId=S2 round=5'},
    {message: {...results, success: true, matchIndex: 2},
      text: 'AppendEntries results: success, term=4, matchIndex=2'},
    {message: {...results, success: false, prevLogIndex: 3, conflictTerm: 2, conflictIndex: 2},
      text: 'AppendEntries results: refused, term=4, prevLogIndex=3, conflictTerm=2, '
        + 'conflictIndex=2'},
    {message: {type: 'RequestVote', term: 5, candidateId: 'S1', lastLogIndex: 2, lastLogTerm: 3},
      text: 'RequestVote term=5 last=2/3'},
    {message: {type: 'RequestVoteResults', term: 5, voteGranted: false},
      text: 'RequestVote results: refused, term=5'},
    {message: {type: 'AppendEntries', term: 'x', entries: 7},
      text: 'AppendEntries term=x prev=?/? entries=7 leaderCommit=? leaderId=?'},
    {message: {
      type: 'KvRequest', clientId: 'C1-a', serial: 3,
      operation: {op: 'compareAndSet', key: 'x', expected: null, value: '1'},
    }, text: 'KvRequest #3 set x = "1" if it is null (C1-a)'},
    {message: {type: 'KvResults', clientId: 'C1-a', serial: 3, ok: true, outcome: '1'},
      text: 'KvResults #3: "1" (C1-a)'},
    {message: {type: 'KvResults', clientId: 'C1-a', serial: 3, ok: false, leaderHint: 'S2'},
      text: 'KvResults #3: refused, names S2 (C1-a)'},
    {message: {type: 'KvRequest', operation: 5}, text: 'KvRequest #? 5 (?)'},
    {message: {
      type: 'InstallSnapshot', term: 4, leaderId: 'S1', lastIncludedIndex: 10, lastIncludedTerm: 3,
      data: {entries: 10},
    }, text: 'InstallSnapshot term=4 lastIncluded=10/3 data=14 bytes'},
    {message: {type: 'InstallSnapshot', leaderId: 'S2'},
      text: 'InstallSnapshot term=? lastIncluded=?/? data=? leaderId=S2'},
    {message: {type: 'InstallSnapshotResults', term: 4, lastIncludedIndex: 10},
      text: 'InstallSnapshot results: lastIncludedIndex=10, term=4'},
    {message: {type: 'InstallSnapshotResults', term: 5, lastIncludedIndex: 0},
      text: 'InstallSnapshot results: refused, term=5'},
    {message: {type: 'Ping', n: 1}, text: '{"type":"Ping","n":1}'},
    {message: {type: '__proto__'}, text: '{"type":"__proto__"}'},
    {message: ['no', 'object'], text: '["no","object"]'},
    {message: 'y'.repeat(100), text: `"${'y'.repeat(78)}…`},
  ];
  for (const {message, text} of rows) {
    it(`of a message reads: ${text.slice(0, 60)}`, () => {
      const story = new TraceBuilder().send('S1', 'S3', message as object);

      expect(lastText(story)).to.equal(`S1 → S3  ${text}`);
    });
  }

  it('tells a change as before → after', () => {
    const story = new TraceBuilder().changed('S1', {commitIndex: 1})
      .changed('S1', {commitIndex: 2});

    expect(lastText(story)).to.equal('S1  commitIndex 1 → 2');
  });

  it('tells where a snapshot ends', () => {
    const story = new TraceBuilder()
      .changed('S1', {lastIncludedIndex: 10, lastIncludedTerm: 3});

    expect(lastText(story)).to.equal(
      'S1  lastIncludedIndex 0 → 10, lastIncludedTerm 0 → 3');
  });

  it('tells of a table only what changed', () => {
    const story = new TraceBuilder().changed('S1', {matchIndex: {S2: 0, S3: 0}})
      .changed('S1', {matchIndex: {S2: 0, S3: 4}});

    expect(lastText(story)).to.equal('S1  matchIndex[S3] 0 → 4');
  });

  it('tells what was applied', () => {
    expect(lastText(new TraceBuilder().apply('S5', 2, 3, 'c'))).to.equal('S5  applied index 2 "c"');
  });

  it('tells which command of the key/value store was applied', () => {
    const append = {op: 'append', key: '', value: 'a'};
    const named = {session: {clientId: 'C1-a', serial: 2}, operation: append};
    expect(lastText(new TraceBuilder().apply('S5', 2, 3, named)))
      .to.equal('S5  applied index 2 append "a" to "" (C1-a #2)');
    expect(lastText(new TraceBuilder().apply('S5', 2, 3, {session: null, operation: append})))
      .to.equal('S5  applied index 2 append "a" to "" (no session)');
  });

  it('begins anew after a restart', () => {
    const story = new TraceBuilder().boot(['S1']).changed('S1', {commitIndex: 4}).boot(['S1'], 1)
      .changed('S1', {commitIndex: 1});

    expect(lastText(story)).to.equal('S1  commitIndex 0 → 1');
  });
});
