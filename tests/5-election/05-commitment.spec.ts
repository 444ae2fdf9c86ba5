/**
 * What is committed stays, whoever leads, and whoever crashes.
 *
 * Paper: §5.2, §5.4.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {ACROSS_CRASHES, COMPLETE} from './because';

lab(5, 'election', () => {
  section('§5.4', 'changing leaders', () => {
    scenario('a committed entry is in the log of the next leader', {
      points: 0.25, servers: 3, name: 'complete',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S3');
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');

      cluster.crash('S1');
      cluster.heal();
      await cluster.startElection('S3');
      await cluster.deliver();
      cluster.checkNoLeader();
      await cluster.elect('S2', COMPLETE);
      await cluster.submit('S2', 'x = 2');
      await cluster.replicateAndDeliver('S2');
      await cluster.replicateAndDeliver('S2');

      cluster.expectApplied('S3', ['x = 1', 'x = 2'], COMPLETE);
    });

    scenario('a new leader keeps what is not committed in its log, and commits it with its own', {
      points: 0.25, servers: 3, name: 'keeps',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S3');
      cluster.hold({to: 'S1', type: 'AppendEntriesResults'});
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');
      cluster.crash('S1');
      cluster.hold();
      cluster.heal();

      await cluster.elect('S2');
      await cluster.submit('S2', 'x = 2');
      await cluster.replicateAndDeliver('S2');
      await cluster.replicateAndDeliver('S2');

      cluster.expectLog('S2', '1 2');
      cluster.expectApplied('S3', ['x = 1', 'x = 2']);
    });
  });

  section('§5.2', 'crashes', () => {
    scenario('a server that voted, crashed and returned does not vote again', {
      points: 0.25, servers: 3, name: 'vote-and-crash',
    }, async ({cluster}) => {
      cluster.hold({type: 'RequestVote'});
      await cluster.startElection('S1');
      await cluster.startElection('S2');
      await cluster.release({from: 'S1', to: 'S3'});
      await cluster.deliver();
      cluster.expectVotedFor('S3', 'S1', ACROSS_CRASHES);

      cluster.crash('S3');
      await cluster.restart('S3');
      await cluster.release({from: 'S2', to: 'S3'});
      await cluster.deliver();

      cluster.expectVotedFor('S3', 'S1', ACROSS_CRASHES);
      cluster.expectRole('S1', 'leader');
    });

    scenario('a candidate that crashed returns as a follower, with its vote given', {
      points: 0.25, servers: 3, name: 'candidate-crash',
    }, async ({cluster}) => {
      cluster.hold({to: 'S1', type: 'RequestVoteResults'});
      await cluster.startElection('S1');
      await cluster.deliver();

      cluster.crash('S1');
      await cluster.restart('S1');
      await cluster.release();
      await cluster.deliver();

      cluster.expectRole('S1', 'follower', ACROSS_CRASHES);
      cluster.expectVotedFor('S1', 'S1', ACROSS_CRASHES);
      cluster.hold();
      await cluster.elect('S1');
    });
  });
});
