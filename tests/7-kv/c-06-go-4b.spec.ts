/**
 * The Go labs' 4B by name: the same with snapshots, so that logs stay short.
 *
 * Paper: §7, §8. Every history is checked for linearizability when its scenario is over.
 * Source: Go labs, kvraft.
 */
import {LabFailure, UNRELIABLE, lab, scenario, section} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {NOT_EACH_TIME, NO_LIMIT, SPEED} from './c-because';
import {get, set} from './c-operations';
import {expectSmallSnapshots, expectSpeed, expectStoredAtMost} from './c-totals';
import {BRISK, work} from './c-workload';
import type {Trouble} from './c-workload';

const LIMIT = {snapshotBytes: 1_000};
const FIVE = {servers: 5, clients: 5, ...BRISK, ...LIMIT} as const;
const UNRELIABLE_NET = {
  conditions: UNRELIABLE, faults: ['loss', 'delay'],
} satisfies Partial<ScenarioOptions>;

/** A scenario of Go's GenericTest, in which snapshots are taken and disks stay small. */
function generic(
  title: string, options: ScenarioOptions & {readonly name: string}, trouble: Trouble,
): void {
  scenario(title, options, async scene => {
    await work(scene, trouble);
    await scene.cluster.runFor(500);
    const {clients} = scene;
    // What there is to remember of each client grows with their number, and is not to be cut.
    expectStoredAtMost(scene, {snapshotBytes: LIMIT.snapshotBytes + 100 * clients.names.length});
  });
}

lab('7c', 'service', () => {
  section('§7', 'snapshots of the store', () => {
    scenario('SnapshotRPC: a server that was away gets the state, not the history', {
      servers: 3, clients: 2, ...BRISK, ...LIMIT, points: 0.15, name: 'snapshot-rpc',
      mustReach: ['snapshot installed'],
    }, async scene => {
      const {cluster, clients} = scene;
      await clients.set('C1', 'a', 'A');
      const leader = await cluster.checkOneLeader();
      const [away = '', other = ''] = cluster.others(leader);

      cluster.partition([leader, other], [away]);
      await clients.each({times: 30}, (client, n) => set(`${n}`, `${n} of ${client}`));
      await cluster.runFor(300);
      await clients.set('C1', 'b', 'B');
      expectStoredAtMost(scene, LIMIT);

      // Now the one that was away is needed for a majority.
      cluster.partition([leader, away], [other]);
      clients.connect('C1', leader, away);
      clients.connect('C2', leader, away);
      await clients.set('C1', 'c', 'C');
      await clients.set('C2', 'd', 'D');
      for (const key of ['a', 'b', '1', '14']) await clients.get('C1', key);

      cluster.heal();
      await clients.set('C2', 'e', 'E');
      for (const key of ['c', 'e', '1']) await clients.get('C1', key);
    });

    scenario('SnapshotSize: many writes to one key leave a small log and a small snapshot', {
      servers: 3, clients: 1, ...LIMIT, points: 0.15, name: 'snapshot-size',
      mustReach: ['snapshot taken'],
    }, async scene => {
      const times = scene.isFullLength ? 800 : 80;
      await scene.clients.each({times, withinMs: 60_000}, (_client, n) =>
        n % 2 === 0 ? set('x', `${n / 2 % 2}`.padEnd(100, '.')) : get('x'));
      await scene.cluster.runFor(200);

      expectStoredAtMost(scene, LIMIT);
      await expectSmallSnapshots(scene, {most: 500});
    });

    scenario('Speed4B: snapshots do not slow a client down', {
      servers: 3, clients: 1, ...LIMIT, points: 0.05, name: 'speed-4b',
    }, async scene => {
      await expectSpeed(scene, {operations: scene.isFullLength ? 1_000 : 40, because: SPEED});
    });

    scenario('a large state is not saved anew for each entry', {
      servers: 1, clients: 1, ...LIMIT, points: 0.1, name: 'large-state',
      mustReach: ['snapshot taken'],
    }, async ({cluster, clients, world}) => {
      const taken = {count: 0, bytesAfterLast: 0};
      await clients.set('C1', 'large', 'a'.repeat(4_000));
      world.observe({
        effect: (_box, effect) => {
          const bytes = world.storedBytes('S1');
          if (effect.kind === 'rewrite') taken.bytesAfterLast = bytes;
          if (effect.kind !== 'changed' || !('lastIncludedIndex' in fieldsOf(effect))) return;
          // How soon more is stored than is wanted depends on the form of the records, too.
          if (bytes < 1.25 * taken.bytesAfterLast) taken.count++;
        },
      });
      const entries = 60;
      await clients.each({times: entries}, (_client, n) => set('small', `${n}`));
      const most = entries / 3;
      if (taken.count <= most) return;
      throw new LabFailure({
        kind: 'cost',
        claim: `Too many snapshots: ${taken.count} of a disk that had hardly grown, at most ` +
          `${most} allowed for ${entries} entries.`,
        facts: [{who: 'S1', what: `took ${taken.count} such snapshots`, atMs: cluster.nowMs}],
        why: NOT_EACH_TIME,
      });
    });

    scenario('where no limit is set, no snapshot is taken', {
      servers: 1, clients: 1, points: 0.05, name: 'no-limit',
    }, async ({cluster, clients}) => {
      await clients.each({times: 40}, (_client, n) => set('x', `${n}`.padEnd(200, '.')));
      cluster.expectSame('S1', 'lastIncludedIndex',
        cluster.view('S1').state.lastIncludedIndex, 0, NO_LIMIT);
    });
  });

  section('§7', 'at work with snapshots', () => {
    generic('SnapshotRecover: what one client was told outlives a restart from snapshots', {
      ...FIVE, clients: 1, points: 0.05, name: 'snapshot-recover', mustReach: ['restart'],
    }, {crashes: true});

    generic('SnapshotRecoverManyClients: so does what twenty were told', {
      ...FIVE, clients: 20, points: 0.05, name: 'snapshot-recover-many-clients',
    }, {crashes: true, sharedKeys: true});

    generic('SnapshotUnreliable: messages are lost, and logs are short', {
      ...FIVE, ...UNRELIABLE_NET, points: 0.05, name: 'snapshot-unreliable',
    }, {});

    generic('SnapshotUnreliableRecover: and servers are restarted', {
      ...FIVE, ...UNRELIABLE_NET, points: 0.05, name: 'snapshot-unreliable-recover',
    }, {crashes: true, sharedKeys: true});

    generic('SnapshotUnreliableRecoverConcurrentPartition: and divided', {
      ...FIVE, ...UNRELIABLE_NET, points: 0.1,
      name: 'snapshot-unreliable-recover-concurrent-partition',
    }, {crashes: true, partitions: true});

    generic('SnapshotUnreliableRecoverConcurrentPartitionLinearizable: and all of it at once', {
      ...FIVE, ...UNRELIABLE_NET, servers: 7, clients: 15, points: 0.1,
      name: 'snapshot-linearizable',
    }, {crashes: true, partitions: true, sharedKeys: true});
  });
});

function fieldsOf({fields}: {readonly fields: string}): object {
  return JSON.parse(fields) as object;
}
