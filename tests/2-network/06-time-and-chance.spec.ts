/**
 * Stories of where time and chance come from, and of what a change of the controls holds for.
 *
 * Paper: §2. Given: `schedule` and `random`, and nothing else.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {NetworkScript} from './network-script';
import type {Arrival} from './network-script';
import {
  ALL_CHANCE_IS_GIVEN, APART, FROM_THEN_ON, LOG_IS_REPLACED, NO_TIMER, REPEATABLE,
} from './control-rules';

/** A hundred messages through a network with every fault. */
async function wildRun(network: NetworkScript): Promise<readonly Arrival[]> {
  network.setLoss(0.3);
  network.setDuplication(0.3);
  network.setDelay(0, 9);
  network.setReordering({reorderProbability: 0.3, delayMsMin: 10, delayMsMax: 20});
  network.sendMany('S1', 'S2', 100);
  return network.arrivals('S2', 30);
}

lab(2, 'network', () => {
  section('the network', 'time and chance', () => {
    scenario('time passes by schedule alone: no timer is ever set', {
      points: 0.15, module: 'network', name: 'no-timer',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(5, 10);
      network.setReordering({reorderProbability: 0.5, delayMsMin: 5, delayMsMax: 5});
      network.sendMany('S1', 'S2', 20);
      await network.arrivals('S2', 20);

      await network.expectNoTimer(NO_TIMER);
    });

    scenario('the same random gives the same run, another one another run', {
      points: 0.2, module: 'network', name: 'repeatable',
    }, async scene => {
      const start = {servers: 2, seed: scene.seed};
      const other = {servers: 2, seed: scene.seed + 1};
      const network = new NetworkScript(scene, {...start, name: 'run 1'});
      const first = await wildRun(network);

      network.expectSameRun(
        first, await wildRun(new NetworkScript(scene, {...start, name: 'run 2'})), REPEATABLE);
      network.expectAnotherRun(
        first, await wildRun(new NetworkScript(scene, {...other, name: 'run 3'})),
        ALL_CHANCE_IS_GIVEN);
    });

    scenario('two networks know nothing of each other', {
      points: 0.1, module: 'network', name: 'two-networks',
    }, async scene => {
      const one = new NetworkScript(scene, {servers: 2, name: 'one'});
      const other = new NetworkScript(scene, {servers: 2, name: 'other'});
      await one.expectNothing('S2', APART);
      await other.expectNothing('S2', APART);

      one.send('S1', 'S2', 'in one');
      one.advance(0);
      await one.expectReceived('S2', {from: 'S1', messages: ['in one']}, APART);
      await other.expectNothing('S2', APART);

      one.cutOff('S2');
      one.setLoss(1);
      await one.expectReach({S1: '', S2: ''}, APART);
      await other.expectReach({S1: 'S1 S2', S2: 'S1 S2'}, APART);
    });
  });

  section('the network', 'changing controls', () => {
    scenario('a change holds for what is sent from then on', {
      points: 0.1, module: 'network', name: 'from-then-on',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(20);
      network.send('S1', 'S2', 'before');

      network.setDelay(0);
      network.setLoss(1);
      network.setDuplication(1);
      network.send('S1', 'S2', 'lost');
      network.advance(19);
      await network.expectNothing('S2', FROM_THEN_ON);

      network.advance(1);
      await network.expectReceived('S2', {from: 'S1', messages: ['before']}, FROM_THEN_ON);
    });

    scenario('the debug log can be replaced, and stopped', {
      points: 0.05, module: 'network', name: 'log-replaced',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.watchEvents('first');
      network.watchEvents('log');
      network.send('S1', 'S2', 'a');
      network.advance(0);
      const sent = {from: 'S1', to: 'S2', message: 'a'};
      await network.expectEvents(
        [{what: 'sent', ...sent}, {what: 'delivered', ...sent}], LOG_IS_REPLACED);
      await network.expectEvents([], LOG_IS_REPLACED, 'first');

      network.unwatchEvents();
      network.send('S1', 'S2', 'b');
      network.advance(0);
      await network.expectEvents([], LOG_IS_REPLACED);
      await network.expectReceived('S2', {from: 'S1', messages: ['a', 'b']}, LOG_IS_REPLACED);
    });
  });
});
