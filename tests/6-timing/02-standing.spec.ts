/**
 * When a server stands for election that hears from nobody.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers".
 */
import {lab, scenario, section} from '../../harness/scenario';
import {Candidacies, SLACK_MS} from './candidacies';
import {noVote, success, vote} from './played-messages';
import {expectDrawn, expectDrawnAnew} from './timeouts';

lab(6, 'timing', () => {
  section('§5.2', 'hearing from nobody', () => {
    scenario('a server that hears from nobody stands after T to 2T', {
      points: 0.2, servers: 5, name: 'first-timeout',
      initial: {S1: {clock: {rate: 1, aheadMs: 86_400_000}}, S2: {clock: {rate: 1, aheadMs: 7}}},
    }, async ({cluster}) => {
      cluster.isolate(...cluster.servers);
      const candidacies = new Candidacies(cluster);

      await cluster.runFor(2 * cluster.settings.electionTimeoutMs + SLACK_MS);

      for (const server of cluster.servers) {
        expectDrawn(cluster, {candidacies, server, fromMs: 0, since: 'it started'});
      }
    });

    scenario('a candidate that nobody answers stands again, after T to 2T, drawn anew', {
      points: 0.4, servers: 5, name: 'drawn-anew',
    }, async ({cluster}) => {
      cluster.isolate(...cluster.servers);
      const candidacies = new Candidacies(cluster);

      await cluster.runFor(24 * cluster.settings.electionTimeoutMs);

      for (const server of cluster.servers) expectDrawnAnew(cluster, candidacies, server);
    });

    scenario('a server that starts again waits as long as at first', {
      points: 0.2, servers: 3, name: 'restart',
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(4_321);
      cluster.crash(...cluster.servers);
      await cluster.restart(leader);
      const candidacies = new Candidacies(cluster);
      const fromMs = cluster.nowMs;

      await cluster.runFor(2 * cluster.settings.electionTimeoutMs + SLACK_MS);

      expectDrawn(cluster, {candidacies, server: leader, fromMs, since: 'it started again'});
    });

    scenario('a leader that learns of a later term waits, and stands again', {
      points: 0.3, servers: 3, name: 'deposed',
    }, async ({cluster}) => {
      cluster.crash('S2', 'S3');
      const candidacies = new Candidacies(cluster);
      const {term} = await candidacies.next('S1');
      await cluster.receive('S1', 'S2', vote(term));
      cluster.expectRole('S1', 'leader');
      for (let n = 0; n < 30; n++) {
        await cluster.runFor(cluster.settings.heartbeatIntervalMs);
        await cluster.receive('S1', 'S2', success(term));
      }

      await cluster.receive('S1', 'S2', noVote(term + 3));
      const fromMs = cluster.nowMs;
      await cluster.runFor(2 * cluster.settings.electionTimeoutMs + SLACK_MS);

      expectDrawn(cluster, {
        candidacies, server: 'S1', fromMs, since: 'it learned of a later term',
        functions: ['timing.leadershipEnded'],
      });
    });
  });
});
