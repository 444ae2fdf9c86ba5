/**
 * Who may become a leader, and who may stand.
 */
import {history} from './all-checks';
import {changed, send} from './effects';
import {expectFailure} from './expect-failure';

describe('votes won', () => {
  it('must be those of a majority: half of four is none', () => {
    const story = history({servers: 4}).stands('S1').at(20).votes('S2', {for: 'S1'});
    expectFailure(() => story.at(30).wins('S1', {votesOf: ['S2']}), {
      kind: 'contract',
      claim: 'S1 leads term 1 with the votes of S1 and S2 — it needs those of more than half of ' +
        '4 servers.',
      facts: ['S2: its vote of term 1 reached S1, t=30ms', 'S1: became leader of term 1, t=30ms'],
      source: '§5.2; Figure 2, "Rules for Servers"',
    });
  });

  it('are counted by voter: a vote that arrives twice is one', () => {
    const story = history({servers: 5}).stands('S1').votes('S2', {for: 'S1'}).at(30);
    expectFailure(() => story.wins('S1', {votesOf: ['S2', 'S2']}), {
      kind: 'contract',
      claim: 'S1 leads term 1 with the votes of S1 and S2 — it needs those of more than half of ' +
        '5 servers.',
      facts: ['S2: its vote of term 1 reached S1, t=30ms', 'S1: became leader of term 1, t=30ms'],
      source: '§5.2; Figure 2, "Rules for Servers"',
    });
  });

  it('are not refusals', () => {
    const story = history().stands('S1');
    const refusal = {type: 'RequestVoteResults', term: 1, voteGranted: false} as const;
    story.handles('S2', 'S1', story.requestVote('S1'),
      ...story.saved('S2', story.enters('S2', 1)), send('S1', refusal)).at(30);
    expectFailure(() => story.handles('S1', 'S2', refusal, changed(story.asLeader('S1'))), {
      kind: 'contract',
      claim: 'S1 leads term 1 with no vote but its own — it needs those of more than half of ' +
        '3 servers.',
      facts: ['S1: became leader of term 1, t=30ms'],
      source: '§5.2; Figure 2, "Rules for Servers"',
    });
  });

  it('are of the term that is led', () => {
    const story = history().stands('S1').votes('S2', {for: 'S1'}).stands('S1').at(30);
    const late = {type: 'RequestVoteResults', term: 1, voteGranted: true} as const;
    expectFailure(() => story.handles('S1', 'S2', late, changed(story.asLeader('S1'))), {
      kind: 'contract',
      claim: 'S1 leads term 2 with no vote but its own — it needs those of more than half of ' +
        '3 servers.',
      facts: ['S1: became leader of term 2, t=30ms'],
      source: '§5.2; Figure 2, "Rules for Servers"',
    });
  });

  it('may be more than a majority, and arrive twice', () => {
    const story = history({servers: 5}).leads('S1', {votesOf: ['S2', 'S3']})
      .votes('S4', {for: 'S1'});
    const granted = {type: 'RequestVoteResults', term: 1, voteGranted: true} as const;
    story.handles('S1', 'S4', granted).handles('S1', 'S2', granted);
  });

  it('are not needed by a server that a test appoints', () => {
    history().appointed('S1', 1);
  });
});

describe('an election', () => {
  it('needs a new term for each election', () => {
    const story = history().at(10);
    story.does('S1', ...story.saved('S1', {currentTerm: 3})).at(20);
    expectFailure(() => story.stands('S1', 3), {
      kind: 'contract',
      claim: 'S1 asks for votes in term 3, in which it was no candidate before — each election ' +
        'has a term of its own.',
      facts: [
        'S1: entered term 3 as no candidate, t=10ms', 'S1: asked S2 for its vote in term 3, t=20ms',
      ],
      source: '§5.2; Figure 2, "Rules for Servers"',
    });
  });

  it('allows a candidate to ask again in the same election', () => {
    const story = history().stands('S1');
    story.does('S1', send('S2', story.requestVote('S1')));
  });
});
