/**
 * Stories: snapshots and their results that arrive late, twice, or in another order.
 *
 * S1 leads and has discarded the beginning of its log; S3 has nothing.
 * Paper: §7; Figure 13; §5.1 for the terms.
 */
import {lab, scenario, section} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';
import {lead, WHEN_ASKED} from './b-scene';

const SNAPSHOT = {to: 'S3', type: 'InstallSnapshot'} as const;
const RESULTS = {from: 'S3', type: 'InstallSnapshotResults'} as const;

const NO_NEWS: Because = {
  source: '§7; Figure 13',
  text: 'S3 had been told all of it before. A snapshot that arrives late or twice is older than ' +
    'what is here, and changes nothing.',
};
const GOES_ON: Because = {
  source: '§7; Figure 2, "State"',
  text: 'S3 has answered that the snapshot up to index 6 is there: it equals S1\'s log up to 6, ' +
    'and what it needs next is entry 7. Whoever does not note this sends the snapshot again.',
};
const OLD_NEWS: Because = {
  source: '§5.3; Figure 2, "State"',
  text: 'matchIndex is what S3 is known to hold, and S3 has told more since. Results may arrive ' +
    'late; it rises by them, or stays.',
};

lab('7b', 'snapshots', () => {
  section('§7', 'late, twice, out of order', () => {
    scenario('a snapshot that arrives twice is installed once', {
      ...WHEN_ASKED, points: 0.1, servers: 3, mustReach: ['snapshot installed'],
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 4);
      cluster.hold(SNAPSHOT);
      await waitForHeld(scene, SNAPSHOT, 2);

      await cluster.releaseOne(0, SNAPSHOT);
      await expectCaughtUp(scene);
      await cluster.release(SNAPSHOT);
      cluster.expectSame('S3', 'the snapshot of its state machine, and the entries behind it',
        givenTo(scene), [4, 5, 6], NO_NEWS);
    });

    scenario('an older snapshot that arrives behind a newer one changes nothing', {
      ...WHEN_ASKED, points: 0.1, servers: 3, mustReach: ['snapshot installed'],
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 2);
      cluster.hold(SNAPSHOT);
      await waitForHeld(scene, SNAPSHOT, 1);
      await cluster.takeSnapshot('S1', 5);
      await waitForHeld(scene, {...SNAPSHOT, with: {lastIncludedIndex: 5}}, 1);

      await cluster.release(SNAPSHOT, 'newest first');
      await expectCaughtUp(scene);
      cluster.expectSame('S3', 'the snapshot of its state machine, and the entries behind it',
        givenTo(scene), [5, 6], NO_NEWS);
    });

    scenario('results tell the leader how far the follower is, and it goes on from there', {
      ...WHEN_ASKED, points: 0.1, servers: 3,
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 6);
      cluster.hold({from: 'S3'});
      await waitForHeld(scene, RESULTS, 1);

      await cluster.release(RESULTS);
      const {matchIndex, nextIndex} = cluster.view('S1').state;
      cluster.expectSame('S1', 'matchIndex[S3]', matchIndex['S3'], 6, GOES_ON);
      cluster.expectSame('S1', 'nextIndex[S3]', nextIndex['S3'], 7, GOES_ON);
    });

    scenario('results that arrive late do not take back what is known of a follower', {
      ...WHEN_ASKED, points: 0.15, servers: 3,
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 4);
      cluster.hold(RESULTS);
      await waitForHeld(scene, RESULTS, 1);
      cluster.hold();
      await expectCaughtUp(scene);

      await cluster.release(RESULTS);
      const {matchIndex, nextIndex} = cluster.view('S1').state;
      cluster.expectSame('S1', 'matchIndex[S3]', matchIndex['S3'], 6, OLD_NEWS);
      cluster.expectSame('S1', 'nextIndex[S3]', nextIndex['S3'], 7, OLD_NEWS);
    });

    scenario('results of an earlier term tell a leader nothing', {
      ...WHEN_ASKED, points: 0.1, servers: 3,
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 4);
      cluster.hold({from: 'S3'});
      await waitForHeld(scene, RESULTS, 1);

      await cluster.appoint('S1', {term: 5});
      await cluster.release(RESULTS);
      cluster.expectSame('S1', 'matchIndex[S3]', cluster.view('S1').state.matchIndex['S3'], 0, {
        source: '§5.1; Figure 2, "Rules for Servers"',
        text: 'S1 leads another term now, and knows nothing of its followers from its first ' +
          'time. In between, another leader may have overwritten what they held.',
      });
    });

    scenario('a snapshot of an earlier term is refused, and vouches for nothing', {
      ...WHEN_ASKED, points: 0.1, servers: 3,
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 4);
      cluster.hold(SNAPSHOT);
      await waitForHeld(scene, SNAPSHOT, 1);

      await cluster.appoint('S1', {term: 5});
      await cluster.runUntil(() => cluster.view('S3').state.currentTerm === 5, {
        withinMs: 400, what: 'word of term 5 at S3',
      });
      await cluster.release({...SNAPSHOT, with: {term: 1}});
      await cluster.runFor(10);
      cluster.expectSame('S1', 'matchIndex[S3]', cluster.view('S1').state.matchIndex['S3'], 0, {
        source: '§5.1; harness/raft/messages.ts',
        text: 'S3 has refused the snapshot, in term 5, which S1 leads. Nothing of it is on S3.',
      });
    });

    scenario('results of a later term depose the leader', {
      ...WHEN_ASKED, points: 0.1, servers: 3,
    }, async scene => {
      const {cluster} = scene;
      await discardBefore(scene, 4);
      await cluster.receive('S1', 'S3', {
        type: 'InstallSnapshotResults', term: 9, lastIncludedIndex: 4,
      });
      const why = {source: '§5.1', text: 'Whoever hears of a later term enters it, as a follower.'};
      cluster.expectRole('S1', 'follower', why);
      cluster.expectTerm('S1', 9, why);
    });
  });
});

/** S1 leads with six entries that S2 holds too, and discards up to an index; S3 heard nothing. */
async function discardBefore(scene: Scene, index: number): Promise<void> {
  const {cluster} = scene;
  cluster.hold({to: 'S3'});
  await lead(scene, 'S1', '1 1 1 1 1 1');
  await cluster.takeSnapshot('S1', index);
  cluster.dropHeld();
  cluster.hold();
}

async function waitForHeld(
  {cluster}: Scene, pattern: Parameters<typeof cluster.held>[0], count: number,
): Promise<void> {
  await cluster.runUntil(() => cluster.held(pattern).length >= count, {
    withinMs: 1_000, what: count === 1 ? 'InstallSnapshot to S3, or its results,'
      : 'second InstallSnapshot to a follower that has not answered the first',
  });
}

async function expectCaughtUp({cluster}: Scene): Promise<void> {
  await cluster.runUntil(() => cluster.view('S1').state.matchIndex['S3'] === 6 &&
    cluster.view('S3').state.lastApplied === 6, {
    withinMs: 1_000, what: 'entry 6 at the state machine of S3, known to S1,',
  });
}

/** The index of the snapshot that a state machine was given last, and of all entries since. */
function givenTo({cluster}: Scene): readonly number[] {
  const {restoredIndex, applied} = cluster.view('S3');
  return [restoredIndex, ...applied.map(({index}) => index)];
}
