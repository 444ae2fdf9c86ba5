/**
 * The first sketch: servers with clocks elect a leader and keep it.
 */
import {lab, scenario, section} from '../../harness/scenario';

lab(6, 'timing', () => {
  section('§5.2', 'a first election', () => {
    scenario('InitialElection: a leader is elected, and stays', {
      points: 15, servers: 3,
    }, async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(100 * 50);
      await cluster.submit(leader, 'x');
      await cluster.runFor(200);
      cluster.expectSameLogs(leader, cluster.servers);
    });
  });
});
