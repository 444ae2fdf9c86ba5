/**
 * The failures that the golden files show: one of each kind, each with its small trace.
 *
 * Read next: render-failure.spec.ts.
 */
import type {ScenarioResult} from '../../../harness/scenario/outcome';
import {FIGURE_8_ROWS, TraceBuilder, failed} from './trace-builder';

const SERVERS = ['S1', 'S2', 'S3', 'S4', 'S5'];

function vote(term: number): object {
  return {type: 'RequestVote', term, candidateId: 'S5', lastLogIndex: 2, lastLogTerm: 3};
}

function append(term: number, entries: readonly object[], leaderId = 'S1'): object {
  return {
    type: 'AppendEntries', term, leaderId, prevLogIndex: 1, prevLogTerm: 1, entries,
    leaderCommit: 1,
  };
}

const OLD = append(4, [{term: 2, command: 'b'}]);
const STORED = {type: 'AppendEntriesResults', term: 4, success: true, matchIndex: 2};
const GRANTED = {type: 'RequestVoteResults', term: 5, voteGranted: true};

/** Figure 8: S1 commits an entry of term 2 in term 4, crashes, and S5 overwrites it. */
export function figure8Trace(): TraceBuilder {
  const story = new TraceBuilder().boot(SERVERS).at(1100)
    .timer('S1').changed('S1', {role: 'candidate', currentTerm: 4, votedFor: 'S1'}, {
      from: 1, entries: [{term: 1, command: 'a'}, {term: 2, command: 'b'}],
    })
    .changed('S1', {role: 'leader'})
    .changed('S1', {commitIndex: 1, lastApplied: 1})
    .at(1198).send('S1', 'S3', OLD).send('S1', 'S4', OLD).fate('S1', 'S4', OLD, 'lost')
    .send('S1', 'S2', OLD).fate('S1', 'S2', OLD, 'duplicated');
  story.at(1205).receive('S3', 'S1', OLD)
    .changed('S3', {currentTerm: 4}, {from: 1, entries: [{term: 1}, {term: 2}]})
    .effect('S3', {kind: 'log', line: 'S3 stored 2/2 \u001b[31m→\u001b[0m'})
    .at(1231).send('S3', 'S1', STORED).at(1240).receive('S1', 'S3', STORED)
    .changed('S1', {commitIndex: 2, matchIndex: {S2: 0, S3: 2}}).apply('S1', 2, 2, 'b')
    .at(1260).receive('S2', 'S1', OLD).at(1290).receive('S2', 'S1', OLD);
  story.at(1300).add({kind: 'act', text: 'crash S1'})
    .add({kind: 'crash', box: 'S1', lostRecords: 0})
    .at(1710).timer('S5').changed('S5', {role: 'candidate', currentTerm: 5, votedFor: 'S5'}, {
      from: 1, entries: [{term: 1, command: 'a'}, {term: 3, command: 'c'}],
    });
  for (const to of ['S1', 'S2', 'S3', 'S4']) story.send('S5', to, vote(5));
  story.fate('S5', 'S1', vote(5), 'receiver is down')
    .at(1718).receive('S2', 'S5', vote(5)).changed('S2', {currentTerm: 5, votedFor: 'S5'})
    .send('S2', 'S5', GRANTED)
    .at(1725).receive('S4', 'S5', vote(5)).changed('S4', {currentTerm: 5, votedFor: 'S5'})
    .send('S4', 'S5', GRANTED).at(1731).receive('S5', 'S2', GRANTED)
    .at(1740).receive('S5', 'S4', GRANTED).changed('S5', {role: 'leader'});
  return story.at(1900).add({kind: 'act', text: 'restart S1'}).boot(['S1'], 1, ['{}', '{}', '{}'])
    .changed('S1', {currentTerm: 4, votedFor: 'S1'})
    .at(2015).changed('S5', {commitIndex: 2, lastApplied: 2}).apply('S5', 2, 3, 'c')
    .add({kind: 'note', box: 'S5', text: 'State Machine Safety broke here'});
}

export function safetyStory(): ScenarioResult {
  return failed({
    kind: 'safety',
    claim: 'State Machine Safety is broken: S1 and S5 applied different commands at log index 2.',
    facts: [
      {who: 'S1', what: 'applied "b"  (entry of term 2)', atMs: 1240},
      {who: 'S5', what: 'applied "c"  (entry of term 3)', atMs: 2015},
    ],
    why: {
      source: '§5.4.3, Figure 3',
      text: 'Once a server has applied an entry at an index, no server may apply another there.',
    },
    hint: 'Which term must the last entry have that a leader commits by counting (§5.4.2)?',
    stack: ['advanceCommitIndex (skeleton/commit.ts:61)'],
  }, {
    servers: FIGURE_8_ROWS, trace: figure8Trace().trace, needs: ['loss', 'duplication'],
    conditions: 'loss 12 %, delay 0–26 ms',
  }, {seedsRun: 3, seedsPassed: 2});
}

export function progressStory(): ScenarioResult {
  const story = new TraceBuilder().boot(['S1', 'S2', 'S3']);
  for (let term = 1; term <= 3; term++) {
    for (const box of ['S1', 'S2', 'S3']) {
      story.at(400 * term).timer(box)
        .changed(box, {role: 'candidate', currentTerm: term, votedFor: box});
    }
  }
  return failed({
    kind: 'progress', claim: 'No leader within 2000ms of virtual time.',
    why: {source: '§5.2', text: 'Split votes must end: election timeouts are drawn at random.'},
    hint: 'Do all servers draw the same election timeout (§5.2)?',
  }, {
    trace: story.trace, atMs: 2000, token: '6-first-leader-1',
    servers: ['S1', 'S2', 'S3'].map(id => ({id, role: 'candidate', currentTerm: 3, votedFor: id})),
  }, {lab: 6, labName: 'timing', section: '§5.2', title: 'a leader is elected'});
}

export function contractStory(): ScenarioResult {
  const story = new TraceBuilder().boot(['S1', 'S2']).at(12).effect('S1', {
    kind: 'fault', fault: 'contract', file: 'skeleton/replication.ts', line: 40, stack: [],
    text: 'a message holds entries[0].command.value = NaN, which JSON cannot say',
  });
  return failed({
    kind: 'contract', claim: 'S1 sent AppendEntries to S2 — messages are plain JSON.',
    facts: [
      {who: 'the value', what: 'entries[0].command.value = NaN', atMs: 12},
      {who: 'is refused because', what: 'JSON turns NaN into null, so S2 would get another value'},
      {who: 'the rule', what: 'harness/raft/messages.ts, type Json'},
    ],
    stack: ['appendEntriesFor (skeleton/replication.ts:40)'],
  }, {trace: story.trace, atMs: 12, token: '3-append-1'}, {lab: 3, labName: 'replication'});
}

export function costStory(): ScenarioResult {
  return failed({
    kind: 'cost', claim: 'Too many RPCs: 412, at most 60 allowed for one second without commands.',
    facts: [
      {who: 'S1 → S2', what: '206 AppendEntries, 206 of them empty'},
      {who: 'S1 → S3', what: '206 AppendEntries, 206 of them empty'},
    ],
    why: {source: '§5.2', text: 'Heartbeats are periodic; an idle cluster sends nothing else.'},
  }, {atMs: 1000, token: '6-idle-1'}, {lab: 6, labName: 'timing', section: '§5.2'});
}

export function kitStory(): ScenarioResult {
  return failed({
    kind: 'kit', claim: 'The search for a linearization of client C1 ran out of memory.',
  }, {atMs: 900, token: '7-partition-9'}, {lab: 7, labName: 'kv', section: '§8'});
}
