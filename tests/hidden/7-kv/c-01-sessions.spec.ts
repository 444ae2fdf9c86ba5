/**
 * Sessions that are many, old, or alike; requests that a leader took and lost.
 *
 * Paper: §8; §7 for snapshots.
 */
import {hiddenLab, scenario, section} from '../../../harness/scenario';
import {ANOTHER_ENTRY, EACH_ITS_OWN, NEVER_FORGOTTEN, ONCE} from '../../7-kv/c-because';
import {append, get, set} from '../../7-kv/c-operations';
import {PlayedClient} from '../../7-kv/c-played-client';
import {letLead} from '../../7-kv/c-workload';

const ALONE = {servers: 1, clients: 0} as const;

hiddenLab('7c', 'service', () => {
  section('§8', 'many sessions', () => {
    scenario('a session outlives three hundred others, and snapshots of them all', {
      ...ALONE, points: 1, name: 'three-hundred-sessions', snapshotBytes: 4_000,
      mustReach: ['snapshot taken', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      await cluster.checkOneLeader();
      await ann.perform('S1', {serial: 1, operation: append('x', 'a')});
      for (let n = 0; n < 300; n++) {
        const guest = new PlayedClient(scene, `guest${n}`);
        await guest.perform('S1', {serial: 1, operation: set('y', `${n}`)});
      }
      cluster.crash('S1');
      await cluster.restart('S1');
      await cluster.checkOneLeader();

      const because = NEVER_FORGOTTEN;
      await ann.expect('S1', {serial: 1, operation: append('x', 'a')}, {outcome: 1, because});
      await ann.expect('S1', {serial: 2, operation: get('x')}, {outcome: 'a', because});
    });

    scenario('a copy of a request of long ago changes nothing, however old it is', {
      ...ALONE, points: 1, name: 'very-late-copies',
    }, async scene => {
      const ann = new PlayedClient(scene);
      await scene.cluster.checkOneLeader();
      for (let serial = 1; serial <= 40; serial++) {
        await ann.perform('S1', {serial, operation: append('x', `${serial % 10}`)});
      }
      const text = Array.from({length: 40}, (_, n) => (n + 1) % 10).join('');
      for (let serial = 39; serial >= 1; serial -= 2) {
        ann.ask('S1', {serial, operation: append('x', `${serial % 10}`)});
        await scene.cluster.runFor(20);
      }
      await ann.expect('S1', {serial: 41, operation: get('x')}, {outcome: text, because: ONCE});
    });

    scenario('clients whose names are almost the same are not the same client', {
      ...ALONE, points: 1, name: 'alike',
    }, async scene => {
      const stem = 'C1-2f9d1c6e-58a4-4b1e-9c1f-7b8f0a3d6e5';
      const names = [stem, `${stem}1`, `${stem}2`, `${stem}1 `, stem.toLowerCase(), 'c1', 'C1'];
      await scene.cluster.checkOneLeader();
      for (const [n, name] of [...new Set(names)].entries()) {
        const client = new PlayedClient(scene, name);
        const question = {serial: 1, operation: append('x', 'a')};
        await client.expect('S1', question, {outcome: n + 1, because: EACH_ITS_OWN});
      }
    });

    scenario('values may be long, and keys alike', {
      ...ALONE, points: 1, name: 'long-values', snapshotBytes: 30_000,
      mustReach: ['snapshot taken', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const keys = ['é', 'e\u0301', 'K', '\u212a', 'k', ' k', 'k '];
      await cluster.checkOneLeader();
      for (const [n, key] of keys.entries()) {
        await ann.perform('S1', {serial: n + 1, operation: set(key, `${n}`.repeat(10_000))});
      }
      cluster.crash('S1');
      await cluster.restart('S1');
      await cluster.checkOneLeader();
      for (const [n, key] of keys.entries()) {
        const question = {serial: 20 + n, operation: append(key, 'end')};
        await ann.expect('S1', question, {outcome: 10_003, because: EACH_ITS_OWN});
      }
    });
  });

  section('§8', 'lost and asked again', () => {
    // S1 takes the request, is cut off, and its entry is overwritten. Then S1 leads once more.
    scenario('a request that a leader took and lost is done when it is asked for again', {
      servers: 3, clients: 0, points: 2, name: 'taken-and-lost',
      mustReach: ['entry overwritten', 're-election'],
    }, async scene => {
      const {cluster} = scene;
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      const first = await cluster.checkOneLeader();
      await bob.perform(first, {serial: 1, operation: set('y', 'b')});

      cluster.isolate(first);
      ann.ask(first, {serial: 1, operation: append('x', 'a')});
      ann.ask(first, {serial: 1, operation: append('x', 'a')});
      const next = await cluster.checkOneLeader();
      await bob.perform(next, {serial: 2, operation: append('y', 'b')});
      await bob.perform(next, {serial: 3, operation: append('y', 'b')});
      cluster.heal();
      await bob.perform(next, {serial: 4, operation: append('y', 'b')});
      await cluster.runFor(500);
      ann.expectNotDone(1, 'its entry was overwritten by another', ANOTHER_ENTRY);

      await letLead(scene, first);
      const because = ANOTHER_ENTRY;
      await ann.expect(first, {serial: 1, operation: append('x', 'a')}, {outcome: 1, because});
      await bob.expect(first, {serial: 5, operation: get('x')}, {outcome: 'a', because});
    });

    scenario('a request that no majority took is done when the same leader is asked again', {
      servers: 5, clients: 0, points: 1, name: 'taken-and-waiting',
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const leader = await cluster.checkOneLeader();
      cluster.hold({to: leader, type: 'AppendEntriesResults'});
      for (let copy = 0; copy < 3; copy++) {
        ann.ask(leader, {serial: 1, operation: append('x', 'a')});
        await cluster.runFor(30);
      }
      cluster.hold();
      cluster.dropHeld();
      await ann.expect(leader, {serial: 1, operation: append('x', 'a')}, {
        outcome: 1, because: ONCE,
      });
      await ann.expect(leader, {serial: 2, operation: get('x')}, {outcome: 'a', because: ONCE});
    });
  });
});
