/**
 * Elections from the plain one to the stale, the split and the divided.
 *
 * Paper: §5.1, §5.2, §5.3.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {
  FOLLOWS, FRESH, NO_LEADER_YET, ONE_VOTE, SAME_TERM_LEADER, STALE, TWO_OF_FIVE, WON_ALREADY,
} from './because';
import {expectMajorities} from './majorities';

lab(5, 'election', () => {
  section('§5.2', 'winning', () => {
    scenario('the winner leads, and everybody follows it at once', {
      points: 0.5, servers: 5, name: 'winner',
    }, async ({cluster}) => {
      await cluster.elect('S1');

      cluster.expectTerm('S1', cluster.checkTerm());
      cluster.expectSame('S1', 'leaderId', cluster.view('S1').state.leaderId, 'S1', FOLLOWS);
      for (const server of cluster.others('S1')) {
        cluster.expectRole(server, 'follower', FOLLOWS);
        cluster.expectSame(server, 'leaderId', cluster.view(server).state.leaderId, 'S1', FOLLOWS);
        cluster.expectVotedFor(server, 'S1', ONE_VOTE);
      }
    });

    scenario('a server that is alone leads at once, and commits', {
      points: 0.25, servers: 1, name: 'alone',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      await cluster.submit('S1', 'x = 1');

      cluster.expectCommitIndex('S1', 1);
    });

    scenario('a leader knows nothing of the others from its last time', {
      points: 0.5, servers: 3, name: 'fresh',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');
      await cluster.elect('S2');

      cluster.hold({to: 'S1', type: 'AppendEntriesResults'});
      await cluster.elect('S1');

      const {nextIndex, matchIndex, votesGranted} = cluster.view('S1').state;
      cluster.expectSame('S1', 'nextIndex', nextIndex, {S2: 2, S3: 2}, FRESH);
      cluster.expectSame('S1', 'matchIndex', matchIndex, {S2: 0, S3: 0}, FRESH);
      cluster.expectSame('S1', 'votesGranted', votesGranted, [], FRESH);
    });

    scenario('a vote that arrives after the victory changes nothing', {
      points: 0.5, servers: 5, name: 'late-vote',
    }, async ({cluster}) => {
      cluster.hold({from: 'S5', type: 'RequestVoteResults'});
      await cluster.elect('S1');
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');
      const before = cluster.view('S1').state;

      await cluster.release();

      const {nextIndex, matchIndex} = cluster.view('S1').state;
      cluster.expectRole('S1', 'leader', WON_ALREADY);
      cluster.expectSame('S1', 'nextIndex', nextIndex, before.nextIndex, WON_ALREADY);
      cluster.expectSame('S1', 'matchIndex', matchIndex, before.matchIndex, WON_ALREADY);
    });
  });

  section('§5.2', 'losing', () => {
    scenario('after a split vote nobody leads, and the next election is won', {
      points: 0.5, servers: 4, name: 'split-vote',
    }, async ({cluster}) => {
      expectMajorities(cluster);
      cluster.hold({type: 'RequestVote'});
      await cluster.startElection('S1');
      await cluster.startElection('S2');
      await cluster.release({from: 'S1', to: 'S3'});
      await cluster.release({from: 'S2', to: 'S4'});
      await cluster.release();
      cluster.hold();
      await cluster.deliver();
      cluster.checkNoLeader();

      await cluster.elect('S2');

      cluster.expectRole('S1', 'follower', FOLLOWS);
      cluster.expectTerm('S2', cluster.checkTerm());
    });

    scenario('a candidate begins its second election with one vote, its own', {
      points: 0.25, servers: 5, name: 'fresh-votes',
    }, async ({cluster}) => {
      expectMajorities(cluster);
      cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
      await cluster.startElection('S1');
      await cluster.deliver();

      cluster.partition(['S1', 'S3'], ['S2', 'S4', 'S5']);
      await cluster.startElection('S1');
      await cluster.deliver();
      await cluster.startElection('S4');
      await cluster.startElection('S4');
      await cluster.deliver();

      cluster.expectRole('S1', 'candidate', TWO_OF_FIVE);
      cluster.expectRole('S4', 'leader');
    });

    scenario('votes that arrive after a lost election do not win the next one', {
      points: 0.25, servers: 5, name: 'old-votes',
    }, async ({cluster}) => {
      cluster.hold({to: 'S1', type: 'RequestVoteResults'});
      await cluster.startElection('S1');
      await cluster.deliver();

      cluster.isolate('S1');
      await cluster.startElection('S1');
      await cluster.elect('S2');
      cluster.heal();
      await cluster.release();

      cluster.expectRole('S2', 'leader');
      await cluster.replicateAndDeliver('S2');
      cluster.expectRole('S1', 'follower', SAME_TERM_LEADER);
    });

    scenario('a candidate that hears from the leader of its term follows it', {
      points: 0.5, servers: 3, name: 'loser',
    }, async ({cluster}) => {
      cluster.hold({from: 'S2', type: 'RequestVote'});
      await cluster.startElection('S2');
      await cluster.elect('S1');

      cluster.expectRole('S2', 'follower', SAME_TERM_LEADER);
      cluster.expectVotedFor('S2', 'S2', ONE_VOTE);
      cluster.expectSame('S2', 'leaderId', cluster.view('S2').state.leaderId, 'S1', FOLLOWS);

      await cluster.release();
      await cluster.deliver();
      cluster.expectRole('S1', 'leader');
    });

    scenario('a candidate does not listen to the leader of an earlier term', {
      points: 0.25, servers: 3, name: 'earlier-leader',
    }, async ({cluster}) => {
      await cluster.elect('S2');
      cluster.cutOneWay('S1', 'S2');
      cluster.isolate('S3');
      await cluster.startElection('S1');
      await cluster.deliver();

      await cluster.replicateAndDeliver('S2');

      cluster.expectRole('S1', 'candidate', STALE);
      cluster.expectSame('S1', 'leaderId', cluster.view('S1').state.leaderId, null, STALE);
    });
  });

  section('§5.1', 'later terms', () => {
    scenario('a leader that was cut off is replaced, and steps down when it returns', {
      points: 0.5, servers: 3, name: 'returning-leader',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S1');
      await cluster.submit('S1', 'never committed');
      await cluster.elect('S2');
      await cluster.submit('S2', 'x = 1');
      await cluster.replicateAndDeliver('S2');

      cluster.heal();
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S2');

      cluster.expectRole('S1', 'follower', STALE);
      cluster.expectSameLogs(await cluster.checkOneLeader(), cluster.servers);
      cluster.expectApplied('S1', ['x = 1']);
    });

    scenario('a candidate that is terms behind disturbs nobody, and catches up', {
      points: 0.25, servers: 3, name: 'behind',
    }, async ({cluster}) => {
      cluster.isolate('S1');
      await cluster.elect('S2');
      await cluster.elect('S3');
      await cluster.elect('S2');

      cluster.heal();
      await cluster.startElection('S1');
      await cluster.deliver();
      cluster.expectRole('S2', 'leader', STALE);
      await cluster.replicateAndDeliver('S2');
      cluster.expectRole('S1', 'follower', STALE);
      cluster.expectTerm('S2', cluster.checkTerm());

      await cluster.elect('S1');
    });

    scenario('a server with an old log deposes the leader, but cannot win', {
      points: 0.5, servers: 3, name: 'old-log',
    }, async ({cluster}) => {
      await cluster.elect('S1');
      cluster.isolate('S3');
      await cluster.submit('S1', 'x = 1');
      await cluster.replicateAndDeliver('S1');
      await cluster.startElection('S3');
      await cluster.startElection('S3');

      cluster.heal();
      await cluster.startElection('S3');
      await cluster.deliver();
      cluster.checkNoLeader();
      for (const server of cluster.others('S3')) {
        cluster.expectSame(
          server, 'leaderId', cluster.view(server).state.leaderId, null, NO_LEADER_YET);
      }

      await cluster.elect('S2');
      cluster.expectRole('S3', 'follower', FOLLOWS);
      cluster.expectSameLogs('S2', cluster.servers);
    });

    scenario('a request for a vote that comes a term late changes nothing', {
      points: 0.25, servers: 3, name: 'late-request',
    }, async ({cluster}) => {
      cluster.hold({from: 'S3', type: 'RequestVote'});
      await cluster.startElection('S3');
      await cluster.elect('S1');
      await cluster.elect('S2');

      await cluster.release();
      await cluster.deliver();

      cluster.expectRole('S2', 'leader', STALE);
      cluster.expectVotedFor('S1', 'S2', ONE_VOTE);
      cluster.expectVotedFor('S3', 'S2', ONE_VOTE);
    });
  });

  section('§5.2', 'a majority of all, not of those within reach', () => {
    scenario('neither half of a divided cluster of four has a leader', {
      points: 0.25, servers: 4, name: 'halves',
    }, async ({cluster}) => {
      expectMajorities(cluster);
      cluster.partition(['S1', 'S2'], ['S3', 'S4']);
      await cluster.startElection('S1');
      await cluster.startElection('S3');
      await cluster.deliver();
      cluster.checkNoLeader();

      cluster.heal();
      await cluster.elect('S3');
    });

    scenario('three of five elect a leader, the other two do not', {
      points: 0.25, servers: 5, name: 'three-of-five',
    }, async ({cluster}) => {
      expectMajorities(cluster);
      cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
      await cluster.startElection('S1');
      await cluster.deliver();
      cluster.checkNoLeader();

      await cluster.elect('S4');

      cluster.checkNoLeader({among: ['S1', 'S2']});
    });
  });
});
