/**
 * Stories of results that come late, twice, or from another time.
 *
 * Paper: §5.3, §5.4.2; Figure 2, "Rules for Servers", leaders.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {winElection} from './elections';
import {
  expectAllApplied, expectAppliedEntries, expectCommitted, expectLearned, expectNothingCommitted,
} from './expectations';

const RESULTS = {type: 'AppendEntriesResults'} as const;

lab(4, 'commit', () => {
  section('§5.3', 'results in any order', () => {
    scenario('results that arrive newest first commit all they vouch for', {
      points: 0.3, servers: 5, name: 'newest-first',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      cluster.hold(RESULTS);
      for (const command of ['x = 1', 'x = 2', 'x = 3']) {
        await cluster.submit('S1', command);
        await cluster.replicateAndDeliver('S1');
      }

      await cluster.release({...RESULTS, from: 'S2'}, 'newest first');
      await cluster.release({...RESULTS, from: 'S5'}, 'newest first');

      const why = {
        source: '§5.3', text: 'S1, S2 and S5 hold all three entries, and S1 has heard so.',
      };
      expectCommitted(cluster, {S1: 3}, why);
      await cluster.release(RESULTS);
      expectCommitted(cluster, {S1: 3}, why);
      expectAllApplied(cluster, 'S1', ['S1']);
    });

    scenario('one follower that answers five times is still one server', {
      points: 0.3, servers: 5, name: 'one-answers-often',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      cluster.isolate('S3', 'S4', 'S5');
      await cluster.submit('S1', 'x = 1');

      for (let round = 1; round <= 5; round++) await cluster.replicateAndDeliver('S1');

      expectNothingCommitted(cluster, {
        source: '§5.3', text: 'Servers are counted, not answers: S1 and S2 are two of five.',
      });
    });
  });

  section('§5.4.2', 'results from another time', () => {
    /*
     *      term 1   term 2   term 3            S2's results of term 1 arrive in term 3: by then
     *  S1  1 1      2        2 3               index 2 is another entry. With S1 and S4 they
     *  S2  1 1      2        2                 would be three of five.
     *  S4                    2 3
     */
    scenario('what a server held in an earlier leadership does not count', {
      points: 0.4, servers: 5, name: 'earlier-leadership',
    }, async scene => {
      const {cluster} = scene;
      await winElection(scene, 'S1', {votes: ['S2', 'S3']});
      await cluster.deliver();
      cluster.hold({...RESULTS, from: 'S2'});
      await cluster.submit('S1', 'a');
      await cluster.submit('S1', 'b');
      await cluster.replicate('S1', 'S2');
      await cluster.deliver();
      cluster.hold();

      await winElection(scene, 'S3', {votes: ['S4', 'S5']});
      await cluster.submit('S3', 'c');
      await cluster.replicateAndDeliver('S3');

      await winElection(scene, 'S1', {votes: ['S2', 'S3']});
      cluster.partition(['S1', 'S4'], ['S2', 'S3', 'S5']);
      await cluster.submit('S1', 'd');
      await cluster.replicateAndDeliver('S1');
      cluster.heal();
      await cluster.release({...RESULTS, from: 'S2', with: {term: 1}});

      cluster.expectLog('S2', '2');
      expectAppliedEntries(cluster, 'S1', []);
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');
      expectAllApplied(cluster, 'S1');
    });

    scenario('a leader that was replaced commits none of its own entries any more', {
      points: 0.3, servers: 5, name: 'replaced',
    }, async scene => {
      const {cluster} = scene;
      await winElection(scene, 'S1', {votes: ['S2', 'S3', 'S4', 'S5']});
      await cluster.deliver();
      cluster.partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
      await cluster.submit('S1', 'lost');
      await cluster.replicateAndDeliver('S1');

      await winElection(scene, 'S3', {votes: ['S4', 'S5']});
      await cluster.submit('S3', 'kept');
      await cluster.replicateAndDeliver('S3');
      cluster.heal();
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S3');
      await cluster.replicateAndDeliver('S3');
      cluster.expectRole('S1', 'follower');

      expectAllApplied(cluster, 'S3');
      cluster.expectCommands('S3', ['kept']);
    });

    scenario('a new leader keeps what it has learned as a follower', {
      points: 0.2, servers: 3, name: 'keeps',
    }, async scene => {
      const {cluster} = scene;
      await winElection(scene, 'S1', {votes: ['S2', 'S3']});
      await cluster.submit('S1', 'x = 1');
      await cluster.submit('S1', 'x = 2');
      await cluster.replicateAndDeliver('S1');
      await cluster.replicateAndDeliver('S1');

      await winElection(scene, 'S2', {votes: ['S1', 'S3']});
      await cluster.replicateAndDeliver('S2');
      expectLearned(cluster, {S2: 2}, {
        source: 'Figure 2, "State"',
        text: 'commitIndex only ever rises: what is committed stays so, whoever leads.',
      });
      await cluster.submit('S2', 'x = 3');
      await cluster.replicateAndDeliver('S2');
      await cluster.replicateAndDeliver('S2');
      expectAllApplied(cluster, 'S2');
    });
  });
});
