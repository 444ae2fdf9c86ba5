/**
 * What a check may cost: counted in steps and memo entries, and never decided by a clock.
 */
import {expect} from 'chai';
import {checkHistory, expectLinearizable} from '../../../harness/linearizability/check-history';
import {checkLinearizable} from '../../../harness/linearizability/check';
import {kvModel} from '../../../harness/linearizability/kv-model';
import {LabFailure} from '../../../harness/world/lab-failure';
import {generateHistory} from './generated-history';
import {kvHistory} from './hand-made';
import type {KvOperation} from './hand-made';

const STALE: readonly string[] = [
  'C1 1001-1002 set y a', 'C1 1003-1004 set y b', 'C2 1005-1006 get y -> a',
];

/**
 * Many appends at once, none of whose order is known until the one read, which fits none: every
 * subset in every order is a state of its own.
 */
function explosive(key: string, appends: number, from = 0): readonly KvOperation[] {
  const lines = Array.from({length: appends}, (_, n) =>
    `C${n} ${from + n + 1}-? append ${key} v${n}`);
  return kvHistory(...lines, `C99 ${from + 500}-${from + 501} get ${key} -> never`);
}

function together(...histories: readonly (readonly KvOperation[])[]): readonly KvOperation[] {
  return histories.flat().map((operation, id) => ({...operation, id}));
}

describe('the bound of the memo', () => {
  const hard = explosive('x', 12);

  it('ends a hard check, which is then neither right nor wrong', () => {
    const verdict = checkLinearizable(kvModel, hard, {memoLimit: 50_000});

    expect(verdict).to.include({verdict: 'unknown', key: 'x'});
    expect(verdict.memoEntries).to.be.within(50_000, 55_000);
    expect(verdict.steps).to.be.at.most(50_000 * 2 * hard.length);
  });

  it('ends it at the same step every time', () => {
    const once = checkLinearizable(kvModel, hard, {memoLimit: 50_000});

    expect(checkLinearizable(kvModel, hard, {memoLimit: 50_000})).to.deep.equal(once);
  });

  it('counts long values as what they weigh', () => {
    const long = 'z'.repeat(640);
    const [short, heavy] = ['z', long].map(value => checkLinearizable(
      kvModel, kvHistory(`C1 1-2 append x ${value} -> ${value.length}`, 'C2 3-4 delete x -> true'),
    ));

    expect((heavy?.memoEntries ?? 0) - (short?.memoEntries ?? 0)).to.equal(10);
  });

  it('can be raised, and then there may be an answer', () => {
    const history = explosive('x', 7);

    expect(checkLinearizable(kvModel, history, {memoLimit: 2_000}).verdict).to.equal('unknown');
    expect(checkLinearizable(kvModel, history).verdict).to.equal('violation');
  });

  it('lets the other keys go on when the largest gives up', () => {
    const slow = explosive('y', 6, 2_000);
    const {memoEntries} = checkLinearizable(kvModel, slow);
    const verdict = checkLinearizable(kvModel, together(hard, slow), {
      memoLimit: 2 * memoEntries, turnSteps: 100,
    });

    expect(verdict).to.include({verdict: 'violation', key: 'y'});
    expect(verdict.memoEntries).to.be.greaterThan(2 * memoEntries);
  });

  it('is not reached by what other keys used before', () => {
    const history = generateHistory({operations: 2_000, clients: 50, keys: 10}, 1);
    const {memoEntries} = checkLinearizable(kvModel, history);

    expect(checkLinearizable(kvModel, history, {memoLimit: memoEntries}).verdict).to.equal('ok');
  });

  it('never turns a hard key and right ones into a pass', () => {
    const right = generateHistory({operations: 200, clients: 5, keys: 4}, 1)
      .map(each => ({...each, invokedAt: each.invokedAt + 5_000,
        returnedAt: (each.returnedAt ?? 0) + 5_000}));

    expect(checkLinearizable(kvModel, together(hard, right), {memoLimit: 20_000}))
      .to.include({verdict: 'unknown', key: 'x'});
  });
});

describe('the bound of the steps', () => {
  it('ends a hard check as well', () => {
    const verdict = checkLinearizable(kvModel, explosive('x', 12), {stepLimit: 10_000});

    expect(verdict).to.include({verdict: 'unknown', key: 'x'});
    expect(verdict.steps).to.be.within(10_000, 13_000);
  });
});

describe('keys take turns', () => {
  it('so a wrong key is found soon beside one that explodes', () => {
    const verdict = checkLinearizable(kvModel, together(explosive('x', 20), kvHistory(...STALE)));

    expect(verdict).to.include({verdict: 'violation', key: 'y'});
    expect(verdict.steps).to.be.at.most(5_000);
  });

  it('and a history of 2,000 operations beside it is of no matter', () => {
    const right = generateHistory({operations: 2_000, clients: 50, keys: 10}, 2)
      .map(each => ({...each, invokedAt: each.invokedAt + 5_000,
        returnedAt: (each.returnedAt ?? 0) + 5_000}));
    const verdict = checkLinearizable(
      kvModel, together(explosive('x', 20), right, kvHistory(...STALE)));

    expect(verdict).to.include({verdict: 'violation', key: 'y'});
    expect(verdict.steps).to.be.at.most(100_000);
  });

  it('of any length, and come to the same end', () => {
    const history = generateHistory({operations: 300, clients: 10, keys: 3, unknowns: 5}, 3);
    const whole = checkLinearizable(kvModel, history, {turnSteps: 1_000_000});

    for (const turnSteps of [1, 7, 1_000]) {
      expect(checkLinearizable(kvModel, history, {turnSteps})).to.deep.equal(whole);
    }
  });
});

describe('the check of a scenario', () => {
  it('raises the bounds once', () => {
    const history = explosive('x', 7);
    const bounds = {memoLimit: 5_000};
    const first = checkLinearizable(kvModel, history, bounds);
    const second = checkHistory(history, bounds);

    expect([first.verdict, second.verdict]).to.deep.equal(['unknown', 'violation']);
  });

  it('fails as the kit if there is no answer then either', () => {
    expect(() => expectLinearizable(explosive('x', 12), {memoLimit: 5_000}))
      .to.throw(LabFailure).with.nested.property('parts.kind', 'kit');
  });

  it('says what is wrong, and passes what is right', () => {
    expect(() => expectLinearizable(kvHistory(...STALE))).to.throw('Linearizability is broken: ');
    expect(expectLinearizable(kvHistory(...STALE.slice(0, 2))).verdict).to.equal('ok');
  });
});
