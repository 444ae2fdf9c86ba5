/** Election Safety, one vote a term, Leader Completeness: broken by hand, and all but broken. */
import {electionSafety} from '../../../harness/checks/election-safety';
import {oneVote} from '../../../harness/checks/one-vote';
import {raftChecks} from '../../../harness/checks';
import {changed, send, suffix} from './effects';
import {expectFailure} from './expect-failure';
import {History} from './history';

describe('Election Safety', () => {
  const history = (): History => new History({checks: [electionSafety()]});

  it('is broken by two leaders of one term, however far apart', () => {
    expectFailure(() => history().at(10).leads('S1', {votesOf: ['S2']})
      .at(500).stands('S3', 1).wins('S3', {votesOf: ['S2']}), {
      kind: 'safety',
      claim: 'Election Safety is broken: S1 and S3 are both leaders of term 1.',
      facts: [
        'S1: became leader of term 1, t=10ms', 'S3: became leader of term 1, t=500ms',
      ],
      source: '§5.2, Figure 3',
    });
  });

  it('lets two servers lead at once, in different terms', () => {
    history().leads('S1', {votesOf: ['S2']}).leads('S3', {votesOf: ['S2'], term: 2});
  });

  it('lets one server lead two terms', () => {
    history().leads('S1', {votesOf: ['S2']}).leads('S1', {votesOf: ['S2']});
  });
});

describe('one vote a term', () => {
  const history = (): History => new History({checks: [oneVote()]});

  it('is broken by two candidates told of the same vote', () => {
    const story = history().at(5).stands('S1', 1).stands('S3', 1).votes('S2', {for: 'S1'});
    const granted = {type: 'RequestVoteResults', term: 1, voteGranted: true} as const;
    expectFailure(() => story.at(9).does('S2', send('S3', granted)), {
      kind: 'safety',
      claim: 'One vote a term is broken: S2 voted for S1 and for S3 in term 1.',
      facts: ['S2: gave S1 its vote in term 1, t=5ms', 'S2: gave S3 its vote in term 1, t=9ms'],
      source: '§5.2; Figure 2, "RequestVote RPC"',
    });
  });

  it('is broken across a restart', () => {
    const story = history().stands('S1', 1).stands('S3', 1).votes('S2', {for: 'S1'})
      .at(20).crashes('S2').restarts('S2');
    const granted = {type: 'RequestVoteResults', term: 1, voteGranted: true} as const;
    expectFailure(() => story.does('S2', send('S3', granted)), {
      kind: 'safety',
      claim: 'One vote a term is broken: S2 voted for S1 and for S3 in term 1.',
      facts: ['S2: gave S1 its vote in term 1, t=0ms', 'S2: gave S3 its vote in term 1, t=20ms'],
      source: '§5.2; Figure 2, "RequestVote RPC"',
    });
  });

  it('is broken by a server that changes its mind before anybody is told', () => {
    const story = history().does('S2', changed({currentTerm: 1, votedFor: 'S1'}));
    expectFailure(() => story.at(7).does('S2', changed({votedFor: 'S3'})), {
      kind: 'safety',
      claim: 'One vote a term is broken: S2 voted for S1 and for S3 in term 1.',
      facts: ['S2: gave S1 its vote in term 1, t=0ms', 'S2: gave S3 its vote in term 1, t=7ms'],
      source: '§5.2; Figure 2, "RequestVote RPC"',
    });
  });

  it('is broken by a vote that is forgotten and given to another, though nobody was told', () => {
    const story = history().at(10).does('S2', changed({currentTerm: 1, votedFor: 'S1'}))
      .at(20).does('S2', changed({votedFor: null})).at(30);
    expectFailure(() => story.does('S2', changed({votedFor: 'S3'})), {
      kind: 'safety',
      claim: 'One vote a term is broken: S2 voted for S1 and for S3 in term 1.',
      facts: ['S2: gave S1 its vote in term 1, t=10ms', 'S2: gave S3 its vote in term 1, t=30ms'],
      source: '§5.2; Figure 2, "RequestVote RPC"',
    });
  });

  it('is broken by a server that comes back without the vote it gave', () => {
    const story = history().stands('S1', 1);
    const granted = {type: 'RequestVoteResults', term: 1, voteGranted: true} as const;
    // The term reached the disk, the vote did not.
    story.does('S2', ...story.saved('S2', {currentTerm: 1}))
      .at(3).does('S2', changed({votedFor: 'S1'}), send('S1', granted)).at(8).crashes('S2');
    expectFailure(() => story.restarts('S2'), {
      kind: 'safety',
      claim: 'Persistence is broken: S2 came back in term 1 with votedFor null, though it voted ' +
        'for S1 in that term.',
      facts: ['S2: voted for S1 in term 1, t=3ms', 'S2: booted with votedFor null, t=8ms'],
      source: '§5.2; Figure 2, "State"',
    });
  });

  it('lets a crash take a vote that nobody was told of, and another be given', () => {
    history().stands('S1', 1).stands('S3', 1)
      .crashesWhileItDoes('S2', changed({currentTerm: 1, votedFor: 'S1'}))
      .restarts('S2').votes('S2', {for: 'S3'});
  });

  it('lets a vote be told twice to one candidate, and another be given in a later term', () => {
    history().stands('S1', 1).votes('S2', {for: 'S1'}).votes('S2', {for: 'S1'})
      .stands('S3', 2).votes('S2', {for: 'S3'});
  });
});

/** What makes a server without others a leader. */
const LEADS = {role: 'leader', leaderId: 'S1'} as const;

describe('Leader Completeness', () => {
  const all = (servers = 3): History =>
    new History({servers, checks: raftChecks({servers: ['S1', 'S2', 'S3'].slice(0, servers)})});

  it('is broken by a leader without a committed entry', () => {
    const story = all().leads('S1', {votesOf: ['S2']}).at(10).appends('S1', 'x')
      .replicates('S1', ['S2'], 1);
    expectFailure(() => story.at(30).appointed('S3', 2), {
      kind: 'safety',
      claim: 'Leader Completeness is broken: S3 leads term 2, but its log lacks entry 1/1, which ' +
        'S1 committed.',
      facts: [
        'S1: committed 1/1 "x" in term 1, t=10ms',
        'S3: became leader of term 2; its log ends at index 0, t=30ms',
      ],
      source: '§5.4.1, Figure 3',
    });
  });

  it('lets a leader lack what was never committed', () => {
    all().leads('S1', {votesOf: ['S2']}).appends('S1', 'x')
      .leads('S3', {votesOf: ['S2'], term: 2});
  });

  it('forgets what a leader committed in an input that a crash cut short', () => {
    const alone = all(1).leads('S1', {votesOf: []}).does('S1', changed(LEADS));
    const added = suffix(1, [{term: 1, command: 'x'}]);
    alone.crashesWhileItDoes('S1', changed({commitIndex: 1}, added))
      .restarts('S1').stands('S1', 2).does('S1', changed(LEADS));
  });
});
