/** The commit rule, State Machine Safety, and what never goes back. */
import {expect} from 'chai';
import {raftChecks} from '../../../harness/checks';
import {DurableLogs} from '../../../harness/checks/durable-logs';
import {monotonic} from '../../../harness/checks/monotonic';
import {stateMachineSafety} from '../../../harness/checks/state-machine-safety';
import {LabFailure} from '../../../harness/world/lab-failure';
import {apply, changed, suffix} from './effects';
import {expectFailure} from './expect-failure';
import {History} from './history';

const names = (servers: number): readonly string[] =>
  Array.from({length: servers}, (_, n) => `S${n + 1}`);

describe('the commit rule', () => {
  const all = (servers = 3, logs: Record<string, string> = {}): History =>
    new History({servers, logs, checks: raftChecks({servers: names(servers)})});

  it('is broken by a leader that commits what no majority has', () => {
    const story = all(5).leads('S1', {votesOf: ['S2', 'S3']}).appends('S1', 'x')
      .replicates('S1', ['S2']);
    expectFailure(() => story.at(12).does('S1', changed({commitIndex: 1})), {
      kind: 'safety',
      claim: 'The commit rule is broken: S1 committed 1/1, which only S1 and S2 have, to its ' +
        'knowledge: that is no majority.',
      facts: ['S1: commitIndex 0 → 1; matchIndex {"S2":1,"S3":0,"S4":0,"S5":0}, t=12ms'],
      source: '§5.3; Figure 2, "Rules for Servers"',
    });
  });

  it('is broken by half of an even cluster', () => {
    const story = all(4).leads('S1', {votesOf: ['S2', 'S3']}).appends('S1', 'x');
    expect(() => story.replicates('S1', ['S2'], 1)).to.throw(LabFailure, /that is no majority/);
  });

  it('is broken by counting an entry of an earlier term (Figure 8)', () => {
    const story = all(3, {S1: '1', S2: '1'}).leads('S1', {votesOf: ['S2'], term: 2});
    expectFailure(() => story.at(4).replicates('S1', ['S2'], 1), {
      kind: 'safety',
      claim: 'The commit rule is broken: S1 leads term 2 and committed 1/1, an entry of term 1, ' +
        'by counting.',
      facts: ['S1: commitIndex 0 → 1: the entry is of term 1, currentTerm is 2, t=4ms'],
      source: '§5.4.2, Figure 8',
    });
  });

  it('lets entries of earlier terms be committed with one of the leader\'s own', () => {
    all(3, {S1: '1', S2: '1'}).leads('S1', {votesOf: ['S2'], term: 2}).appends('S1', 'own')
      .replicates('S1', ['S2'], 2);
  });

  it('counts a follower that answered and then crashed', () => {
    const story = all().leads('S1', {votesOf: ['S2']}).appends('S1', 'x');
    const results = story.follows('S2', 'S1');
    story.crashes('S2').hears('S1', 'S2', results, 1);
  });

  it('is broken by a follower that commits what no leader has', () => {
    const story = all().leads('S1', {votesOf: ['S2']}).appends('S1', 'x');
    story.follows('S2', 'S1');
    expectFailure(() => story.at(6).does('S2', changed({commitIndex: 1})), {
      kind: 'safety',
      claim: 'The commit rule is broken: S2 believes index 1 to be committed, but no leader has ' +
        'committed more than index 0.',
      facts: ['S2: commitIndex 0 → 1, t=6ms'],
      source: '§5.3',
    });
  });

  it('is broken by a follower that takes its own entry for the committed one', () => {
    const story = all(3, {S3: '1'}).leads('S1', {votesOf: ['S2'], term: 2}).at(3)
      .appends('S1', 'x').replicates('S1', ['S2'], 1);
    expectFailure(() => story.at(7).does('S3', changed({commitIndex: 1})), {
      kind: 'safety',
      claim: 'The commit rule is broken: S3 takes its entry 1/1 as committed, but S1 committed ' +
        '1/2 there.',
      facts: [
        'S1: committed 1/2 "x", t=3ms', 'S3: commitIndex 0 → 1, and holds 1/1 "1/1", t=7ms',
      ],
      source: '§5.3; Figure 2, "AppendEntries RPC", step 5',
    });
  });

  it('is broken by committing what is not in the log', () => {
    expectFailure(() => all().at(2).does('S3', changed({commitIndex: 4})), {
      kind: 'contract',
      claim: 'S3 has commitIndex 4, but its log ends at index 0 — an entry that is not there ' +
        'cannot be committed.',
      facts: ['S3: commitIndex 4, lastIndex 0, t=2ms'],
      source: '§5.3; Figure 2, "AppendEntries RPC", step 5',
    });
  });
});

describe('State Machine Safety', () => {
  const history = (): History => new History({
    logs: {S1: '1 1', S2: '1 2'}, checks: [stateMachineSafety()],
  });

  it('is broken by two commands at one index', () => {
    const story = history().at(5).does('S1', changed({commitIndex: 2, lastApplied: 2}),
      apply(1, 1, '1/1'), apply(2, 1, '2/1'));
    expectFailure(() => story.at(9).does('S2', changed({commitIndex: 2, lastApplied: 2}),
      apply(1, 1, '1/1'), apply(2, 2, '2/2')), {
      kind: 'safety',
      claim: 'State Machine Safety is broken: S1 and S2 applied different commands at log index 2.',
      facts: [
        'S1: applied "2/1"  (entry of term 1), t=5ms',
        'S2: applied "2/2"  (entry of term 2), t=9ms',
      ],
      source: '§5.4.3, Figure 3',
    });
  });

  it('is broken by applying twice, or by leaving one out', () => {
    const story = history().does('S1', changed({commitIndex: 2}), apply(1, 1, '1/1'));
    expectFailure(() => story.does('S1', apply(1, 1, '1/1')), {
      kind: 'contract',
      claim: 'S1 applied index 1 again — every index is applied once, in order.',
      facts: ['S1: applied index 1 after index 1, t=0ms'],
      source: '§5.3; Figure 2, "Rules for Servers"',
    });
    expect(() => history().does('S1', changed({commitIndex: 2}), apply(2, 1, '2/1')))
      .to.throw(LabFailure, 'S1 applied index 2 and skipped index 1');
  });

  it('is broken by applying what is not committed, or not what the log holds', () => {
    expect(() => history().does('S1', apply(1, 1, '1/1')))
      .to.throw(LabFailure, 'S1 applied index 1, but its commitIndex is 0');
    expect(() => history().does('S1', changed({commitIndex: 1}), apply(1, 1, 'other')))
      .to.throw(LabFailure, 'S1 applied "other" of term 1 at index 1 — that is not what its log');
  });

  it('lets a server apply everything again after a restart', () => {
    const applied = [changed({commitIndex: 1, lastApplied: 1}), apply(1, 1, '1/1')];
    history().does('S1', ...applied).crashes('S1').restarts('S1').does('S1', ...applied);
  });
});

describe('what never goes back', () => {
  const history = (): History => {
    const durable = new DurableLogs();
    return new History({logs: {S1: '1 1'}, checks: [durable, monotonic(durable)]});
  };

  it('is currentTerm, commitIndex and lastApplied', () => {
    for (const field of ['currentTerm', 'commitIndex', 'lastApplied'] as const) {
      const story = history().does('S1', changed({commitIndex: 2, [field]: 2}));
      expectFailure(() => story.at(3).does('S1', changed({[field]: 1})), {
        kind: 'safety',
        claim: `Monotonicity is broken: ${field} of S1 fell from 2 to 1.`,
        facts: [`S1: ${field} 2 → 1, t=3ms`],
        source: 'Figure 2, "State"',
      });
    }
  });

  it('is a term that was synced, also across a restart', () => {
    const story = history();
    // The sync of the term was real; what came back is not what the disk held.
    story.does('S1', ...story.saved('S1', {currentTerm: 4})).crashes('S1');
    expect(() => story.restarts('S1').does('S1', changed({currentTerm: 1})))
      .to.throw(LabFailure, 'currentTerm of S1 fell from 4 to 1');
  });

  it('is a term that was told, also if it never reached the disk', () => {
    const story = history().at(2);
    const refused = {type: 'RequestVoteResults', term: 6, voteGranted: false} as const;
    story.does('S1', changed({currentTerm: 6}),
      {kind: 'send', to: 'S2', message: JSON.stringify(refused)}).at(5).crashes('S1');
    expectFailure(() => story.restarts('S1'), {
      kind: 'safety',
      claim: 'Persistence is broken: S1 came back in term 1, though it was in term 6.',
      facts: ['S1: was in term 6, t=2ms', 'S1: booted with currentTerm 1, t=5ms'],
      source: 'Figure 2, "State"',
    });
  });

  it('may be forgotten if nobody was told: a term, commitIndex, lastApplied', () => {
    history().does('S1', changed({commitIndex: 2, lastApplied: 2}))
      .crashesWhileItDoes('S1', changed({currentTerm: 9}))
      .restarts('S1').does('S1', changed({commitIndex: 1}));
  });

  it('keeps lastApplied within commitIndex', () => {
    expectFailure(() => history().does('S1', changed({lastApplied: 1})), {
      kind: 'contract',
      claim: 'S1 has lastApplied 1 beyond its commitIndex 0 — only committed entries are applied.',
      facts: ['S1: lastApplied 1, commitIndex 0, t=0ms'],
      source: '§5.3; Figure 2, "Rules for Servers"',
    });
  });

  it('does not hold for logs, which may be cut', () => {
    history().does('S1', changed({}, suffix(2, [])));
  });
});
