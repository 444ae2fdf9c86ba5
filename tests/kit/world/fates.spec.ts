/** What happens to messages: as often as asked, each kind of fault on its own. */
import {expect} from 'chai';
import {CALM, Network} from '../../../harness/world/network';
import type {Arrival, Conditions} from '../../../harness/world/network';

const MESSAGES = 10_000;
const MESSAGE = '{}';
const CRUEL: Conditions = {
  ...CALM,
  delayMsMin: 5, delayMsMax: 25, distribution: 'uniform', lossProbability: 0.1,
  duplicationProbability: 0.05, reorderingProbability: 0.3, heldMsMin: 200, heldMsMax: 2_200,
};

type Fates = readonly (readonly Arrival[])[];

/** What becomes of the first messages from S1 to S2. */
function fatesOf(
  conditions: Partial<Conditions>, off: readonly string[] = [], seed = 1, messages = MESSAGES,
): Fates {
  const network = new Network(seed, {...CALM, ...conditions}, {off: new Set(off)});
  return Array.from({length: messages}, () => network.arrivals('S1', 'S2', MESSAGE));
}

const isLost = (arrivals: readonly Arrival[]): boolean => arrivals.length === 0;
const isDuplicated = (arrivals: readonly Arrival[]): boolean => arrivals.length === 2;
const isHeld = ([first]: readonly Arrival[]): boolean => first?.fate === 'held back';

/** The share of messages, which may differ from a probability by four standard deviations. */
function expectShare(
  fates: Fates, which: (one: readonly Arrival[]) => boolean, wanted: number,
): void {
  const share = fates.filter(which).length / fates.length;
  const deviation = Math.sqrt(wanted * (1 - wanted) / fates.length);
  expect(share).to.be.closeTo(wanted, 4 * deviation);
}

describe('the fate of a message', () => {
  it('is to arrive once, 1 ms later, if nothing is asked for', () => {
    expect(new Set(fatesOf({}).map(one => JSON.stringify(one))))
      .to.deep.equal(new Set(['[{"delayMs":1,"fate":null}]']));
  });

  it('is as often as asked to be lost, duplicated or held back', () => {
    const fates = fatesOf(CRUEL);
    const arrived = fates.filter(one => !isLost(one));

    expectShare(fates, isLost, 0.1);
    expectShare(arrived, isDuplicated, 0.05);
    expectShare(arrived, isHeld, 0.3);
  });

  it('is of one kind whatever it is of another', () => {
    const unlost = fatesOf(CRUEL, ['loss']);

    expectShare(unlost.filter(isHeld), isDuplicated, 0.05);
    expectShare(unlost.filter(isDuplicated), isHeld, 0.3);
    const isQuick = ([first]: readonly Arrival[]): boolean => first!.delayMs % 1_000 < 15;
    const heldFor1s = fatesOf({...CRUEL, heldMsMin: 1_000, heldMsMax: 1_000}, ['loss']);
    expectShare(heldFor1s, isQuick, 10 / 21);
    expectShare(heldFor1s.filter(isQuick), isHeld, 0.3);
    expectShare(heldFor1s.filter(isQuick), isDuplicated, 0.05);
  });

  it('is not what the message before met', () => {
    const fates = fatesOf(CRUEL);

    expectShare(fates.filter((_, n) => n > 0 && isLost(fates[n - 1]!)), isLost, 0.1);
    expectShare(fatesOf(CRUEL, [], 2).filter((_, n) => isLost(fates[n]!)), isLost, 0.1);
  });

  it('keeps its delay between the bounds, all of them as likely', () => {
    const delays = fatesOf({delayMsMin: 5, delayMsMax: 24}).map(([first]) => first!.delayMs);

    expect([Math.min(...delays), Math.max(...delays)]).to.deep.equal([5, 24]);
    for (let ms = 5; ms <= 24; ms++) {
      expect(delays.filter(one => one === ms).length / MESSAGES).to.be.closeTo(1 / 20, 0.009);
    }
  });

  it('exceeds the given maximum once in a hundred if its delay is exponential', () => {
    const fates = fatesOf({delayMsMin: 5, delayMsMax: 1_005, distribution: 'exponential'});

    expectShare(fates, ([first]) => first!.delayMs > 1_005, 0.01);
    expectShare(fates, ([first]) => first!.delayMs > 505, 0.1);
    expect(Math.min(...fates.map(([first]) => first!.delayMs))).to.equal(5);
  });

  it('is mostly quick and sometimes slow if its delay has a long tail', () => {
    const fates = fatesOf({delayMsMin: 0, delayMsMax: 1_000, distribution: 'long tail'});

    expectShare(fates, ([first]) => first!.delayMs < 125, 0.5);
    expectShare(fates, ([first]) => first!.delayMs > 729, 0.1);
  });

  it('is held back between the bounds', () => {
    const held = fatesOf({...CRUEL, delayMsMin: 0, delayMsMax: 0}).filter(isHeld)
      .map(([first]) => first!.delayMs);

    expect(Math.min(...held)).to.be.within(200, 210);
    expect(Math.max(...held)).to.be.within(2_190, 2_200);
  });

  describe('when one kind of fault is switched off', () => {
    const all = fatesOf(CRUEL);
    const pairs = (off: string): (readonly [readonly Arrival[], readonly Arrival[]])[] => {
      const without = fatesOf(CRUEL, [off]);
      return all.map((one, n) => [one, without[n]!] as const);
    };

    it('is the same but for losses', () => {
      for (const [before, now] of pairs('loss')) {
        if (isLost(before)) expect(now).not.to.have.lengthOf(0);
        else expect(now).to.deep.equal(before);
      }
    });

    it('is the same but for the second arrival', () => {
      for (const [before, now] of pairs('duplication')) {
        expect(now).to.deep.equal(before.slice(0, 1));
      }
    });

    it('is the same but for the time it is held back', () => {
      for (const [before, now] of pairs('reordering')) {
        expect([isLost(now), isDuplicated(now), isHeld(now)])
          .to.deep.equal([isLost(before), isDuplicated(before), false]);
        if (!isHeld(before)) expect(now).to.deep.equal(before);
      }
    });

    it('is the same but for the delay', () => {
      for (const [before, now] of pairs('delay')) {
        expect(now.map(({fate}) => fate)).to.deep.equal(before.map(({fate}) => fate));
        if (now[0]?.fate === null) expect(now[0].delayMs).to.equal(5);
      }
    });
  });

  it('is another on another link, in the other direction, with another seed', () => {
    const network = new Network(1, CRUEL);
    const links = [['S1', 'S2'], ['S2', 'S1'], ['S1', 'S3']] as const;
    const fates = links.map(([from, to]) =>
      JSON.stringify(Array.from({length: 50}, () => network.arrivals(from, to, MESSAGE))));

    expect(new Set([...fates, JSON.stringify(fatesOf(CRUEL, [], 2, 50))])).to.have.lengthOf(4);
    expect(fates[0]).to.equal(JSON.stringify(fatesOf(CRUEL, [], 1, 50)));
  });

  it('does not depend on what other links carry', () => {
    const network = new Network(1, CRUEL);
    const fates = Array.from({length: 50}, () => {
      network.arrivals('S2', 'S1', MESSAGE);
      return network.arrivals('S1', 'S2', MESSAGE);
    });

    expect(fates).to.deep.equal(fatesOf(CRUEL, [], 1, 50));
  });
});
