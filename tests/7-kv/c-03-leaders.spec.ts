/**
 * Who may answer, and when: leaders, those that are no longer, and those that never were.
 *
 * Paper: §8.
 */
import {LabFailure, lab, scenario, section} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import {ANOTHER_ENTRY, HINT, IN_THE_PAST, LATEST, NO_ENTRY, NOT_YET} from './c-because';
import {expectOutcome} from './c-operations';
import {append, get, set} from './c-operations';
import {PlayedClient} from './c-played-client';
import {letLead} from './c-workload';

const THREE = {servers: 3, clients: 0} as const;
const FIVE = {servers: 5, clients: 1} as const;

lab('7c', 'service', () => {
  section('§8', 'leaders and others', () => {
    scenario('a follower that refuses a client names the leader', {
      ...THREE, points: 0.1, name: 'names-the-leader',
    }, async scene => {
      const ann = new PlayedClient(scene);
      const leader = await scene.cluster.checkOneLeader();
      await scene.cluster.runFor(100);

      for (const [n, follower] of scene.cluster.others(leader).entries()) {
        ann.ask(follower, {serial: 2 * n + 1, operation: set('x', 'a')});
        ann.ask(follower, {serial: 2 * n + 2, operation: get('x')});
        await scene.cluster.runFor(100);
        expectHints(ann, [2 * n + 1, 2 * n + 2], leader);
      }
    });

    scenario('a server that knows no leader says so, and never names itself', {
      ...THREE, points: 0.1, name: 'knows-no-leader',
    }, async scene => {
      const ann = new PlayedClient(scene);
      const leader = await scene.cluster.checkOneLeader();
      scene.cluster.isolate(...scene.cluster.servers);
      await scene.cluster.runFor(3_000);

      for (const [n, server] of scene.cluster.others(leader).entries()) {
        ann.ask(server, {serial: n + 1, operation: set('x', 'a')});
        await scene.cluster.runFor(50);
        expectHints(ann, [n + 1], leader, server);
      }
    });

    scenario('a write is not answered before a majority has it', {
      ...FIVE, points: 0.2, name: 'not-before-a-majority',
    }, async scene => {
      const {cluster, clients} = scene;
      const ann = new PlayedClient(scene);
      const leader = await cluster.checkOneLeader();
      const [friend = '', ...rest] = cluster.others(leader);

      cluster.partition([leader, friend], rest);
      ann.ask(leader, {serial: 1, operation: set('x', 'a')});
      await cluster.runFor(2_000);
      ann.expectNotDone(1, 'no majority has the entry yet', NOT_YET);

      clients.connect('C1', ...rest);
      expectRead(scene, await clients.get('C1', 'x'), null);
      cluster.heal();
      const next = await cluster.checkOneLeader();
      await ann.perform(next, {serial: 1, operation: set('x', 'a')});
      expectRead(scene, await clients.get('C1', 'x'), 'a');
    });

    scenario('who waits for an entry is not answered with another one at its index', {
      ...FIVE, points: 0.2, name: 'another-entry', mustReach: ['entry overwritten'],
    }, async scene => {
      const {cluster, clients} = scene;
      const waiting = ['ann', 'bob', 'eve'].map(name => new PlayedClient(scene, name));
      const first = await cluster.checkOneLeader();
      const rest = cluster.others(first);

      cluster.isolate(first);
      for (const one of waiting) one.ask(first, {serial: 1, operation: append(one.name, 'lost')});
      clients.connect('C1', ...rest);
      for (const value of ['a', 'b', 'c']) await clients.append('C1', 'x', value);
      cluster.heal();
      await clients.append('C1', 'x', 'd');
      await cluster.runFor(500);

      for (const one of waiting) {
        one.expectNotDone(1, 'its entry was overwritten by another', ANOTHER_ENTRY);
      }
      for (const one of waiting) {
        expectOutcome({
          who: 'C1', operation: get(one.name), outcome: await clients.get('C1', one.name),
          atMs: cluster.nowMs,
        }, null, ANOTHER_ENTRY);
      }
    });

    scenario('a leader that was cut off does not answer a read with the past', {
      ...FIVE, points: 0.2, name: 'reads-the-past',
    }, async scene => {
      const {cluster, clients} = scene;
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      await clients.set('C1', 'x', 'old');
      const first = await cluster.checkOneLeader();

      cluster.isolate(first);
      clients.connect('C1', ...cluster.others(first));
      await clients.set('C1', 'x', 'new');
      ann.ask(first, {serial: 1, operation: get('x')});
      bob.ask(first, {serial: 1, operation: set('y', 'b')});
      await cluster.runFor(1_000);
      for (const one of [ann, bob]) {
        one.expectNotDone(1, 'cut off, it cannot know what others have written', IN_THE_PAST);
      }

      cluster.heal();
      await cluster.runFor(500);
      ann.expectNotDone(1, 'it leads no longer', IN_THE_PAST);
    });

    scenario('a new leader reads what the last one had committed', {
      ...THREE, points: 0.2, name: 'reads-what-was-committed',
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const first = await cluster.checkOneLeader();

      ann.ask(first, {serial: 1, operation: set('x', 'a')});
      await ann.waitFor(1);
      cluster.crash(first);
      const second = await cluster.checkOneLeader();

      const because = LATEST;
      await ann.expect(second, {serial: 2, operation: get('x')}, {outcome: 'a', because});
    });

    scenario('a leader that has waited in vain goes on when it is back', {
      ...FIVE, points: 0.1, name: 'waited-in-vain',
    }, async scene => {
      const {cluster, clients} = scene;
      const first = await cluster.checkOneLeader();
      const [friend = '', ...rest] = cluster.others(first);
      const guests = ['ann', 'bob', 'eve'].map(name => new PlayedClient(scene, name));
      const reader = new PlayedClient(scene, 'reader');

      cluster.partition([first, friend], rest);
      for (const guest of guests) guest.ask(first, {serial: 1, operation: append('x', 'a')});
      reader.ask(first, {serial: 1, operation: get('x')});
      await cluster.runFor(2_000);
      cluster.heal();
      const next = await cluster.checkOneLeader();
      for (const guest of guests) {
        await guest.perform(next, {serial: 1, operation: append('x', 'a')});
      }

      await letLead(scene, first);
      await clients.append('C1', 'x', 'b');
      expectOutcome({
        who: 'C1', operation: get('x'), outcome: await clients.get('C1', 'x'),
        atMs: cluster.nowMs,
      }, 'aaab', LATEST);
    });

    scenario('reads add nothing to the log', {
      servers: 3, clients: 1, points: 0.1, name: 'reads-add-nothing',
    }, async ({cluster, clients}) => {
      await clients.set('C1', 'x', 'a');
      const leader = await cluster.checkOneLeader();
      const before = cluster.view(leader).log.length;

      for (const key of ['x', 'y', 'x', 'y', 'x', 'y']) await clients.get('C1', key);
      const added = cluster.view(leader).log.length - before;
      if (added === 0) return;
      throw new LabFailure({
        kind: 'cost',
        claim: `Too many entries: ${added}, at most 0 allowed for 6 reads.`,
        facts: [{who: leader, what: `log of ${before + added} entries`, atMs: cluster.nowMs}],
        why: NO_ENTRY,
      });
    });
  });
});

/** A server may keep silent; if it refuses, it names the leader it follows, or nobody. */
function expectHints(
  client: PlayedClient, serials: readonly number[], leader: ServerId, lonely?: ServerId,
): void {
  for (const {from, answer, atMs} of serials.flatMap(serial => client.answers(serial))) {
    const hint = answer.ok ? undefined : answer.leaderHint;
    if (lonely === undefined ? hint === leader : hint === null || hint === leader) continue;
    const must = lonely === undefined ? `it follows ${leader}, and must say so` :
      `it leads nobody, and the last leader it knew was ${leader}`;
    throw new LabFailure({
      kind: 'contract',
      claim: `${from} answered ${client.name} with ${JSON.stringify(answer)} — ${must}.`,
      facts: [{who: from, what: `answered ${JSON.stringify(answer)}`, atMs}],
      why: HINT,
    });
  }
}

function expectRead({world}: Scene, outcome: string | null, wanted: string | null): void {
  expectOutcome({who: 'C1', operation: get('x'), outcome, atMs: world.nowMs}, wanted, NOT_YET);
}
