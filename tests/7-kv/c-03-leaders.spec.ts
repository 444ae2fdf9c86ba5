/**
 * Who may answer, and when: leaders, those that are no longer, and those that never were.
 *
 * Paper: §8.
 */
import {LabFailure, lab, scenario, section} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import {ANOTHER_ENTRY, HINT, IN_THE_PAST, LATEST, NO_ENTRY, NOT_YET} from './c-because';
import {append, get, set} from './c-operations';
import {PlayedClient} from './c-played-client';
import {letLead} from './c-workload';

const THREE = {servers: 3, clients: 0} as const;
const FIVE = {servers: 5, clients: 0} as const;

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
      const {cluster} = scene;
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      const leader = await cluster.checkOneLeader();
      const [friend = '', ...rest] = cluster.others(leader);

      cluster.partition([leader, friend], rest);
      ann.ask(leader, {serial: 1, operation: set('x', 'a')});
      await cluster.runFor(2_000);
      ann.expectNotDone(1, 'no majority has the entry yet', NOT_YET);

      const next = await cluster.checkOneLeader({among: rest});
      const because = NOT_YET;
      await bob.expect(next, {serial: 1, operation: get('x')}, {outcome: null, because});
      cluster.heal();
      await ann.perform(next, {serial: 1, operation: set('x', 'a')});
      await bob.expect(next, {serial: 2, operation: get('x')}, {outcome: 'a', because});
    });

    scenario('who waits for an entry is not answered with another one at its index', {
      ...FIVE, points: 0.2, name: 'another-entry', mustReach: ['entry overwritten'],
    }, async scene => {
      const {cluster} = scene;
      const waiting = ['ann', 'bob', 'eve'].map(name => new PlayedClient(scene, name));
      const other = new PlayedClient(scene, 'other');
      const first = await cluster.checkOneLeader();

      cluster.isolate(first);
      for (const one of waiting) one.ask(first, {serial: 1, operation: append(one.name, 'lost')});
      const next = await cluster.checkOneLeader();
      for (const serial of [1, 2, 3]) {
        await other.perform(next, {serial, operation: append('x', 'a')});
      }
      cluster.heal();
      await other.perform(next, {serial: 4, operation: append('x', 'a')});
      await cluster.runFor(500);

      for (const one of waiting) {
        one.expectNotDone(1, 'its entry was overwritten by another', ANOTHER_ENTRY);
      }
      for (const [n, {name}] of waiting.entries()) {
        const question = {serial: 5 + n, operation: get(name)};
        await other.expect(next, question, {outcome: null, because: ANOTHER_ENTRY});
      }
    });

    scenario('a leader that was cut off does not answer a read with the past', {
      ...FIVE, points: 0.2, name: 'reads-the-past',
    }, async scene => {
      const {cluster} = scene;
      const [ann, bob] = [new PlayedClient(scene), new PlayedClient(scene, 'bob')];
      const writer = new PlayedClient(scene, 'writer');
      const first = await cluster.checkOneLeader();
      await writer.perform(first, {serial: 1, operation: set('x', 'old')});

      cluster.isolate(first);
      const next = await cluster.checkOneLeader();
      await writer.perform(next, {serial: 2, operation: set('x', 'new')});
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
      const {cluster} = scene;
      const first = await cluster.checkOneLeader();
      const [friend = '', ...rest] = cluster.others(first);
      const guests = ['ann', 'bob', 'eve'].map(name => new PlayedClient(scene, name));
      const reader = new PlayedClient(scene, 'reader');

      cluster.partition([first, friend], rest);
      for (const guest of guests) guest.ask(first, {serial: 1, operation: append('x', 'a')});
      reader.ask(first, {serial: 1, operation: get('x')});
      await cluster.runFor(2_000);
      cluster.heal();
      // Who has stood in vain until now may depose the leader of the others.
      await cluster.runFor(4 * cluster.settings.electionTimeoutMs);
      const next = await cluster.checkOneLeader();
      for (const guest of guests) {
        await guest.perform(next, {serial: 1, operation: append('x', 'a')});
      }

      await letLead(scene, first);
      const last = new PlayedClient(scene, 'last');
      await last.perform(first, {serial: 1, operation: append('x', 'b')});
      const because = LATEST;
      await last.expect(first, {serial: 2, operation: get('x')}, {outcome: 'aaab', because});
    });

    scenario('reads add nothing to the log', {
      ...THREE, points: 0.1, name: 'reads-add-nothing',
    }, async scene => {
      const {cluster} = scene;
      const ann = new PlayedClient(scene);
      const leader = await cluster.checkOneLeader();
      await ann.perform(leader, {serial: 1, operation: set('x', 'a')});
      const before = cluster.view(leader).log.length;

      for (let serial = 2; serial <= 7; serial++) {
        await ann.perform(leader, {serial, operation: get('x')});
      }
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
