/**
 * Clients of one author with servers of another, clients that crash, clocks that drift.
 *
 * Where there is no reference, as in a student's copy, the other author is the same.
 * Paper: §8.
 */
import {UNRELIABLE, lab, scenario, section} from '../../harness/scenario';
import {NEW_LIFE} from './c-because';
import {expectOutcome, get} from './c-operations';
import {BRISK, drawn, work} from './c-workload';

const MIXED = {
  servers: 3, clients: 3, ...BRISK, snapshotBytes: 1_000, conditions: UNRELIABLE,
  faults: ['loss', 'delay'],
} as const;
const TROUBLE = {partitions: true, crashes: true, sharedKeys: true} as const;

lab('7c', 'service', () => {
  section('§8', 'with the other half from somebody else', () => {
    scenario('your servers get on with another client', {
      ...MIXED, points: 0.1, name: 'another-client', reference: 'clients',
    }, scene => work(scene, TROUBLE));

    scenario('your client gets on with other servers', {
      ...MIXED, points: 0.1, name: 'other-servers', reference: 'servers',
    }, scene => work(scene, TROUBLE));
  });

  section('§8', 'clients that are not as they should be', () => {
    scenario('a client that starts anew is not taken for its former life', {
      servers: 3, clients: 2, points: 0.1, name: 'new-life',
    }, async ({clients, world}) => {
      for (const text of ['a', 'b']) await clients.append('C1', 'x', text);
      clients.crash('C1');
      await clients.restart('C1');
      for (const text of ['c', 'd', 'e']) await clients.append('C1', 'x', text);

      const outcome = await clients.get('C2', 'x');
      const told = {who: 'C2', operation: get('x'), outcome, atMs: world.nowMs};
      expectOutcome(told, 'abcde', NEW_LIFE);
    });

    scenario('a client that crashes leaves nothing half done, and nothing done twice', {
      servers: 3, clients: 3, ...BRISK, conditions: UNRELIABLE, faults: ['loss', 'delay'],
      points: 0.1, name: 'client-crashes',
    }, async scene => {
      const {cluster, clients, chance} = scene;
      for (let n = 0; n < 10; n++) {
        for (const client of clients.names) {
          if (clients.isIdle(client)) clients.begin(client, drawn(scene, client, {n}));
        }
        await cluster.runFor(chance.between(0, 60));
        const crashed = chance.pick(clients.names);
        clients.crash(crashed);
        await clients.restart(crashed);
      }
      await clients.finish();
    });

    scenario('clocks that run fast and slow keep nobody from being answered', {
      servers: 3, clients: 3, ...BRISK, conditions: UNRELIABLE, faults: ['loss', 'delay'],
      points: 0.1, name: 'drifting-clocks',
    }, async scene => {
      const {cluster, clients, world} = scene;
      for (const [n, rate] of [0.5, 2, 1].entries()) {
        world.setClock(clients.names[n] ?? '', {rate});
        cluster.driftClock(cluster.servers[n] ?? '', {rate: 1.5 - rate / 2});
      }
      await work(scene, {sharedKeys: true});
    });
  });
});
