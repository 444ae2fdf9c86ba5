/**
 * A request may arrive twice, anywhere and at any time; what it asks for is done once.
 *
 * Paper: §8; §7 for snapshots.
 */
import {lab, scenario, section} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import {letLead} from './c-workload';
import type {ServerId} from '../../harness/raft/messages';
import {
  EACH_ITS_OWN, IN_THE_SNAPSHOT, NEVER_FORGOTTEN, NO_SESSION, ONCE, ONE_LOG, READ_ANEW,
} from './c-because';
import {expectOutcome} from './c-operations';
import {append, compareAndSet, get, remove, set} from './c-operations';
import {PlayedClient} from './c-played-client';

const ALONE = {servers: 1, clients: 0} as const;
const THREE = {servers: 3, clients: 0} as const;

lab('7c', 'service', () => {
  section('§8', 'done once', () => {
    scenario('a retry of what is done gets the same outcome, and does nothing', {
      ...ALONE, points: 0.15, name: 'retried',
    }, async scene => {
      const ann = new PlayedClient(scene);
      await scene.cluster.checkOneLeader();

      await ann.perform('S1', {serial: 1, operation: append('x', 'a')});
      await ann.expect('S1', {serial: 1, operation: append('x', 'a')}, {outcome: 1, because: ONCE});

      await ann.perform('S1', {serial: 2, operation: remove('x')});
      await ann.expect('S1', {serial: 2, operation: remove('x')}, {outcome: true, because: ONCE});
      await ann.expect('S1', {serial: 3, operation: get('x')}, {outcome: null, because: ONCE});
    });

    scenario('a compare-and-set that is retried does not fail over its own work', {
      ...ALONE, points: 0.1, name: 'compare-and-set-retried',
    }, async scene => {
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      const take = compareAndSet('lock', {expected: null, value: 'ann'});
      await scene.cluster.checkOneLeader();

      await ann.perform('S1', {serial: 1, operation: take});
      await ann.expect('S1', {serial: 1, operation: take}, {outcome: true, because: ONCE});

      await bob.perform('S1', {serial: 1, operation: remove('lock')});
      await ann.expect('S1', {serial: 1, operation: take}, {outcome: true, because: ONCE});
      await bob.expect('S1', {serial: 2, operation: get('lock')}, {outcome: null, because: ONCE});
    });

    scenario('a copy that comes after the next operation changes nothing', {
      ...ALONE, points: 0.15, name: 'late-copy',
    }, async scene => {
      const ann = new PlayedClient(scene);
      await scene.cluster.checkOneLeader();
      await ann.perform('S1', {serial: 1, operation: set('x', 'old')});
      await ann.perform('S1', {serial: 2, operation: set('x', 'new')});

      ann.ask('S1', {serial: 1, operation: set('x', 'old')});
      await scene.cluster.runFor(100);

      await ann.expect('S1', {serial: 3, operation: get('x')}, {outcome: 'new', because: ONCE});
    });

    scenario('two requests of one operation that wait together are one operation', {
      ...THREE, points: 0.15, name: 'waiting-together',
    }, async scene => {
      const ann = new PlayedClient(scene);
      const leader = await scene.cluster.checkOneLeader();

      const question = {serial: 1, operation: append('x', 'a')};
      for (let copy = 0; copy < 3; copy++) ann.ask(leader, question);
      await ann.waitFor(1);
      await scene.cluster.runFor(100);

      ann.expectOneOutcome(1, ONE_LOG);
      await ann.expect(leader, {serial: 2, operation: get('x')}, {outcome: 'a', because: ONE_LOG});
    });

    scenario('an entry that the last leader left and its copy by the next are one operation', {
      ...THREE, points: 0.15, name: 'left-by-the-last-leader',
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const first = await cluster.checkOneLeader();
      await cluster.runFor(100);

      cluster.hold({to: first, type: 'AppendEntriesResults'});
      ann.ask(first, {serial: 1, operation: append('x', 'a')});
      await cluster.runFor(20);
      cluster.crash(first);
      cluster.hold();
      const second = await cluster.checkOneLeader();
      ann.ask(second, {serial: 1, operation: append('x', 'a')});
      await ann.waitFor(1);

      await ann.expect(second, {serial: 2, operation: get('x')}, {outcome: 'a', because: ONE_LOG});
    });

    scenario('clients count for themselves: the same number is another operation', {
      ...ALONE, points: 0.1, name: 'own-numbers',
    }, async scene => {
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      await scene.cluster.checkOneLeader();

      await ann.perform('S1', {serial: 1, operation: append('x', 'a')});
      const because = EACH_ITS_OWN;
      await bob.expect('S1', {serial: 1, operation: append('x', 'b')}, {outcome: 2, because});
      await ann.expect('S1', {serial: 2, operation: append('x', 'a')}, {outcome: 3, because});
    });

    scenario('a read is never answered with what an earlier one saw', {
      ...ALONE, points: 0.1, name: 'read-anew',
    }, async scene => {
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      await scene.cluster.checkOneLeader();
      await ann.perform('S1', {serial: 1, operation: set('x', 'a')});
      await ann.perform('S1', {serial: 2, operation: get('x')});

      await bob.perform('S1', {serial: 1, operation: set('x', 'b')});

      const because = READ_ANEW;
      await ann.expect('S1', {serial: 3, operation: get('x')}, {outcome: 'b', because});
      await bob.expect('S1', {serial: 2, operation: get('x')}, {outcome: 'b', because});
    });

    scenario('a session is not forgotten, however late the retry, however many ask meanwhile', {
      ...ALONE, points: 0.1, name: 'not-forgotten',
    }, async scene => {
      const ann = new PlayedClient(scene);
      await scene.cluster.checkOneLeader();
      await ann.perform('S1', {serial: 1, operation: append('x', 'a')});

      for (const name of Array.from({length: 12}, (_, n) => `guest${n}`)) {
        await new PlayedClient(scene, name).perform('S1', {serial: 1, operation: set(name, 'b')});
      }
      await scene.cluster.runFor(90_000);

      const because = NEVER_FORGOTTEN;
      await ann.expect('S1', {serial: 1, operation: append('x', 'a')}, {outcome: 1, because});
      await ann.expect('S1', {serial: 2, operation: get('x')}, {outcome: 'a', because});
    });

    scenario('a command without a session is done each time', {
      ...ALONE, points: 0.1, name: 'no-session',
    }, async scene => {
      await scene.cluster.checkOneLeader();

      for (let length = 1; length <= 3; length++) await appendWithoutSession(scene, 'S1', length);
    });
  });

  section('§7', 'sessions across restarts', () => {
    scenario('a session outlives its server: the log brings it back', {
      ...ALONE, points: 0.1, name: 'log-brings-it-back',
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      await cluster.checkOneLeader();
      await ann.perform('S1', {serial: 1, operation: append('x', 'a')});

      cluster.crash('S1');
      await cluster.restart('S1');
      await cluster.checkOneLeader();

      await ann.expect('S1', {serial: 1, operation: append('x', 'a')}, {outcome: 1, because: ONCE});
      await ann.expect('S1', {serial: 2, operation: get('x')}, {outcome: 'a', because: ONCE});
    });

    scenario('a session outlives the log: the snapshot brings it back', {
      ...ALONE, points: 0.15, name: 'snapshot-brings-it-back',
      snapshotBytes: 1_000, mustReach: ['snapshot taken', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      await cluster.checkOneLeader();
      await ann.perform('S1', {serial: 1, operation: append('x', 'a')});
      await fill(scene, 'S1');

      cluster.crash('S1');
      await cluster.restart('S1');
      await cluster.checkOneLeader();

      const because = IN_THE_SNAPSHOT;
      await ann.expect('S1', {serial: 1, operation: append('x', 'a')}, {outcome: 1, because});
      await ann.expect('S1', {serial: 2, operation: get('x')}, {outcome: 'a', because});
    });

    scenario('a session travels with a snapshot to a server that was away', {
      ...THREE, points: 0.15, name: 'travels-with-a-snapshot',
      snapshotBytes: 1_000, mustReach: ['snapshot installed'],
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const leader = await cluster.checkOneLeader();
      const [away = ''] = cluster.others(leader);
      await ann.perform(leader, {serial: 1, operation: set('x', 'a')});
      await cluster.runFor(100);

      cluster.isolate(away);
      await ann.perform(leader, {serial: 2, operation: remove('x')});
      await ann.perform(leader, {serial: 3, operation: append('y', 'a')});
      await fill(scene, leader);
      cluster.heal();
      await letLead(scene, away);

      const because = IN_THE_SNAPSHOT;
      await ann.expect(away, {serial: 3, operation: append('y', 'a')}, {outcome: 1, because});
      await ann.expect(away, {serial: 4, operation: get('y')}, {outcome: 'a', because});
      await ann.expect(away, {serial: 5, operation: get('x')}, {outcome: null, because});
    });

    scenario('whatever a key or a value is, a snapshot brings it back', {
      ...ALONE, points: 0.05, name: 'odd-keys-in-a-snapshot',
      snapshotBytes: 1_000, mustReach: ['snapshot taken', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const odd = ['', '__proto__', 'constructor', '1', 'ä😀', '\u0000"\\\n'];
      await cluster.checkOneLeader();
      for (const [n, key] of odd.entries()) {
        await ann.perform('S1', {serial: n + 1, operation: set(key, key)});
      }
      await fill(scene, 'S1');

      cluster.crash('S1');
      await cluster.restart('S1');
      await cluster.checkOneLeader();
      for (const [n, key] of odd.entries()) {
        const question = {serial: odd.length + n + 1, operation: get(key)};
        await ann.expect('S1', question, {outcome: key, because: IN_THE_SNAPSHOT});
      }
    });

    scenario('a snapshot holds exactly what was applied up to its index', {
      ...ALONE, points: 0.05, name: 'exact-snapshot',
      snapshotBytes: 500, mustReach: ['snapshot taken', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      await cluster.checkOneLeader();
      for (let length = 1; length <= 30; length++) {
        await appendWithoutSession(scene, 'S1', length);
        if (length % 3 !== 0) continue;
        cluster.crash('S1');
        await cluster.restart('S1');
        await cluster.checkOneLeader();
      }
    });
  });
});

/** Writes enough for a snapshot to be due, and due again. */
async function fill(scene: Scene, server: ServerId): Promise<void> {
  const filler = new PlayedClient(scene, 'filler');
  for (let serial = 1; serial <= 16; serial++) {
    await filler.perform(server, {serial, operation: set('z', `${serial}`.padEnd(100, '.'))});
  }
}

/** As requests come from redis-cli: 'x' grows by one each time. */
async function appendWithoutSession(
  {world}: Scene, server: ServerId, length: number,
): Promise<void> {
  const operation = append('x', 'a');
  const call = world.call(server, 'request', {session: null, operation});
  await world.run(world.nowMs + 5_000, () => call.done);
  const outcome = call.value === undefined ? null
    : (JSON.parse(call.value) as {readonly outcome?: number}).outcome ?? null;
  expectOutcome({who: 'redis-cli', operation, outcome, atMs: world.nowMs}, length, NO_SESSION);
}
