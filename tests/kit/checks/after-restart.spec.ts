/**
 * What must be known after a restart, and what may be forgotten.
 */
import {afterRestart} from '../../../harness/checks/after-restart';
import {DurableLogs} from '../../../harness/checks/durable-logs';
import {history, historyFor} from './all-checks';
import {appendRecord, changed, send, suffix} from './effects';
import {expectFailure} from './expect-failure';
import type {History} from './history';

const SOURCE = '§5.1; Figure 2, "State"';

function alone(): History {
  const durable = new DurableLogs();
  return historyFor([durable, afterRestart(durable)]);
}

describe('after a restart', () => {
  it('a vote that was synced must be known, even if nobody was told', () => {
    const story = alone().stands('S1').at(10).votes('S2', {for: 'S1'}).crashes('S2').at(30);
    expectFailure(() => story.restartsWith('S2', {currentTerm: 1, votedFor: null}), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 had synced votedFor S1 in term 1 and restarted with ' +
        'votedFor nobody in term 1.',
      facts: [
        'S2: synced votedFor S1 in term 1, t=10ms', 'S2: restarted with votedFor nobody in term ' +
          '1, t=30ms',
      ],
      source: SOURCE,
    });
  });

  it('a term must not fall below what was synced', () => {
    const story = alone().stands('S1').at(10).votes('S2', {for: 'S1'}).crashes('S2').at(30);
    expectFailure(() => story.restartsWith('S2', {currentTerm: 0, votedFor: null}), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 had synced currentTerm 1 and restarted with currentTerm 0.',
      facts: ['S2: synced currentTerm 1, t=10ms', 'S2: restarted with currentTerm 0, t=30ms'],
      source: SOURCE,
    });
  });

  it('the log must be the one that was synced, to its last entry', () => {
    const story = history({logs: {S2: '1 1 2'}}).crashes('S2').at(30);
    expectFailure(() => story.restartsWith('S2', {currentTerm: 2, votedFor: null, log: '1 1'}), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 had synced the log 1 1 2 and restarted with the log 1 1.',
      facts: ['S2: synced the log 1 1 2, t=0ms', 'S2: restarted with the log 1 1, t=30ms'],
      source: SOURCE,
    });
  });

  it('what was not synced may be forgotten: a term, a vote, an entry', () => {
    const story = history({logs: {S1: '1', S2: '1'}}).leads('S1', {votesOf: ['S2'], term: 2});
    story.crashesWhileItDoes('S3', changed({currentTerm: 7})).restarts('S3');
    story.crashesWhileItDoes('S1', changed({}, suffix(2, [{term: 2, command: 'lost'}])))
      .restarts('S1').leads('S1', {votesOf: ['S2'], term: 3}).appends('S1', 'kept');
  });

  it('what was not synced may be known: the disk may have written it early', () => {
    for (const surviving of [0, 1, 2]) {
      const story = history({logs: {S1: '1', S2: '1'}}).leads('S1', {votesOf: ['S2'], term: 2});
      for (const index of [2, 3]) {
        const entry = suffix(index, [{term: 2, command: 'early'}]);
        story.does('S1', changed({}, entry), appendRecord(entry));
      }
      story.crashes('S1', surviving).restarts('S1').leads('S1', {votesOf: ['S3'], term: 3});
    }
  });

  it('what the disk held from the start is known, also if the first boot was cut short', () => {
    const story = history({logs: {S1: '1 1', S2: '1 1', S3: '1 1'}, crashInFirstBoot: ['S3']});
    story.restarts('S3').crashes('S3').restarts('S3').leads('S3', {votesOf: ['S1'], term: 2});
    story.does('S3', send('S1', story.appendEntries('S3', {after: 2})));
    story.accepts('S1', story.appendEntries('S3', {after: 2}));
  });
});
