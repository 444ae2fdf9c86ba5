/**
 * Stories of objects that are changed by one who holds them: nobody else may notice.
 *
 * Paper: §2; servers are different machines and share nothing but messages.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {kept} from './network-verbs';
import {NetworkScript} from './network-script';
import {OWN_COPY, SENT_AS_IT_WAS, SETTINGS_COPIED} from './rules';

const BALLOT = {term: 1, votes: {S1: ['yes']}};
const PLACE = ['votes', 'S1', 0];
/** The same place in what receive() gives, and in what a debug log is told. */
const PLACE_IN_MESSAGE = ['message', ...PLACE];

lab(2, 'network', () => {
  section('§2', 'copies', () => {
    scenario('a sender that changes its object afterwards changes no message', {
      points: 0.15, module: 'network', name: 'sender-changes',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.keep('ballot', BALLOT);
      network.send('S1', 'S2', kept('ballot'));
      network.change('ballot', PLACE, 'forged');

      network.advance(0);

      await network.expectReceived('S2', {from: 'S1', messages: [BALLOT]}, SENT_AS_IT_WAS);
    });

    scenario('a receiver that changes its message changes nothing of the sender\'s', {
      points: 0.2, module: 'network', name: 'receiver-changes',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.keep('ballot', BALLOT);
      network.send('S1', 'S2', kept('ballot'));
      network.advance(0);

      network.receiveAs('S2', 'received');
      network.forge('received', PLACE_IN_MESSAGE);

      await network.expectKept('ballot', BALLOT, OWN_COPY);
    });

    scenario('two receivers of one object get two copies', {
      points: 0.15, module: 'network', name: 'two-receivers',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 3});
      network.keep('ballot', BALLOT);
      network.send('S1', 'S2', kept('ballot'));
      network.send('S1', 'S3', kept('ballot'));
      network.advance(0);

      network.receiveAs('S2', 'received');
      network.forge('received', PLACE_IN_MESSAGE);

      await network.expectReceived('S3', {from: 'S1', messages: [BALLOT]}, OWN_COPY);
    });

    scenario('the two copies of a duplicated message are two objects', {
      points: 0.15, module: 'network', name: 'duplicates-apart',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDuplication(1);
      network.send('S1', 'S2', BALLOT);
      network.advance(0);

      network.receiveAs('S2', 'received');
      network.forge('received', PLACE_IN_MESSAGE);

      await network.expectReceived('S2', {from: 'S1', messages: [BALLOT]}, OWN_COPY);
    });

    scenario('the debug log and the receiver share nothing', {
      points: 0.05, module: 'network', name: 'log-shares-nothing',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.watchEvents();
      network.send('S1', 'S2', BALLOT);
      network.forge('log', [0, ...PLACE_IN_MESSAGE]);
      network.advance(0);
      network.forge('log', [1, ...PLACE_IN_MESSAGE]);

      await network.expectReceived('S2', {from: 'S1', messages: [BALLOT]}, OWN_COPY);
    });

    scenario('a delay that the caller changes afterwards stays as it was set', {
      points: 0.05, module: 'network', name: 'settings-copied',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.keep('delay', {delayMsMin: 10, delayMsMax: 10});
      network.setDelayTo(kept('delay'));
      network.change('delay', ['delayMsMin'], 0);
      network.change('delay', ['delayMsMax'], 0);

      network.send('S1', 'S2', 'after 10ms');

      await network.expectArrivals('S2', {withinMs: 20, atMs: [10]}, SETTINGS_COPIED);
    });

    scenario('a reordering that the caller changes afterwards stays as it was set', {
      points: 0.05, module: 'network', name: 'reordering-copied',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.keep('reordering', {reorderProbability: 1, delayMsMin: 10, delayMsMax: 10});
      network.setReordering(kept('reordering'));
      network.change('reordering', ['delayMsMin'], 0);
      network.change('reordering', ['delayMsMax'], 0);

      network.send('S1', 'S2', 'after 10ms');

      await network.expectArrivals('S2', {withinMs: 20, atMs: [10]}, SETTINGS_COPIED);
    });
  });
});
