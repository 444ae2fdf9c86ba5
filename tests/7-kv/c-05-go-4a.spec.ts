/**
 * The Go labs' 4A by name: clients at work while everything may fail, without snapshots.
 *
 * Paper: §8. Every history is checked for linearizability when its scenario is over.
 * Source: Go labs, kvraft.
 */
import {LabFailure, UNRELIABLE, lab, scenario, section} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {ALL_ONCE, NOT_BEFORE_HEALED, SPEED} from './c-because';
import {append, get, set} from './c-operations';
import {expectAppendsOnce, expectSpeed} from './c-totals';
import {BRISK, work} from './c-workload';
import type {Trouble} from './c-workload';

const FIVE = {servers: 5, clients: 5, ...BRISK} as const;
const ONE_OF_FIVE = {...FIVE, clients: 1} as const;
const UNRELIABLE_NET = {
  conditions: UNRELIABLE, faults: ['loss', 'delay'],
} satisfies Partial<ScenarioOptions>;

/** A scenario of Go's GenericTest. */
function generic(
  title: string, options: ScenarioOptions & {readonly name: string}, trouble: Trouble = {},
): void {
  scenario(title, options, scene => work(scene, trouble));
}

lab('7c', 'service', () => {
  section('§8', 'clients at work', () => {
    generic('Basic: one client is answered as if there were one server', {
      ...ONE_OF_FIVE, points: 0.05, name: 'basic',
    });

    scenario('Speed: an operation takes a round trip, not a heartbeat', {
      servers: 3, clients: 1, points: 0.15, name: 'speed',
    }, async scene => {
      await expectSpeed(scene, {operations: scene.isFullLength ? 1_000 : 60, because: SPEED});
    });

    generic('Concurrent: five clients at once are answered as if there were one server', {
      ...FIVE, points: 0.1, name: 'concurrent',
    }, {sharedKeys: true});

    generic('Unreliable: so they are if requests and results are lost', {
      ...FIVE, ...UNRELIABLE_NET, points: 0.1, name: 'unreliable',
    }, {sharedKeys: true});

    scenario('UnreliableOneKey: many append to one key, and each text is there once, in order', {
      servers: 3, clients: 5, ...BRISK, ...UNRELIABLE_NET, points: 0.1, name: 'unreliable-one-key',
    }, async scene => {
      const {clients} = scene;
      const times = scene.isFullLength ? 10 : 6;
      await clients.each({times, withinMs: 30_000}, (client, n) => append('k', `${client}.${n} `));
      const value = await clients.get('C1', 'k');
      expectAppendsOnce(scene, {value: value ?? '', times, because: ALL_ONCE});
    });
  });

  section('§8', 'clients at work, servers divided', () => {
    scenario('OnePartition: the smaller side answers nobody, the larger one everybody', {
      servers: 5, clients: 3, ...BRISK, points: 0.2, name: 'one-partition',
    }, async ({cluster, clients, world}) => {
      await clients.set('C1', 'k', '13');
      const leader = await cluster.checkOneLeader();
      const [friend = '', ...larger] = cluster.others(leader);

      cluster.partition([leader, friend], larger);
      clients.connect('C1', ...larger);
      for (const client of ['C2', 'C3']) clients.connect(client, leader, friend);
      await clients.set('C1', 'k', '14');
      const write = clients.begin('C2', set('k', '15'));
      const read = clients.begin('C3', get('k'));
      await cluster.runFor(1_000);
      for (const {isOver, client} of [write, read]) {
        if (!isOver) continue;
        throw new LabFailure({
          kind: 'contract',
          claim: `${client} was answered by one of ${leader} and ${friend} — two of five servers ` +
            'decide nothing.',
          facts: [{who: client, what: 'was answered', atMs: world.nowMs}], why: NOT_BEFORE_HEALED,
        });
      }
      await clients.set('C1', 'k', '16');

      cluster.heal();
      await clients.finish({withinMs: 3_000}, [write, read]);
      await clients.get('C1', 'k');
    });

    generic('ManyPartitionsOneClient: one client works on while servers are divided anew', {
      ...ONE_OF_FIVE, points: 0.05, name: 'many-partitions-one-client',
    }, {partitions: true, iterations: 2});

    generic('ManyPartitionsManyClients: so do five clients', {
      ...FIVE, points: 0.1, name: 'many-partitions-many-clients',
    }, {partitions: true, iterations: 2, sharedKeys: true});
  });

  section('§8', 'clients at work, servers restarted', () => {
    generic('PersistOneClient: what one client was told outlives a restart of all servers', {
      ...ONE_OF_FIVE, points: 0.05, name: 'persist-one-client', mustReach: ['restart'],
    }, {crashes: true});

    generic('PersistConcurrent: so does what five were told', {
      ...FIVE, points: 0.05, name: 'persist-concurrent', mustReach: ['restart'],
    }, {crashes: true, sharedKeys: true});

    generic('PersistConcurrentUnreliable: and if messages are lost', {
      ...FIVE, ...UNRELIABLE_NET, points: 0.05, name: 'persist-concurrent-unreliable',
    }, {crashes: true, sharedKeys: true});

    generic('PersistPartition: and if servers are divided', {
      ...FIVE, points: 0.05, name: 'persist-partition',
    }, {crashes: true, partitions: true, sharedKeys: true});

    generic('PersistPartitionUnreliable: and both', {
      ...FIVE, ...UNRELIABLE_NET, points: 0.05, name: 'persist-partition-unreliable',
    }, {crashes: true, partitions: true});

    generic('PersistPartitionUnreliableLinearizable: seven servers, fifteen clients, all at once', {
      ...FIVE, ...UNRELIABLE_NET, servers: 7, clients: 15, points: 0.1,
      name: 'persist-partition-unreliable-linearizable',
    }, {crashes: true, partitions: true, sharedKeys: true});
  });
});
