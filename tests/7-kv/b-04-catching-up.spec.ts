/**
 * Stories: who is sent a snapshot, and what a server can do that has nothing else.
 *
 * Paper: §7; Figure 13.
 */
import {lab, scenario, section, table} from '../../harness/scenario';
import type {Row, Scene} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import {expectAllApplied, expectRestored, watchSnapshots} from './b-expectations';
import {giveLog, lead, snapshotOf, WHEN_ASKED} from './b-scene';

const GONE = {
  source: '§7',
  text: 'The leader has discarded the next entry this follower needs. What it still has of it is ' +
    'the snapshot, and the follower can go on from there.',
};
const THERE = {
  source: '§7',
  text: 'A snapshot is large, and a follower takes it only if it must: with the last entry of ' +
    'the snapshot in its log, the entries behind it are all it lacks.',
};

/** Up to its third entry, of term 1, it is discarded. */
const LEADERS_LOG = '1 1 1 3 3 3';

interface NeedCase extends Row {
  /** S3 holds so many entries of the leader's six, of which the first three are discarded. */
  readonly has: number;
  readonly isSent: 'the snapshot' | 'entries';
}

const needs: NeedCase[] = [
  {has: 0, isSent: 'the snapshot', because: 'it has nothing'},
  {has: 2, isSent: 'the snapshot', because: 'one entry that it lacks is discarded'},
  {has: 3, isSent: 'entries',      because: 'its log ends where the snapshot does'},
  {has: 4, isSent: 'entries',      because: 'its log ends behind the snapshot'},
];

lab('7b', 'snapshots', () => {
  section('§7', 'a follower that is behind', () => {
    table('a follower is sent a snapshot only for what the log has lost', {
      ...WHEN_ASKED, name: 'needs', points: 0.2, servers: 3,
    }, needs, async (scene, {has, isSent}) => {
      const {cluster} = scene;
      cluster.hold({to: 'S3'});
      await lead(scene, 'S1', LEADERS_LOG);
      await cluster.takeSnapshot('S1', 3);
      cluster.dropHeld();
      cluster.hold();
      const sent = watchSnapshots(scene);
      await giveLog(scene, 'S3', {
        like: 'S1', log: LEADERS_LOG.split(' ').slice(0, has).join(' '), commitIndex: 0, term: 3,
      });

      await cluster.runUntil(() => cluster.view('S3').state.lastApplied === 6, {
        withinMs: 2_000, what: 'entry 6 at the state machine of S3',
      });
      if (isSent === 'entries') sent.expectAtMost('S3', 0, THERE);
      // A log may keep an entry or two that the snapshot covers, and send them.
      else if (cluster.view('S1').state.lastIncludedIndex > has) expectRestored(scene, 'S3', GONE);
    });

    scenario('a follower that was cut off for long is brought up by a snapshot', {
      points: 0.15, servers: 3, snapshotEvery: 5, mustReach: ['snapshot sent'],
    }, async scene => {
      const {cluster} = scene;
      const leader = await cluster.checkOneLeader();
      const behind = cluster.others(leader)[0] as ServerId;

      cluster.isolate(behind);
      await submitAll(scene, 'abcdefghijkl', 2);

      cluster.heal();
      await cluster.one('m', {servers: 3});
      expectRestored(scene, behind, GONE);
    });

    scenario('a snapshot takes the place of entries that were never committed', {
      points: 0.15, servers: 3, snapshotEvery: 5, mustReach: ['snapshot sent'],
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('a', {servers: 3});
      const old = await cluster.checkOneLeader();

      cluster.isolate(old);
      for (const command of 'xyz') await cluster.submit(old, command);
      await submitAll(scene, 'bcdefghijklm', 2);

      cluster.heal();
      await cluster.one('n', {servers: 3});
      expectRestored(scene, old, GONE);
    });
  });

  section('§7', 'a server that has nothing but a snapshot', () => {
    scenario('it wins an election, leads, and passes the snapshot on', {
      ...WHEN_ASKED, points: 0.2, servers: 5,
    }, async scene => {
      const {cluster} = scene;
      cluster.isolate('S4', 'S5');
      await lead(scene, 'S1', '1 1 3 3');
      cluster.hold({to: 'S4'});
      cluster.heal();
      await cluster.receive('S4', 'S1', snapshotOf(scene, 'S1', 4));
      cluster.crash('S1');
      cluster.dropHeld();
      cluster.hold();

      await cluster.elect('S4', {
        source: '§5.4.1, §7',
        text: 'S4 has a snapshot up to entry 4/3 and no entry behind it: lastLogIndex is 4 and ' +
          'lastLogTerm 3, and nobody has more.',
      });
      const index = await cluster.one('x', {servers: 4});
      expectRestored(scene, 'S5', GONE);
      await cluster.restart('S1');
      await cluster.runFor(500);
      expectAllApplied(scene, index, GONE);
    });

    scenario('a cluster of such servers elects a leader and goes on', {
      ...WHEN_ASKED, points: 0.15, servers: 3, mustReach: ['restart'],
    }, async scene => {
      const {cluster} = scene;
      await submitAll(scene, 'abcd', 3);
      await cluster.runFor(100);
      for (const server of cluster.servers) {
        await cluster.takeSnapshot(server, cluster.view(server).state.lastApplied);
      }

      cluster.crash(...cluster.servers);
      await cluster.restart(...cluster.servers);
      await submitAll(scene, 'efg', 3);
    });
  });
});

async function submitAll({cluster}: Scene, commands: string, servers: number): Promise<void> {
  for (const command of commands) await cluster.one(command, {servers});
}
