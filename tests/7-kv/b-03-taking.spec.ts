/**
 * Tables: the service hands over a snapshot, and what a server with nothing else is worth.
 *
 * S1 leads, has applied the log 1 1 3 3 3 3 and has a snapshot up to index 2; two more entries are
 * in its log and not committed.
 * Paper: §7, Figure 12; §5.4.1.
 */
import {lab, scenario, section, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario';
import {expectSnapshot} from './b-expectations';
import {lead, placeOf, snapshotOf, WHEN_ASKED} from './b-scene';

interface TakeCase extends Row {
  /** What the service hands over. */
  readonly index: number;
  /** How far the latest snapshot goes then. */
  readonly then: number;
}

const taking: TakeCase[] = [
  {index: 3, then: 3, because: 'one more entry is news'},
  {index: 4, then: 4, because: 'it was applied, and the service took its time'},
  {index: 6, then: 6, because: 'it is the last entry that was applied'},
  {index: 2, then: 2, because: 'it has that snapshot already'},
  {index: 1, then: 2, because: 'an older one is of no use'},
  {index: 7, then: 2, because: 'entry 7 is not committed, so no state machine can have it'},
  {index: 8, then: 2, because: 'entry 8 is the last in the log, and not committed'},
  {index: 9, then: 2, because: 'entry 9 does not exist'},
];

interface VoteCase extends Row {
  /** The candidate's last entry. */
  readonly last: string;
  readonly granted: boolean;
}

const votes: VoteCase[] = [
  {last: '4/3', granted: true,  because: 'its log ends where the snapshot does'},
  {last: '5/3', granted: true,  because: 'its log is longer, in the same last term'},
  {last: '2/4', granted: true,  because: 'its last entry is of a later term'},
  {last: '3/3', granted: false, because: 'its log is shorter, in the same last term'},
  {last: '9/2', granted: false, because: 'its log is longer, and older'},
  {last: '0/0', granted: false, because: 'its log is empty'},
];

lab('7b', 'snapshots', () => {
  section('§7', 'the service hands over a snapshot', () => {
    table('a snapshot replaces what was applied, once', {
      ...WHEN_ASKED, name: 'take', points: 0.3, servers: 3,
    }, taking, async (scene, {index, then, because}) => {
      const {cluster} = scene;
      await lead(scene, 'S1', '1 1 3 3 3 3');
      await cluster.takeSnapshot('S1', 2);
      cluster.hold({});
      await cluster.submit('S1', 'seventh');
      await cluster.submit('S1', 'eighth');

      await cluster.takeSnapshot('S1', index);
      await expectSnapshot(scene, 'S1', {index: then, because});

      cluster.hold();
      await cluster.release();
      await cluster.runUntil(() => cluster.view('S1').state.commitIndex === 8, {
        withinMs: 400, what: 'commitIndex 8 of S1',
      });
    });

    scenario('a snapshot may be taken while its last entry is being applied', {
      points: 0.1, servers: 3, snapshotEvery: 3, mustReach: ['snapshot taken'],
    }, async scene => {
      const {cluster} = scene;
      for (const command of 'abcdefgh') await cluster.one(command, {servers: 3});
      for (const server of cluster.servers) {
        const {lastApplied} = cluster.view(server).state;
        await expectSnapshot(scene, server, {
          index: lastApplied - lastApplied % 3, because: 'the service hands over every third state',
        });
      }
    });
  });

  section('§5.4.1', 'a server that has nothing but a snapshot', () => {
    table('it votes as if it had the log', {
      ...WHEN_ASKED, name: 'votes', points: 0.25, servers: 3,
    }, votes, async (scene, {last, granted, because}) => {
      const {cluster} = scene;
      cluster.hold({to: 'S3'});
      await lead(scene, 'S1', '1 1 3 3');
      await cluster.receive('S3', 'S1', snapshotOf(scene, 'S1', 4));

      const {index, term} = placeOf(last);
      await cluster.receive('S3', 'S2', {
        type: 'RequestVote', term: 9, candidateId: 'S2', lastLogIndex: index, lastLogTerm: term,
      });
      cluster.expectVotedFor('S3', granted ? 'S2' : null, {
        source: '§5.4.1',
        text: `S3 has a snapshot that ends with entry 4/3, and no entry behind it. ${granted
          ? 'The candidate is at least as up to date' : 'The candidate is less up to date'}: ` +
          `${because}. lastIncludedIndex and lastIncludedTerm are the end of such a log.`,
      });
    });
  });
});
