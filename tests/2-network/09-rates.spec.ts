/**
 * Random worlds of one fault each: many messages, and how many meet it.
 *
 * Paper: §2. Bounds are so wide that chance alone does not leave them (bounds.ts).
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import {boundsOf} from './bounds';
import {NetworkScript} from './network-script';
import {OVERTAKEN, OWN_DELAY, RATE, UNIFORM} from './rules';

const MESSAGES = 2000;
const A_QUARTER = boundsOf({among: MESSAGES, probability: 0.25});

lab(2, 'network', () => {
  section('§2', 'rates', () => {
    scenario('a loss of a quarter loses about a quarter, each message on its own', {
      points: 0.2, module: 'network', name: 'loss-rate', seeds: seedsUpTo(3),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setLoss(0.25);
      network.sendMany('S1', 'S2', MESSAGES);
      network.advance(0);

      const arrived = new Set((await network.drain('S2')).map(({message}) => message));
      const isLost = (number: number): boolean => !arrived.has(number);
      const numbers = Array.from({length: MESSAGES}, (_, n) => n + 1);
      const what = `lost so many of ${MESSAGES} messages`;
      network.expectWithin(numbers.filter(isLost).length, {what, ...A_QUARTER}, RATE);

      // Neighbours are lost together by accident only: 125 of them, within 35 and 260.
      const pairs = numbers.filter(number => isLost(number) && isLost(number - 1)).length;
      network.expectWithin(
        pairs, {what: 'lost so many pairs of neighbours', least: 35, most: 260}, RATE);
    });

    scenario('a duplication of a quarter doubles about a quarter', {
      points: 0.15, module: 'network', name: 'duplication-rate', seeds: seedsUpTo(3),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDuplication(0.25);
      network.sendMany('S1', 'S2', MESSAGES);
      network.advance(0);

      const {length} = await network.drain('S2');

      const what = `doubled so many of ${MESSAGES} messages`;
      network.expectWithin(length - MESSAGES, {what, ...A_QUARTER}, RATE);
    });

    scenario('delays are whole, and each from min to max is as likely', {
      points: 0.2, module: 'network', name: 'delay-range', seeds: seedsUpTo(3),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(5, 9);
      network.sendMany('S1', 'S2', MESSAGES);

      const arrivals = await network.arrivals('S2', 15);

      const bounds = boundsOf({among: MESSAGES, probability: 0.2});
      for (let ms = 0; ms <= 15; ms++) {
        const count = arrivals.filter(({afterMs}) => afterMs === ms).length;
        const expected = ms >= 5 && ms <= 9 ? bounds : {least: 0, most: 0};
        const what = `with a delay of 5 to 9ms let messages arrive after ${ms}ms`;
        network.expectWithin(count, {what, ...expected}, UNIFORM);
      }
    });

    scenario('the copies of a duplicated message part ways', {
      points: 0.15, module: 'network', name: 'copies-part', seeds: seedsUpTo(3),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDuplication(1);
      network.setDelay(0, 9);
      network.sendMany('S1', 'S2', 500);

      const times = new Map<unknown, number[]>();
      for (const {message, afterMs} of await network.arrivals('S2', 9)) {
        times.set(message, [...times.get(message) ?? [], afterMs]);
      }

      const apart = [...times.values()].filter(([first, second]) => first !== second).length;
      network.expectWithin(apart, {
        what: 'let both copies of 500 messages arrive apart',
        ...boundsOf({among: 500, probability: 0.9}),
      }, OWN_DELAY);
    });

    scenario('a quarter of the messages is held back and overtaken', {
      points: 0.2, module: 'network', name: 'reordering-rate', seeds: seedsUpTo(3),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(3);
      network.setReordering({reorderProbability: 0.25, delayMsMin: 20, delayMsMax: 29});
      network.sendMany('S1', 'S2', MESSAGES);

      const arrivals = await network.arrivals('S2', 40);

      const between = (least: number, most: number): number =>
        arrivals.filter(({afterMs}) => afterMs >= least && afterMs <= most).length;
      const held = between(23, 32);
      network.expectWithin(held, {what: `held back so many of ${MESSAGES}`, ...A_QUARTER}, OVERTAKEN);
      const rest = {least: MESSAGES - held, most: MESSAGES - held};
      network.expectWithin(between(3, 3), {what: 'let the others arrive after 3ms', ...rest}, OVERTAKEN);
      network.expectWithin(between(28, 32), {
        what: 'held messages back for the second half of the range',
        ...boundsOf({among: held, probability: 0.5}),
      }, OVERTAKEN);
    });
  });
});
