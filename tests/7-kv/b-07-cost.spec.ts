/**
 * Stories: a snapshot is large, and is sent about once to a follower that needs it.
 *
 * Paper: §7. How often is not the paper's affair, but that of whoever pays for the network.
 */
import {lab, scenario, section} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';
import {expectAllApplied, watchSnapshots} from './b-expectations';
import {lead, WHEN_ASKED} from './b-scene';

const ONCE: Because = {
  source: '§7',
  text: 'One InstallSnapshot is under way, and is answered in time. Every further one carries ' +
    'the whole state again, and tells the follower nothing.',
};
const SILENT: Because = {
  source: '§5.3, §7',
  text: 'A follower that does not answer is sent the same thing again after rpcTimeoutMs. A ' +
    'heartbeat in between keeps its election timer quiet, and costs next to nothing.',
};

lab('7b', 'snapshots', () => {
  section('§7', 'what a snapshot costs', () => {
    scenario('a snapshot crosses once to a follower that needs it, however slow the answer', {
      ...WHEN_ASKED, points: 0.2, servers: 3, mustReach: ['snapshot installed'],
      conditions: {delayMsMin: 90, delayMsMax: 90},
    }, async scene => {
      const {cluster} = scene;
      cluster.hold({to: 'S3'});
      await lead(scene, 'S1', '1 1 1 1 1 1');
      await cluster.takeSnapshot('S1', 4);
      cluster.dropHeld();
      cluster.hold();
      const sent = watchSnapshots(scene);

      const index = await cluster.one('the last', {servers: 3});
      await cluster.runFor(1_000);
      expectAllApplied(scene, index, ONCE);
      sent.expectAtMost('S3', 2, ONCE);
    });

    scenario('a follower that does not answer is not sent the snapshot with every heartbeat', {
      ...WHEN_ASKED, points: 0.15, servers: 3, mustReach: ['snapshot sent'],
    }, async scene => {
      const {cluster} = scene;
      const {rpcTimeoutMs} = cluster.settings;
      cluster.crash('S3');
      await lead(scene, 'S1', '1 1 1 1 1 1');
      await cluster.takeSnapshot('S1', 6);
      const sent = watchSnapshots(scene);

      await cluster.runFor(15 * rpcTimeoutMs);
      sent.expectAtMost('S3', 17, SILENT);
    });
  });
});
