/**
 * The Go labs' 3C by name: crashes and restarts, on good and on bad networks.
 *
 * Source: Go labs, 3C.
 * Paper: §5.4.2, Figure 8.
 */
import {lab, scenario, section, UNRELIABLE} from '../../harness/scenario';
import type {ScenarioOptions} from '../../harness/scenario';
import {churn} from './a-churn';
import {
  agreeOnAll, bringBack, crashAll, cutOff, ELECTION_MS, offerToAll, pauseMs, restartAll, rounds,
} from './a-go-labs';

/** Of the few rounds that are played here, some in which a server crashes and comes back. */
const CHURN = {
  points: 0.1, servers: 5, seeds: [13], mustReach: ['restart', 'command seen committed'],
} satisfies ScenarioOptions;

const UNRELIABLE_FIVE = {
  points: 0.1, servers: 5, conditions: UNRELIABLE, faults: ['loss', 'delay'],
} satisfies ScenarioOptions;

lab('7a', 'persistence', () => {
  section('Go labs', '3C, one crash after the other', () => {
    scenario('Persist1: all crash, then the leader, then a follower, and nothing is lost', {
      points: 0.15, servers: 3, name: 'persist-1', mustReach: ['restart', 're-election'],
    }, async ({cluster}) => {
      await cluster.one(11, {servers: 3});
      await crashAll(cluster);
      await cluster.one(12, {servers: 3});

      const first = await cluster.checkOneLeader();
      cluster.crash(first);
      await cluster.restart(first);
      await cluster.one(13, {servers: 3});

      const second = await cluster.checkOneLeader();
      cluster.crash(second);
      const index = await cluster.one(14, {servers: 2});
      await cluster.restart(second);
      await cluster.wait(index, {servers: 3});

      const [follower = second] = cluster.others(await cluster.checkOneLeader());
      cluster.crash(follower);
      await cluster.one(15, {servers: 2});
      await cluster.restart(follower);
      await cluster.one(16, {servers: 3});
    });

    scenario('Persist2: each majority has a server in common with the one before', {
      points: 0.15, servers: 5, name: 'persist-2', mustReach: ['restart', 're-election'],
    }, async scene => {
      const {cluster} = scene;
      for (let round = 0; round < rounds(scene, {go: 5, here: 2}); round++) {
        await cluster.one(`${round}: all`, {servers: 5});
        const leader = await cluster.checkOneLeader();
        const [one = leader, two = leader, three = leader, four = leader] = cluster.others(leader);

        cluster.crash(one, two);
        await cluster.one(`${round}: three`, {servers: 3});
        cluster.crash(leader, three, four);
        await cluster.restart(one, two);
        await cluster.runFor(ELECTION_MS);
        await cluster.restart(three);
        await cluster.one(`${round}: the other three`, {servers: 3});
        await cluster.restart(leader, four);
      }
      await cluster.one('the last', {servers: 5});
    });

    scenario('Persist3: a server with a short log cannot win against one that came back', {
      points: 0.15, servers: 3, name: 'persist-3', mustReach: ['restart'],
    }, async ({cluster}) => {
      await cluster.one(101, {servers: 3});
      const leader = await cluster.checkOneLeader();
      const [next = leader, behind = leader] = cluster.others(leader);

      cluster.isolate(behind);
      await cluster.one(102, {servers: 2});
      cluster.crash(leader, next);
      cluster.heal(behind);
      await cluster.restart(leader);
      await cluster.one(103, {servers: 2});
      await cluster.restart(next);
      await cluster.one(104, {servers: 3});
    });
  });

  section('Go labs', '3C, again and again', () => {
    scenario('Figure8: leaders crash before or after their entries are on a majority', {
      points: 0.1, servers: 5, name: 'figure-8-random',
      mustReach: ['restart', 're-election'],
    }, async scene => {
      const {cluster, chance} = scene;
      await cluster.one('first', {servers: 1});
      for (let n = 0; n < rounds(scene, {go: 1000, here: 100}); n++) {
        const leader = await offerToAll(cluster, cluster.servers, `${n}`);
        await cluster.runFor(pauseMs(scene));
        if (leader !== null) cluster.crash(leader);
        const up = cluster.servers.filter(server => cluster.view(server).isUp);
        const one = chance.pick(cluster.servers);
        if (up.length < 3 && !up.includes(one)) await cluster.restart(one);
      }
      await restartAll(cluster);
      await cluster.one('last', {servers: 5});
    });

    scenario('UnreliableAgree: five commands at a time, while one message in ten is lost', {
      ...UNRELIABLE_FIVE, name: 'unreliable-agree', mustReach: ['entry committed'],
    }, async scene => {
      const {cluster} = scene;
      for (let n = 0; n < rounds(scene, {go: 49, here: 10}); n++) {
        await agreeOnAll(cluster, [0, 1, 2, 3, 4].map(command => `${n} ${command}`));
      }
      cluster.calm();
      await cluster.one('last', {servers: 5});
    });

    scenario('Figure8Unreliable: leaders are cut off, and results come seconds late', {
      ...UNRELIABLE_FIVE, points: 0.15, faults: ['loss', 'delay', 'reordering'],
      name: 'figure-8-unreliable',
      mustReach: ['re-election'],
    }, async scene => {
      const {cluster, chance} = scene;
      await cluster.one('first', {servers: 1});
      const length = rounds(scene, {go: 1000, here: 100});
      for (let n = 0; n < length; n++) {
        if (n === length / 5) cluster.reorderResults();
        const leader = await offerToAll(cluster, cluster.servers, `${n}`);
        await cluster.runFor(pauseMs(scene));
        if (leader !== null && chance.happens(0.5)) cutOff(cluster, leader);
        if (cluster.connected.length < 3) bringBack(cluster, chance.pick(cluster.servers));
      }
      cluster.heal();
      await cluster.one('last', {servers: 5});
    });

    scenario('ReliableChurn: what a client saw committed stays, whoever crashes', {
      ...CHURN, name: 'reliable-churn',
    }, churn);

    scenario('UnreliableChurn: the same, and one message in ten is lost', {
      ...UNRELIABLE_FIVE, ...CHURN, name: 'unreliable-churn',
    }, churn);
  });
});
