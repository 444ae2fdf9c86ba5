/**
 * Servers crash and start again between one message and the next, and nobody can tell.
 *
 * Paper: §5.1, §5.2, §5.3, §5.4.2, Figure 8.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {Command, ServerId} from '../../harness/raft/messages';
import {lab, scenario, section} from '../../harness/scenario';
import {APPLIES_AGAIN, LATER_TERM, ONE_VOTE, STAYS} from './a-because';
import {crashAll, restartAll} from './a-go-labs';

/** What a server applied, without the entries that do nothing. */
function appliedBy(cluster: TimedCluster, server: ServerId): readonly Command[] {
  return cluster.view(server).applied.map(({command}) => JSON.parse(command) as Command)
    .filter(command => command !== null);
}

/** A server crashes and starts again at once. */
async function bounce(cluster: TimedCluster, server: ServerId): Promise<void> {
  cluster.crash(server);
  await cluster.restart(server);
}

lab('7a', 'persistence', () => {
  section('§5.2', 'votes', () => {
    scenario('a server that starts again after its vote refuses the rival of the same term', {
      points: 0.1, servers: 3, name: 'voter-starts-again',
    }, async ({cluster}) => {
      cluster.hold({type: 'RequestVote'});
      await cluster.startElection('S1');
      await cluster.startElection('S2');
      await cluster.release({from: 'S1', to: 'S3'});
      cluster.expectVotedFor('S3', 'S1', ONE_VOTE);

      await bounce(cluster, 'S3');
      await cluster.release({from: 'S2', to: 'S3'});
      await cluster.runFor(20);
      cluster.expectVotedFor('S3', 'S1', ONE_VOTE);
      cluster.expectRole('S1', 'leader', ONE_VOTE);
    });

    scenario('a candidate that starts again has no vote left for another', {
      points: 0.1, servers: 3, name: 'candidate-starts-again',
    }, async ({cluster}) => {
      cluster.hold({type: 'RequestVote'});
      await cluster.startElection('S1');
      await cluster.startElection('S2');

      await bounce(cluster, 'S1');
      await cluster.release({from: 'S2', to: 'S1'});
      await cluster.runFor(20);
      cluster.expectVotedFor('S1', 'S1', ONE_VOTE);
      cluster.expectRole('S2', 'candidate', ONE_VOTE);
    });

    scenario('five voters start again one after the other, and each term has one leader', {
      points: 0.1, servers: 5, name: 'voters-in-turn', mustReach: ['restart'],
    }, async ({cluster}) => {
      for (const candidate of ['S1', 'S2', 'S3']) {
        await cluster.startElection(candidate);
        for (const voter of cluster.others(candidate)) await bounce(cluster, voter);
        await cluster.runFor(3);
      }
      await cluster.one('one leader', {servers: 5});
    });
  });

  section('§5.1', 'terms', () => {
    scenario('a server that starts again still refuses the leader of an earlier term', {
      points: 0.1, servers: 3, name: 'later-term',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.partition(['S1'], ['S2', 'S3']);
      await cluster.elect('S2');
      const term = cluster.checkTerm({among: ['S2', 'S3']});

      cluster.partition(['S1', 'S3'], ['S2']);
      await bounce(cluster, 'S3');
      cluster.expectTerm('S3', term, LATER_TERM);
      await cluster.submit('S1', 'too late');
      await cluster.runFor(60);
      cluster.expectTerm('S3', term, LATER_TERM);
      cluster.expectSame('S3', 'leaderId', cluster.view('S3').state.leaderId, null, LATER_TERM);
    });

    scenario('a leader that was replaced while it was down comes back as a follower', {
      points: 0.1, servers: 3, name: 'leader-comes-back',
    }, async ({cluster}) => {
      await cluster.one('first', {servers: 3});
      const first = await cluster.checkOneLeader();
      cluster.crash(first);
      const second = await cluster.checkOneLeader();
      await cluster.one('second', {servers: 2});

      await cluster.restart(first);
      cluster.expectRole(first, 'follower');
      await cluster.one('third', {servers: 3});
      cluster.expectSameLogs(second, [first]);
    });
  });

  section('§5.3', 'entries', () => {
    scenario('an entry of a leader and one follower outlives a crash of both', {
      points: 0.1, servers: 3, name: 'leader-and-follower', mustReach: ['restart'],
    }, async ({cluster}) => {
      await cluster.one('everywhere', {servers: 3});
      const leader = await cluster.checkOneLeader();
      const [stays = leader, behind = leader] = cluster.others(leader);
      cluster.isolate(behind);
      await cluster.one('on two disks', {servers: 2});

      cluster.crash(leader, stays);
      cluster.heal();
      await cluster.restart(leader);
      await cluster.one('with the leader of then', {servers: 2});
      cluster.expectSame(leader, 'applied', appliedBy(cluster, leader),
        ['everywhere', 'on two disks', 'with the leader of then'], STAYS);

      cluster.crash(behind);
      await cluster.restart(stays);
      await cluster.one('with its follower', {servers: 2});
    });

    scenario('an entry that its leader lost before the sync is missed by nobody', {
      points: 0.1, servers: 3, name: 'lost-before-sync', mustReach: ['restart'],
    }, async ({cluster}) => {
      await cluster.one('kept', {servers: 3});
      const leader = await cluster.checkOneLeader();
      cluster.crashAfter(leader, effect => effect.kind === 'changed' && effect.log !== null);
      await cluster.offer(leader, 'lost');
      await cluster.restart(leader);

      await cluster.one('later', {servers: 3});
      for (const server of cluster.servers) {
        cluster.expectSame(server, 'applied', appliedBy(cluster, server), ['kept', 'later']);
      }
    });

    scenario('two messages for one server leave in order, each of them once', {
      points: 0.1, servers: 3, name: 'two-for-one',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S3');
      await cluster.one('a first entry', {servers: 2});
      cluster.hold({from: 'S2', to: 'S1'});
      const early = cluster.beginRead('S1');
      await cluster.submit('S1', 'under way');
      const late = cluster.beginRead('S1');
      await cluster.submit('S1', 'waits for it');
      await cluster.runFor(5);

      // The answer to the entry confirms the first read: a second one begins, and entries follow.
      await cluster.release({from: 'S2', with: {success: true}}, 'newest first');
      cluster.hold();
      await cluster.release();
      await cluster.runUntil(() => early.done && late.done, {
        withinMs: 1_000, what: 'answer to two reads',
      });
      await cluster.one('and so on', {servers: 2});
    });

    scenario('a server that starts again applies its log from the start, each entry once', {
      points: 0.1, servers: 3, name: 'applies-again',
    }, async ({cluster}) => {
      const commands = ['a', 'b', 'c', 'd'];
      for (const command of commands) await cluster.one(command, {servers: 3});
      for (const server of cluster.servers) {
        await bounce(cluster, server);
        await cluster.one(`after ${server}`, {servers: 3});
        commands.push(`after ${server}`);
        cluster.expectSame(server, 'applied', appliedBy(cluster, server), commands, APPLIES_AGAIN);
      }
    });

    scenario('everybody starts again, again and again, and the log only grows', {
      points: 0.1, servers: 3, name: 'again-and-again', mustReach: ['restart', 're-election'],
    }, async ({cluster}) => {
      const commands: string[] = [];
      for (let life = 0; life < 6; life++) {
        commands.push(`life ${life}`);
        await cluster.one(`life ${life}`, {servers: 3});
        await crashAll(cluster);
        // In every second life nothing happens at all.
        await crashAll(cluster);
      }
      await cluster.one('the last', {servers: 3});
      for (const server of cluster.servers) {
        cluster.expectSame(server, 'applied', appliedBy(cluster, server),
          [...commands, 'the last'], STAYS);
      }
    });

    scenario('a server alone keeps what it has committed', {
      points: 0.1, servers: 1, name: 'alone', mustReach: ['restart'],
    }, async ({cluster}) => {
      for (const command of ['a', 'b', 'c']) {
        await cluster.one(command, {servers: 1});
        await crashAll(cluster);
      }
      await cluster.one('d', {servers: 1});
      cluster.expectSame('S1', 'applied', appliedBy(cluster, 'S1'), ['a', 'b', 'c', 'd'], STAYS);
    });
  });

  section('Figure 8', 'with restarts', () => {
    scenario('Figure 8 (d): an entry that no leader has counted is overwritten on three disks', {
      points: 0.15, servers: 5, name: 'figure-8-d', mustReach: ['entry overwritten', 'restart'],
    }, async ({cluster}) => {
      await untilC(cluster);
      cluster.crash('S1');
      cluster.dropHeld();

      await cluster.restart('S5');
      cluster.heal();
      await winAtLast(cluster, 'S5');
      await restartAll(cluster);
      await cluster.one('d', {servers: 5});
      for (const server of cluster.servers) {
        cluster.expectSame(server, 'applied', appliedBy(cluster, server), ['1', '3', 'd'], STAYS);
      }
    });

    scenario('Figure 8 (e): with one of its own, the leader commits it, and S5 cannot win', {
      points: 0.15, servers: 5, name: 'figure-8-e', mustReach: ['earlier-term entry committed'],
    }, async ({cluster}) => {
      await untilC(cluster);
      cluster.hold();
      await cluster.one('4', {servers: 3});
      cluster.crash('S1');

      await cluster.restart('S5');
      cluster.heal();
      for (let attempt = 0; attempt < 3; attempt++) {
        await cluster.startElection('S5');
        await cluster.deliver();
        cluster.checkNoLeader({among: ['S5']});
      }
      await restartAll(cluster);
      await cluster.one('5', {servers: 5});
      for (const server of cluster.servers) {
        cluster.expectSame(server, 'applied', appliedBy(cluster, server),
          ['1', '2', '4', '5'], STAYS);
      }
    });
  });
});

/*
 *        (a)     (b)     (c)
 *   S1   1 2*    1 2     1 2 4*     * leads; a leader may add an entry that does nothing
 *   S2   1 2     1 2     1 2
 *   S3   1       1       1 2        "2" is on a majority now, and not committed
 *   S4   1       1       1
 *   S5   1       1 3*    1 3
 */
async function untilC(cluster: TimedCluster): Promise<void> {
  await cluster.elect('S1');
  await cluster.one('1', {servers: 5});
  cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
  await cluster.submit('S1', '2');
  await cluster.runFor(5);
  cluster.crash('S1');

  cluster.hold({from: 'S5', type: 'AppendEntries'});
  await cluster.elect('S5');
  await cluster.submit('S5', '3');
  await cluster.replicate('S5');
  cluster.crash('S5');
  cluster.dropHeld();

  await cluster.restart('S1');
  cluster.partition(['S1', 'S2', 'S3'], ['S4', 'S5']);
  // With it, S2 would have an entry of the new term, and not vote for S5.
  cluster.hold({from: 'S1', to: 'S2', type: 'AppendEntries'});
  await winAtLast(cluster, 'S1');
  const {length} = cluster.view('S1').log;
  await cluster.runUntil(() => cluster.view('S3').log.length === length, {
    withinMs: 300, what: 'log of S1 on S3',
  });
}

/** A server stands until it leads: others may have voted in its term, or be in a later one. */
async function winAtLast(cluster: TimedCluster, server: ServerId): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt++) {
    if (cluster.view(server).state.role === 'leader') return;
    await cluster.startElection(server);
    await cluster.deliver();
  }
  cluster.expectRole(server, 'leader');
}
