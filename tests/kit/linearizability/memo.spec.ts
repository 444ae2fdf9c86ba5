/** The memo by itself: what it has seen, what that covers, and that it forgets nothing. */
import {expect} from 'chai';
import {Memo} from '../../../harness/linearizability/memo';
import {Chance} from '../../../harness/world/chance';

describe('the memo', () => {
  it('knows a position again, by every part of it', () => {
    const memo = new Memo(1, 1);

    expect(memo.add(3, 7, Int32Array.of(0b101))).to.equal(true);
    expect(memo.add(3, 7, Int32Array.of(0b101))).to.equal(false);
    expect(memo.add(4, 7, Int32Array.of(0b101))).to.equal(true);
    expect(memo.add(3, 8, Int32Array.of(0b101))).to.equal(true);
    expect(memo.add(3, 7, Int32Array.of(0b100))).to.equal(true);
    expect(memo.count).to.equal(4);
  });

  it('covers whoever has spent more operations of unknown outcome, and nobody else', () => {
    const memo = new Memo(2, 1);

    expect(memo.add(1, 1, Int32Array.of(9, 0b0110))).to.equal(true);
    expect(memo.add(1, 1, Int32Array.of(9, 0b1110))).to.equal(false);
    expect(memo.add(1, 1, Int32Array.of(9, 0b0010))).to.equal(true);
    expect(memo.add(1, 1, Int32Array.of(9, 0b1001))).to.equal(true);
    expect(memo.add(1, 1, Int32Array.of(8, 0b1110))).to.equal(true);
  });

  it('forgets nothing while it grows', () => {
    const memo = new Memo(2, 2);
    const chance = new Chance(7, 'positions');
    const positions = Array.from({length: 5_000}, (_, n) => ({
      first: chance.between(0, 50), state: chance.between(0, 50),
      taken: Int32Array.of(chance.between(0, 1_000_000) - 500_000, n),
    }));

    for (const {first, state, taken} of positions) memo.add(first, state, taken);
    expect(memo.count).to.equal(5_000);
    for (const {first, state, taken} of positions) {
      expect(memo.add(first, state, taken)).to.equal(false);
    }
  });
});
