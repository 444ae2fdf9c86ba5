/**
 * Histories that look wrong and are right, before all checks at once.
 */
import {history} from './all-checks';
import {apply, changed, send, suffix} from './effects';
import type {History} from './history';

/** Figure 8 (c): S1 leads term 4 with 1 2, S3 has got 2/2 from it, S5 has 1 3 and is down. */
function figure8(): History {
  const story = history({servers: 5, logs: {
    S1: '1 2', S2: '1 2', S3: '1', S4: '1', S5: '1 3',
  }});
  story.crashes('S5').at(40).leads('S1', {votesOf: ['S2', 'S3', 'S4'], term: 4});
  return story.replicates('S1', ['S2', 'S3']).at(50);
}

describe('no check minds', () => {
  it('Figure 8 (d): the entry of term 2 is overwritten on a majority', () => {
    const story = figure8().crashes('S1').restarts('S5')
      .leads('S5', {votesOf: ['S2', 'S3', 'S4'], term: 5});
    story.replicates('S5', ['S2', 'S3', 'S4']);
    story.appends('S5', 'e').replicates('S5', ['S2', 'S3', 'S4'], 3).applies('S5');
  });

  it('Figure 8 (e): an entry of term 4 brings the earlier ones along', () => {
    const story = figure8().appends('S1', 'd').replicates('S1', ['S2', 'S3'], 3).applies('S1');
    story.follows('S2', 'S1');
    story.applies('S2');
  });

  it('a majority without one follower, and one that has crashed since it answered', () => {
    const story = history({servers: 5}).leads('S1', {votesOf: ['S2', 'S3']}).appends('S1', 'a');
    story.replicates('S1', ['S2']).crashes('S2').replicates('S1', ['S3'], 1);
  });

  it('an answer that was true when it was given, though the follower has moved on', () => {
    const story = history({servers: 5}).leads('S1', {votesOf: ['S2', 'S3']}).appends('S1', 'old');
    const late = story.follows('S5', 'S1');
    story.leads('S2', {votesOf: ['S3', 'S4'], term: 2}).appends('S2', 'new');
    story.follows('S5', 'S2');
    story.hears('S1', 'S5', late);
  });

  it('a new life to begin at 0, and to apply everything again', () => {
    const story = history().leads('S1', {votesOf: ['S2']}).appends('S1', 'a', 'b')
      .replicates('S1', ['S2', 'S3'], 2).applies('S1');
    story.follows('S2', 'S1');
    story.applies('S2').crashes('S2').restarts('S2');
    story.follows('S2', 'S1');
    story.applies('S2');
  });

  it('a leader of an earlier term, elected late, to lack it', () => {
    const story = history({servers: 5}).stands('S5')
      .votes('S4', {for: 'S5'}).votes('S3', {for: 'S5'});
    story.leads('S1', {votesOf: ['S2', 'S3'], term: 2}).appends('S1', 'a')
      .replicates('S1', ['S2', 'S3'], 1).wins('S5', {votesOf: ['S3', 'S4']});
  });

  it('a server that is alone to commit at once, and to lose it all before the sync', () => {
    const story = history({servers: 1});
    story.appointed('S1', 1);
    const entry = (command: string) => suffix(1, [{term: 1, command}]);
    story.crashesWhileItDoes('S1', changed({commitIndex: 1, lastApplied: 1}, entry('lost')))
      .restarts('S1');
    story.appointed('S1', 2);
    story.does('S1', ...story.saved('S1', {commitIndex: 1, lastApplied: 1},
      suffix(1, [{term: 2, command: 'kept'}])), apply(1, 2, 'kept'));
  });

  it('requests that are refused or ignored, and a leader that steps down as it answers', () => {
    const story = history().leads('S1', {votesOf: ['S2']}).appends('S1', 'a')
      .replicates('S1', ['S2'], 1);
    story.does('S1', send('S3', story.appendEntries('S1', {leaderCommit: 0})));
    story.stands('S3', 7).handles('S1', 'S3', story.requestVote('S3'),
      ...story.saved('S1', story.enters('S1', 7)),
      send('S3', {type: 'RequestVoteResults', term: 7, voteGranted: false}));
    story.handles('S2', 'S3', story.requestVote('S3'));
  });

  it('results that come twice, late, and out of order', () => {
    const story = history().leads('S1', {votesOf: ['S2']}).appends('S1', 'a', 'b');
    const [first, second] = [story.follows('S2', 'S1', {upTo: 1}), story.follows('S2', 'S1')];
    story.hears('S1', 'S2', second).hears('S1', 'S2', first).hears('S1', 'S2', second);
  });

  it('a leader that keeps an index for itself, in any style', () => {
    const story = history().leads('S1', {votesOf: ['S2']}).appends('S1', 'a', 'b');
    const nextIndex = {S1: 1, S2: 1, S3: 1};
    story.does('S1', changed({matchIndex: {S1: 2, S2: 0, S3: 0}, nextIndex}));
  });

  it('the logs of Figure 7', () => {
    history({servers: 5, logs: {
      S1: '1 1 1 4 4 5 5 6 6 6', S2: '1 1 1 4', S3: '1 1 1 4 4 4 4', S4: '1 1 1 2 2 2 3 3 3 3 3',
    }});
  });
});
