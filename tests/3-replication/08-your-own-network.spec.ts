/**
 * Stories that travel through the network of lab 2: both labs together.
 *
 * Paper: §2, §5.3.
 * Read next: network-bridge.ts.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {NetworkBridge} from './network-bridge';

lab(3, 'replication', () => {
  section('§5.3', 'through your own network', () => {
    scenario('logs become equal over your own network of lab 2', {
      points: 0.4, servers: 3, module: 'network', name: 'own-network',
    }, async scene => {
      const {cluster} = scene;
      const network = await NetworkBridge.between(scene);
      await network.control('setDelay', {delayMsMin: 1, delayMsMax: 20});
      await network.control('setDuplication', 0.3);
      await cluster.appoint('S1', {term: 1});
      await cluster.submit('S1', 'x = 1');
      await cluster.replicate('S1');
      await network.carry();
      cluster.expectSameLogs('S1', cluster.others('S1'));

      await network.control('cutOff', 'S1');
      await cluster.submit('S1', 'lost');
      await cluster.appoint('S2', {term: 2});
      await cluster.submit('S2', 'kept');
      await cluster.replicate('S2');
      await network.carry();
      await network.control('heal');
      await cluster.replicate('S2');
      await network.carry();

      cluster.expectCommands('S1', ['x = 1', 'kept']);
      cluster.expectSameLogs('S2', cluster.others('S2'));
    });
  });
});
