/**
 * Stories of a leader that brings its followers up to date.
 *
 * Paper: §5.3.
 */
import {lab, scenario, section} from '../../harness/scenario';
import type {Command} from '../../harness/raft/messages';
import {EVERY_KIND, expectGuess, expectMatchIndex} from './expectations';

const FIGURE_7 = {
  S1: {log: '1 1 1 4 4 5 5 6 6 6'},
  S2: {log: '1 1 1 4 4 5 5 6 6'}, S3: {log: '1 1 1 4'},
  S4: {log: '1 1 1 4 4 5 5 6 6 6 6'}, S5: {log: '1 1 1 4 4 5 5 6 6 6 7 7'},
  S6: {log: '1 1 1 4 4 4 4'}, S7: {log: '1 1 1 2 2 2 3 3 3 3 3'},
};

lab(3, 'replication', () => {
  section('§5.3', 'catching up', () => {
    scenario('a new leader begins with a guess for each other server', {
      points: 0.15, servers: 5, name: 'new-leader', initial: {S3: {log: '1 1 2'}},
    }, async ({cluster}) => {
      cluster.hold({});
      await cluster.appoint('S3', {term: 3});
      expectGuess(cluster, 'S3');
    });

    scenario('a command reaches every follower', {points: 0.2, servers: 3}, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});

      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
      expectMatchIndex(cluster, 'S1', {S2: 1, S3: 1});
    });

    scenario('commands of every kind of JSON arrive as they were', {
      points: 0.2, servers: 3, name: 'json',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});

      for (const command of EVERY_KIND) await cluster.submit('S1', command);
      await cluster.replicateAndDeliver('S1');

      for (const server of cluster.servers) cluster.expectCommands(server, EVERY_KIND);
    });

    scenario('equal commands are entries of their own', {
      points: 0.15, servers: 3, name: 'equal-commands',
    }, async ({cluster}) => {
      const commands: Command[] = [{add: 1}, {add: 1}, {add: 2}, {add: 1}];
      await cluster.appoint('S1', {term: 1});

      for (const command of commands) {
        await cluster.submit('S1', command);
        await cluster.replicateAndDeliver('S1');
      }

      for (const server of cluster.servers) cluster.expectCommands(server, commands);
    });

    scenario('a follower that was cut off gets what it missed', {
      points: 0.2, servers: 3, name: 'cut-off',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      cluster.isolate('S3');
      for (const command of ['x = 1', 'x = 2', 'x = 3']) {
        await cluster.submit('S1', command);
        await cluster.replicateAndDeliver('S1');
      }

      cluster.heal();
      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
    });

    scenario('each follower gets what it lacks, all at the same time', {
      points: 0.4, servers: 7, name: 'figure7-together', initial: FIGURE_7,
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 8});
      await cluster.submit('S1', 'x = 8');

      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
      expectMatchIndex(cluster, 'S1', {S2: 11, S3: 11, S4: 11, S5: 11, S6: 11, S7: 11});
    });

    scenario('a slow follower does not hold up the others', {
      points: 0.4, servers: 5, name: 'slow-follower',
    }, async ({cluster}) => {
      cluster.hold({from: 'S3'});
      await cluster.appoint('S1', {term: 1});
      for (const command of ['x = 1', 'x = 2', 'x = 3']) {
        await cluster.submit('S1', command);
        await cluster.replicateAndDeliver('S1');
      }

      cluster.expectSameLogs('S1', cluster.others('S1'));
      expectMatchIndex(cluster, 'S1', {S2: 3, S3: 0, S4: 3, S5: 3});

      await cluster.release({from: 'S3'}, 'newest first');
      await cluster.deliver();
      expectMatchIndex(cluster, 'S1', {S2: 3, S3: 3, S4: 3, S5: 3});
    });
  });

  section('§5.3', 'changes of leader', () => {
    scenario('a new leader replaces what an old one left behind', {
      points: 0.4, servers: 5, name: 'left-behind',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
      for (const command of ['lost', 'lost, too', 'also lost']) await cluster.submit('S1', command);
      await cluster.replicateAndDeliver('S1');

      await cluster.appoint('S3', {term: 2});
      await cluster.submit('S3', 'kept');
      cluster.heal();
      await cluster.replicateAndDeliver('S3');

      for (const server of cluster.servers) cluster.expectCommands(server, ['kept']);
    });

    scenario('a leader that returns from a partition follows the new one', {
      points: 0.4, servers: 3, name: 'old-leader',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      cluster.isolate('S1');
      await cluster.appoint('S2', {term: 2});
      await cluster.submit('S2', 'kept');
      await cluster.replicateAndDeliver('S2');
      await cluster.submit('S1', 'lost');

      cluster.heal();
      await cluster.replicateAndDeliver('S1');
      for (const server of cluster.others('S1')) cluster.expectCommands(server, ['kept']);

      await cluster.replicateAndDeliver('S2');
      cluster.expectRole('S1', 'follower');
      cluster.expectSameLogs('S2', cluster.others('S2'));
    });

    // S2 holds two entries of S1 when S3 takes them away; S1 then leads once more.
    scenario('a leader that leads again has forgotten what it knew', {
      points: 0.4, servers: 5, name: 'leads-again',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
      for (const command of ['x = 1', 'x = 2']) await cluster.submit('S1', command);
      cluster.hold({from: 'S2'});
      await cluster.replicateAndDeliver('S1');
      await cluster.appoint('S3', {term: 2});
      await cluster.submit('S3', 'y = 1');
      cluster.heal();
      await cluster.replicateAndDeliver('S3');

      await cluster.appoint('S1', {term: 3});
      await cluster.release({from: 'S2', with: {term: 1}});
      expectMatchIndex(cluster, 'S1', {S2: 0, S3: 0, S4: 0, S5: 0});

      cluster.hold();
      await cluster.replicateAndDeliver('S1');
      cluster.expectSameLogs('S1', cluster.others('S1'));
    });
  });
});
