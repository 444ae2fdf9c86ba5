/** Conditions of a network: which messages they are about, and what a failure says of them. */
import {expect} from 'chai';
import {isResults} from '../../../harness/cluster/is-results';
import {describeConditions} from '../../../harness/world/describe-conditions';
import {CALM, LONG_REORDERING, Network, UNRELIABLE} from '../../../harness/world/network';
import type {Arrival, Conditions} from '../../../harness/world/network';

const REQUEST = '{"type":"AppendEntries","entries":[{"command":"type:Results"}]}';
const RESULTS = '{"term":3,"type":"AppendEntriesResults"}';

describe('results', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    [RESULTS, true],
    ['{"type":"KvResults"}', true],
    [REQUEST, false],
    ['{"type":"AppendEntries","entries":[{"command":{"type":"XResults"}}]}', false],
    ['{"type":["Results"]}', false],
    ['"Results"', false],
    ['["Results"]', false],
    ['null', false],
  ];
  for (const [message, expected] of rows) {
    it(`are told from requests by their type: ${message}`, () => {
      expect(isResults(message)).to.equal(expected);
    });
  }
});

describe('long reordering', () => {
  /** What becomes of requests and results that take turns on one link. */
  function fates(conditions: Conditions): readonly (readonly Arrival[])[] {
    const network = new Network(1, conditions, {isResults});
    return Array.from({length: 10_000}, (_, n) =>
      network.arrivals('S1', 'S2', n % 2 === 0 ? REQUEST : RESULTS));
  }
  const isHeld = ([first]: readonly Arrival[]): boolean => first?.fate === 'held back';
  const delays = (some: readonly (readonly Arrival[])[]): readonly number[] =>
    some.flatMap(one => one.map(({delayMs}) => delayMs));

  it('holds back two results in three for 200 to 2200 ms, and no request', () => {
    const all = fates(LONG_REORDERING);
    const requests = all.filter((_, n) => n % 2 === 0);
    const results = all.filter((_, n) => n % 2 === 1);
    const arrived = results.filter(({length}) => length > 0);

    expect(requests.filter(isHeld)).to.have.lengthOf(0);
    expect(Math.max(...delays(requests))).to.equal(26);
    expect(arrived.filter(isHeld).length / arrived.length).to.be.closeTo(2 / 3, 0.028);
    const held = delays(arrived.filter(isHeld));
    expect(Math.min(...held)).to.be.within(200, 214);
    expect(Math.max(...held)).to.be.within(2_201, 2_226);
  });

  it('leaves every other fate as it is without it', () => {
    const without = fates(UNRELIABLE);
    fates(LONG_REORDERING).forEach((one, n) => {
      if (isHeld(one)) expect(without[n]).to.have.lengthOf(1);
      else expect(one).to.deep.equal(without[n]);
    });
  });

  it('holds back the same results as reordering of all messages does', () => {
    const ofAll = fates({...LONG_REORDERING, reorderingOf: 'all'});
    fates(LONG_REORDERING).forEach((one, n) => {
      if (n % 2 === 1) expect(one).to.deep.equal(ofAll[n]);
    });
    expect(ofAll.filter((one, n) => n % 2 === 0 && isHeld(one))).not.to.have.lengthOf(0);
  });

  it('needs to be told which messages are results', () => {
    const network = new Network(1, {...LONG_REORDERING, reorderingProbability: 1});
    const sendTen = (): void => {
      for (let n = 0; n < 10; n++) network.arrivals('S1', 'S2', RESULTS);
    };
    expect(sendTen).to.throw('this world was not told which messages are results');
  });
});

describe('conditions', () => {
  const rows: readonly (readonly [Partial<Conditions>, readonly string[], string | null])[] = [
    [{}, [], null],
    [UNRELIABLE, [], 'loss 10 %, delay 0–26 ms'],
    [UNRELIABLE, ['loss'], 'delay 0–26 ms'],
    [UNRELIABLE, ['loss', 'delay'], null],
    [{duplicationProbability: 0.0123}, [], 'duplication 1.2 %'],
    [{reorderingProbability: 0.5}, [], 'reordering 50 % (held back 200–2200 ms)'],
    [LONG_REORDERING, [],
      'loss 10 %, reordering 66.7 % of results (held back 200–2200 ms), delay 0–26 ms'],
  ];
  for (const [conditions, off, text] of rows) {
    it(`read: ${text ?? 'nothing'}${off.length === 0 ? '' : `, without ${off.join(' ')}`}`, () => {
      expect(describeConditions({...CALM, ...conditions}, new Set(off))).to.equal(text);
    });
  }
});
