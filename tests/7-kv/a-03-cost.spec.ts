/**
 * What persistence may cost: bounds in syncs and bytes, whatever the records are like.
 *
 * Paper: §5.1; Figure 2, "State". A disk that is waited for is the slowest thing in the machine.
 */
import {lab, scenario, section} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';
import {DiskMeter} from './a-disk-meter';

const NOTHING_NEW: Because = {
  source: 'Figure 2, "State"',
  text: 'currentTerm, votedFor and log[] are as they were, and so is what the disk holds. A ' +
    'heartbeat that waits for a disk comes late, and somebody stands for election.',
};
const ONE_SYNC: Because = {
  source: 'Figure 2, "State"',
  text: 'A sync makes everything safe that was appended before it, however many records that ' +
    'is. It takes longer than a message to another server and back.',
};

lab('7a', 'persistence', () => {
  section('§5.1', 'what it costs', () => {
    scenario('heartbeats cost the disk nothing', {
      points: 0.2, servers: 3, name: 'heartbeats',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('x', {servers: 3});
      await cluster.runFor(5 * cluster.settings.heartbeatIntervalMs);
      const meter = new DiskMeter(scene);

      await cluster.runFor(30 * cluster.settings.heartbeatIntervalMs);
      const allowance = {
        most: 0, what: '30 heartbeats', why: NOTHING_NEW,
        hint: 'Does `answer` save what has changed, or whatever there is?',
      };
      for (const server of cluster.servers) {
        meter.expectAtMost('syncs', server, allowance);
        meter.expectAtMost('records', server, allowance);
        meter.expectAtMost('bytes', server, allowance);
      }
    });

    scenario('a command costs each server a sync, or a few', {
      points: 0.1, servers: 3, name: 'sync-per-command',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('x', {servers: 3});
      const meter = new DiskMeter(scene);

      for (let n = 0; n < 10; n++) await cluster.one(n, {servers: 3});
      for (const server of cluster.servers) {
        meter.expectAtMost('syncs', server, {
          most: 33, what: '10 commands, one after the other', why: ONE_SYNC,
          hint: 'How many of the records of one input are synced by themselves?',
        });
      }
    });

    scenario('entries that come together are synced together', {
      points: 0.1, servers: 3, name: 'sync-together',
    }, async scene => {
      const {cluster} = scene;
      await cluster.one('x', {servers: 3});
      const leader = await cluster.checkOneLeader();
      const [behind = leader] = cluster.others(leader);
      cluster.isolate(behind);
      for (let n = 0; n < 30; n++) await cluster.submit(leader, n);
      await cluster.one('y', {servers: 2});
      const meter = new DiskMeter(scene);

      cluster.heal();
      await cluster.one('z', {servers: 3});
      meter.expectAtMost('syncs', behind, {
        most: 15, what: '32 entries that were sent together', why: ONE_SYNC,
        hint: 'Is there a sync for each entry?',
      });
    });
  });
});
