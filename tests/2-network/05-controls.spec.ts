/**
 * Tables of controls: at 0 and 1 they are exact, nonsense is refused, the debug log tells the rest.
 *
 * Paper: §2.
 */
import {lab, section, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import type {ScriptValue} from '../../harness/host/script';
import type {NetworkEvent} from '../../harness/raft';
import {NetworkScript} from './network-script';
import {EXACT, REFUSED, REFUSED_CHANGES_NOTHING, TELLS_THE_LOG} from './control-rules';

/** The least and the greatest that a random ever draws: at 0 and at 1 neither may matter. */
const EXTREMES = [0, 1 - 2 ** -32];

interface ExactCase extends Row {
  readonly set: (network: NetworkScript) => void;
  /** At which millisecond each copy of one message arrives. */
  readonly atMs: readonly number[];
}

const exact: readonly ExactCase[] = [
  {set: network => network.setLoss(0), atMs: [0], because: 'a loss of 0 loses nothing'},
  {set: network => network.setLoss(1), atMs: [], because: 'a loss of 1 loses everything'},
  {set: network => network.setDuplication(0), atMs: [0],
    because: 'a duplication of 0 doubles nothing'},
  {set: network => network.setDuplication(1), atMs: [0, 0],
    because: 'a duplication of 1 doubles everything, once'},
  {set: network => network.setDelay(7), atMs: [7], because: 'a delay from 7 to 7ms is 7ms'},
  {set: network => {
    network.setDelay(7);
    network.setReordering({reorderProbability: 0, delayMsMin: 5, delayMsMax: 5});
  }, atMs: [7], because: 'a reordering of 0 holds nothing back'},
  {set: network => {
    network.setDelay(7);
    network.setReordering({reorderProbability: 1, delayMsMin: 5, delayMsMax: 5});
  }, atMs: [12], because: 'a reordering of 1 holds everything back, on top of its delay'},
];

interface RefusalCase extends Row {
  readonly call: readonly [method: string, ...values: readonly ScriptValue[]];
  readonly names: RegExp;
}

const NaN_: ScriptValue = {$special: 'NaN'};
const refusals: readonly RefusalCase[] = [
  {call: ['createEndpoint', 'S9'], names: /S9/, because: 'there is no S9 to put on the network'},
  {call: ['send', 'S9', 'a'], names: /S9/, because: 'there is no S9 to send to'},
  {call: ['cutOff', 'S9'], names: /S9/, because: 'there is no S9 to cut off'},
  {call: ['cutOneWay', 'S1', 'S9'], names: /S9/, because: 'no link leads to S9'},
  {call: ['cutOneWay', 'S9', 'S1'], names: /S9/, because: 'no link leads from S9'},
  {call: ['partition', [['S1'], ['S2', 'S9']]], names: /S9/, because: 'no group has an S9'},
  {call: ['setLoss', 1.5], names: /lossProbability/, because: 'no loss is above 1'},
  {call: ['setLoss', NaN_], names: /lossProbability/, because: 'NaN is no probability'},
  {call: ['setDuplication', -0.1], names: /duplicationProbability/, because: 'none is below 0'},
  {call: ['setDelay', {delayMsMin: -1, delayMsMax: 5}], names: /delayMsMin/,
    because: 'nothing arrives before it was sent'},
  {call: ['setDelay', {delayMsMin: 0, delayMsMax: 2.5}], names: /delayMsMax/,
    because: 'a delay is in whole milliseconds'},
  {call: ['setDelay', {delayMsMin: 6, delayMsMax: 5}], names: /delayMsMin|delayMsMax/,
    because: 'a range does not end before it begins'},
  {call: ['setReordering', {reorderProbability: 2, delayMsMin: 1, delayMsMax: 2}],
    names: /reorderProbability/, because: 'no more than all messages are held back'},
  {call: ['setReordering', {reorderProbability: 1, delayMsMin: 1, delayMsMax: NaN_}],
    names: /delayMsMax/, because: 'NaN is no delay'},
];

interface EventCase extends Row {
  readonly set: (network: NetworkScript) => void;
  /** While the message is on its way. */
  readonly meanwhile?: (network: NetworkScript) => void;
  /** S2 if absent. */
  readonly to?: string;
  readonly events: readonly NetworkEvent['what'][];
}

const events: readonly EventCase[] = [
  {set: () => undefined, events: ['sent', 'delivered'], because: 'all is well'},
  {set: () => undefined, to: 'S3', events: ['sent', 'away'], because: 'its receiver is away'},
  {set: network => network.setLoss(1), events: ['sent', 'lost'], because: 'it is lost by chance'},
  {set: network => network.cutOneWay('S1', 'S2'), events: ['sent', 'cut'],
    because: 'its link is cut when it is sent'},
  {set: network => network.cutOneWay('S2', 'S1'), meanwhile: network => network.cutOff('S2'),
    events: ['sent', 'cut'], because: 'its link is cut when it is due'},
  {set: network => network.setDuplication(1),
    events: ['sent', 'duplicated', 'delivered', 'delivered'], because: 'it is doubled'},
];

lab(2, 'network', () => {
  section('§2', 'controls', () => {
    table('at 0 and at 1 nothing is left to chance', {
      points: 0.2, module: 'network', name: 'exact',
    }, exact, async (scene, {set, atMs}) => {
      for (const [n, fixedRandom] of EXTREMES.entries()) {
        const network = new NetworkScript(scene, {servers: 2, fixedRandom, name: `n${n}`});
        set(network);
        network.send('S1', 'S2', 'a');
        await network.expectArrivals('S2', {withinMs: 15, atMs}, EXACT);
      }
    });

    table('nonsense is refused and changes nothing', {
      points: 0.2, module: 'network', name: 'refused',
    }, refusals, async (scene, {call: [method, ...values], names}) => {
      const network = new NetworkScript(scene, {servers: 3});
      const all = 'S1 S2 S3';

      await network.expectRefused(method, values, {names, rule: REFUSED});

      await network.expectReach({S1: all, S2: all, S3: all}, REFUSED_CHANGES_NOTHING);
    });

    table('the debug log is told what becomes of a message', {
      points: 0.2, module: 'network', name: 'log',
    }, events, async (scene, {set, meanwhile, to = 'S2', events: told}) => {
      const network = new NetworkScript(scene, {servers: 3, away: ['S3']});
      network.watchEvents();
      network.setDelay(10);
      set(network);

      network.send('S1', to, 'a');
      meanwhile?.(network);
      network.advance(10);

      await network.expectEvents(
        told.map(what => ({what, from: 'S1', to, message: 'a'})), TELLS_THE_LOG);
    });
  });
});
