/**
 * The first sketch: crashes, and snapshots.
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';

lab('7a', 'persistence', () => {
  section('Figure 2', 'sketch', () => {
    scenario('Persist1: what was committed is there after all have crashed', {
      points: 12, servers: 3, seeds: seedsUpTo(5), snapshotEvery: 10,
    }, async ({cluster}) => {
      for (let round = 0; round < 10; round++) {
        await cluster.one(`a${round}`, {servers: 3});
        const leader = await cluster.checkOneLeader();
        cluster.isolate(leader);
        for (let n = 0; n < 15; n++) await cluster.one(`b${round}-${n}`, {servers: 2});
        cluster.heal();
        await cluster.one(`c${round}`, {servers: 3});
        cluster.crash(...cluster.servers);
        await cluster.restart(...cluster.servers);
        await cluster.one(`d${round}`, {servers: 3});
      }
    });
  });
});
