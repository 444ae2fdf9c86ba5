/**
 * Stories of messages on a network without faults, and of servers that are away.
 *
 * Paper: §2.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {NetworkScript} from './network-script';
import {
  ANY_JSON, ARRIVES, ASYNCHRONOUS, CUTS_OUTLIVE, DEAD_ENDPOINT, FRESH_ENDPOINT, IN_ORDER,
  STILL_COMES, THROWN_AWAY,
} from './rules';

lab(2, 'network', () => {
  section('§2', 'sending and receiving', () => {
    scenario('a message arrives once, and not while it is being sent', {
      points: 0.2, module: 'network', name: 'asynchronous',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.send('S1', 'S2', 'hello');
      await network.expectNothing('S2', ASYNCHRONOUS);
      await network.expectNothing('S2', ASYNCHRONOUS);

      network.advance(0);
      await network.expectReceived('S2', {from: 'S1', messages: ['hello']}, ARRIVES);
      await network.expectNothing('S2', ARRIVES);
    });

    scenario('every server reaches every server, itself included', {
      points: 0.15, module: 'network', name: 'fully-connected',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 5});

      const all = 'S1 S2 S3 S4 S5';
      await network.expectReach({S1: all, S2: all, S3: all, S4: all, S5: all}, ARRIVES);
    });

    scenario('any JSON is a message, also null, false, 0 and the empty text', {
      points: 0.1, module: 'network', name: 'any-json',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      const messages = [null, false, 0, '', [], {}, {term: 1, entries: [{command: 'ä'}]}];

      for (const message of messages) network.send('S1', 'S2', message);
      network.advance(0);

      await network.expectReceived('S2', {from: 'S1', messages}, ANY_JSON);
    });

    scenario('messages that take the same time arrive in the order sent', {
      points: 0.15, module: 'network', name: 'in-order',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(10);
      for (const message of ['a', 'b', 'c']) network.send('S1', 'S2', message);
      network.advance(5);
      for (const message of ['d', 'e', 'f']) network.send('S1', 'S2', message);

      network.advance(10);

      const messages = ['a', 'b', 'c', 'd', 'e', 'f'];
      await network.expectReceived('S2', {from: 'S1', messages}, IN_ORDER);
    });
  });

  section('§2', 'servers that are away', () => {
    scenario('a message that finds nobody is thrown away, not queued', {
      points: 0.2, module: 'network', name: 'away',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2, away: ['S2']});
      network.send('S1', 'S2', 'too early');
      network.advance(0);

      network.comeUp('S2');
      await network.expectNothing('S2', THROWN_AWAY);

      network.send('S1', 'S2', 'in time');
      network.advance(0);
      await network.expectReceived('S2', {from: 'S1', messages: ['in time']}, THROWN_AWAY);
    });

    scenario('a message on its way finds a server that comes up before it is due', {
      points: 0.15, module: 'network', name: 'comes-up',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2, away: ['S2']});
      network.setDelay(20);
      network.send('S1', 'S2', 'on its way');
      network.advance(10);

      network.comeUp('S2');
      network.advance(10);

      await network.expectReceived('S2', {from: 'S1', messages: ['on its way']}, STILL_COMES);
    });

    scenario('a restarted server loses what waited, and gets what is still on its way', {
      points: 0.15, module: 'network', name: 'restart',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.send('S1', 'S2', 'waiting');
      network.advance(0);
      network.setDelay(20);
      network.send('S1', 'S2', 'on its way');

      network.comeUp('S2');
      await network.expectNothing('S2', FRESH_ENDPOINT);

      network.advance(20);
      await network.expectReceived('S2', {from: 'S1', messages: ['on its way']}, STILL_COMES);
    });

    scenario('an endpoint that was replaced is dead', {
      points: 0.15, module: 'network', name: 'replaced-endpoint',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.keepEndpoint('S1', 'Former S1');
      network.send('S2', 'S1', 'waiting');
      network.advance(0);
      network.comeUp('S1');

      network.send('Former S1', 'S2', 'from the dead');
      network.send('S2', 'S1', 'to the living');
      network.advance(0);

      await network.expectNothing('Former S1', DEAD_ENDPOINT);
      await network.expectNothing('S2', DEAD_ENDPOINT);
      await network.expectReceived('S1', {from: 'S2', messages: ['to the living']}, DEAD_ENDPOINT);
    });

    scenario('a restart mends no link', {
      points: 0.05, module: 'network', name: 'restart-keeps-cuts',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 3});
      network.cutOff('S2');

      network.comeUp('S2');

      await network.expectReach({S1: 'S1 S3', S2: 'S2', S3: 'S1 S3'}, CUTS_OUTLIVE);
    });
  });
});
