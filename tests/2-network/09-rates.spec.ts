/**
 * Random worlds of one fault each: many messages, and how many meet it.
 *
 * Paper: §2. Bounds are so wide that chance alone does not leave them (bounds.ts).
 */
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import {boundsOf} from './bounds';
import {NetworkScript} from './network-script';
import {EACH_ON_ITS_OWN, OVERTAKEN, OWN_DELAY, RATE, UNIFORM} from './control-rules';

const MESSAGES = 1000;
const A_QUARTER = boundsOf({among: MESSAGES, probability: 0.25});

lab(2, 'network', () => {
  section('§2', 'rates', () => {
    scenario('a loss of a quarter loses about a quarter, each message on its own', {
      points: 0.1, module: 'network', name: 'loss-rate', seeds: seedsUpTo(2),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setLoss(0.25);
      network.sendMany('S1', 'S2', MESSAGES);
      network.advance(0);

      const arrived = new Set((await network.drain('S2')).map(({message}) => message));
      const isLost = (number: number): boolean => !arrived.has(number);
      const numbers = Array.from({length: MESSAGES}, (_, n) => n + 1);
      network.expectWithin(numbers.filter(isLost).length, {
        words: count => `lost ${count} of ${MESSAGES} messages`, ...A_QUARTER,
      }, RATE);

      // Neighbours are lost together by accident only: 62 of them, more or less.
      const pairs = numbers.slice(1)
        .filter(number => isLost(number) && isLost(number - 1)).length;
      network.expectWithin(pairs, {
        words: count => `lost ${count} pairs of messages in a row`, least: 8, most: 150,
      }, EACH_ON_ITS_OWN);
    });

    scenario('a duplication of a quarter doubles about a quarter', {
      points: 0.1, module: 'network', name: 'duplication-rate', seeds: seedsUpTo(2),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDuplication(0.25);
      network.sendMany('S1', 'S2', MESSAGES);
      network.advance(0);

      const {length} = await network.drain('S2');

      network.expectWithin(length - MESSAGES, {
        words: count => `doubled ${count} of ${MESSAGES} messages`, ...A_QUARTER,
      }, RATE);
    });

    scenario('delays are whole, and each from min to max is as likely', {
      points: 0.1, module: 'network', name: 'delay-range', seeds: seedsUpTo(2),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(5, 7);
      network.sendMany('S1', 'S2', MESSAGES);

      const arrivals = await network.arrivals('S2', 10);

      const bounds = boundsOf({among: MESSAGES, probability: 1 / 3});
      for (let ms = 0; ms <= 10; ms++) {
        const found = arrivals.filter(({afterMs}) => afterMs === ms).length;
        const expected = ms >= 5 && ms <= 7 ? bounds : {least: 0, most: 0};
        network.expectWithin(found, {
          words: count => `let ${count} of ${MESSAGES} arrive after ${ms}ms of 5 to 7ms`,
          ...expected,
        }, UNIFORM);
      }
    });

    scenario('the copies of a duplicated message part ways', {
      points: 0.05, module: 'network', name: 'copies-part', seeds: seedsUpTo(2),
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
        words: count => `let the copies of ${count} in 500 messages arrive apart`,
        ...boundsOf({among: 500, probability: 0.9}),
      }, OWN_DELAY);
    });

    scenario('a quarter of the messages is held back and overtaken', {
      points: 0.1, module: 'network', name: 'reordering-rate', seeds: seedsUpTo(2),
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDelay(3);
      network.setReordering({reorderProbability: 0.25, delayMsMin: 20, delayMsMax: 29});
      network.sendMany('S1', 'S2', MESSAGES);

      const arrivals = await network.arrivals('S2', 40);

      const between = (least: number, most: number): number =>
        arrivals.filter(({afterMs}) => afterMs >= least && afterMs <= most).length;
      const held = between(23, 32);
      network.expectWithin(held, {
        words: count => `held back ${count} of ${MESSAGES} messages by 20 to 29ms`, ...A_QUARTER,
      }, OVERTAKEN);
      network.expectWithin(between(3, 3), {
        words: count => `let ${count} of the others arrive in time`,
        least: MESSAGES - held, most: MESSAGES - held,
      }, OVERTAKEN);
      network.expectWithin(between(28, 32), {
        words: count => `held ${count} of ${held} back for 25ms or more`,
        ...boundsOf({among: held, probability: 0.5}),
      }, OVERTAKEN);
    });
  });
});
