/** Histories of the key/value store, by hand. Read next: against-brute-force.spec.ts. */
import {expect} from 'chai';
import {checkLinearizable} from '../../../harness/linearizability/check';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvOutput} from '../../../harness/linearizability/kv-model';
import {kvHistory} from './hand-made';

interface Row {
  readonly history: readonly string[];
  readonly ok: boolean;
  readonly because: string;
}

const ONE_CLIENT: readonly Row[] = [
  {ok: true, because: 'each operation does what it says', history: [
    'C1 1-2 get x -> none', 'C1 3-4 set x ab', 'C1 5-6 append x c -> 3', 'C1 7-8 get x -> abc',
    'C1 9-10 compareAndSet x abc d -> true', 'C1 11-12 compareAndSet x abc e -> false',
    'C1 13-14 delete x -> true', 'C1 15-16 delete x -> false', 'C1 17-18 get x -> none',
    'C1 19-20 compareAndSet x none f -> true', 'C1 21-22 get x -> f',
  ]},
  {ok: true, because: 'an append to an absent key counts from nothing', history: [
    'C1 1-2 append x ab -> 2', 'C1 3-4 get x -> ab',
  ]},
  {ok: false, because: 'a set returns null', history: ['C1 1-2 set x a -> true']},
  {ok: false, because: 'there was nothing to delete', history: ['C1 1-2 delete x -> true']},
  {ok: false, because: 'there was something to delete', history: [
    'C1 1-2 set x a', 'C1 3-4 delete x -> false',
  ]},
  {ok: false, because: 'a deleted key is absent', history: [
    'C1 1-2 set x a', 'C1 3-4 delete x -> true', 'C1 5-6 get x -> a',
  ]},
  {ok: false, because: 'the length is that of the whole value', history: [
    'C1 1-2 set x ab', 'C1 3-4 append x c -> 1',
  ]},
  {ok: false, because: 'absent is not the empty text', history: [
    'C1 1-2 compareAndSet x none a -> false',
  ]},
  {ok: false, because: 'the key holds what was expected', history: [
    'C1 1-2 set x a', 'C1 3-4 compareAndSet x a b -> false',
  ]},
  {ok: false, because: 'each key is on its own', history: ['C1 1-2 set x a', 'C1 3-4 get y -> a']},
];

const SEVERAL: readonly Row[] = [
  {ok: true, because: 'two appends may stand in either order', history: [
    'C1 1-4 append x a -> 2', 'C2 2-3 append x b -> 1', 'C3 5-6 get x -> ba',
  ]},
  {ok: false, because: 'their lengths say which order it was', history: [
    'C1 1-4 append x a -> 2', 'C2 2-3 append x b -> 1', 'C3 5-6 get x -> ab',
  ]},
  {ok: false, because: 'both cannot have been first', history: [
    'C1 1-4 append x a -> 1', 'C2 2-3 append x b -> 1',
  ]},
  {ok: false, because: 'an append was applied twice', history: [
    'C1 1-2 append x a -> 1', 'C2 3-4 get x -> aa',
  ]},
  {ok: false, because: 'an append got lost', history: [
    'C1 1-2 append x a -> 1', 'C2 3-4 append x b -> 2', 'C1 5-6 get x -> b',
  ]},
  {ok: false, because: 'both deleted the same value', history: [
    'C1 1-2 set x a', 'C1 3-6 delete x -> true', 'C2 4-5 delete x -> true',
  ]},
  {ok: true, because: 'only one of two deletes found it', history: [
    'C1 1-2 set x a', 'C1 3-6 delete x -> false', 'C2 4-5 delete x -> true',
  ]},
  {ok: false, because: 'only one can have made the key', history: [
    'C1 1-6 compareAndSet x none a -> true', 'C2 2-5 compareAndSet x none b -> true',
  ]},
  {ok: true, because: 'what one key went through says nothing about another', history: [
    'C1 1-10 set x a', 'C2 2-3 get x -> a', 'C2 4-5 get y -> none', 'C3 6-7 set y b',
    'C1 11-12 get y -> b',
  ]},
  {ok: false, because: 'one wrong key is enough', history: [
    'C1 1-2 set x a', 'C1 3-4 set y b', 'C2 5-6 get x -> a', 'C2 7-8 get y -> a',
  ]},
];

const UNKNOWN: readonly Row[] = [
  {ok: true, because: 'an append that timed out shows up late', history: [
    'C1 1-? append x a', 'C2 2-3 append x b -> 1', 'C2 4-5 get x -> b', 'C2 6-7 get x -> ba',
  ]},
  {ok: true, because: 'or never', history: [
    'C1 1-? append x a', 'C2 2-3 append x b -> 1', 'C2 4-5 get x -> b',
  ]},
  {ok: false, because: 'it shows up twice', history: [
    'C1 1-? append x a', 'C2 2-3 append x b -> 2', 'C2 4-5 get x -> aba',
  ]},
  {ok: false, because: 'it was there, and is gone', history: [
    'C1 1-? append x a', 'C2 2-3 get x -> a', 'C2 4-5 get x -> none',
  ]},
  {ok: true, because: 'a delete that timed out took it away', history: [
    'C1 1-2 set x a', 'C1 3-? delete x', 'C2 4-5 get x -> a', 'C2 6-7 get x -> none',
  ]},
  {ok: true, because: 'a length counts an append nobody heard of', history: [
    'C1 1-? append x abc', 'C2 2-3 append x d -> 4', 'C3 4-5 get x -> abcd',
  ]},
  {ok: true, because: 'a compare-and-set that timed out wrote in between', history: [
    'C1 1-2 set x a', 'C2 3-? compareAndSet x a b', 'C1 4-5 compareAndSet x b c -> true',
  ]},
  {ok: false, because: 'without it nothing could have been b', history: [
    'C1 1-2 set x a', 'C2 3-? compareAndSet x q b', 'C1 4-5 compareAndSet x b c -> true',
  ]},
  {ok: true, because: 'a read nobody heard of says nothing', history: [
    'C1 1-2 set x a', 'C2 3-? get x', 'C1 4-5 get x -> a',
  ]},
];

describe('a history of the store', () => {
  for (const {history, ok, because} of [...ONE_CLIENT, ...SEVERAL, ...UNKNOWN]) {
    it(`${ok ? 'is' : 'is not'} linearizable: ${because}`, () => {
      const {verdict} = checkLinearizable(kvModel, kvHistory(...history));

      expect(verdict).to.equal(ok ? 'ok' : 'violation');
    });
  }

  it('is not linearizable if a client got what no store gives: another type, or nothing', () => {
    const [get] = kvHistory('C1 1-2 get x -> none');
    if (get === undefined) throw new Error('no operation');
    for (const wire of ['{}', '[]', '0', '""', 'false', '"absent"']) {
      const strange = {...get, output: JSON.parse(wire) as KvOutput};
      expect(checkLinearizable(kvModel, [strange]).verdict, wire).to.equal('violation');
    }
    const {output: _, ...silent} = get;
    expect(checkLinearizable(kvModel, [silent]).verdict).to.equal('violation');
  });
});

describe('a violation', () => {
  const verdict = checkLinearizable(kvModel, kvHistory(
    'C1 1-2 set y q', 'C1 3-4 set x a', 'C2 5-12 append x b -> 2', 'C3 6-7 get x -> ab',
    'C1 8-9 get x -> a', 'C2 13-14 get y -> q', 'C4 10-? get x',
  ));
  if (verdict.verdict !== 'violation') throw new Error('there is no violation');
  const {key, violation} = verdict;

  it('names its key, and has all that was done to it and says something', () => {
    expect(key).to.equal('x');
    expect(violation.operations.map(({id}) => id)).to.deep.equal([1, 2, 3, 4]);
  });

  it('has the longest order there is, with the state after each operation', () => {
    const order = violation.order.map(({operation, stateAfter}) => [operation.id, stateAfter]);

    expect(order).to.deep.equal([[1, 'a'], [2, 'ab'], [3, 'ab']]);
  });

  it('has what cannot come after it', () => {
    expect(violation.blocked.map(({id}) => id)).to.deep.equal([4]);
  });
});

describe('events', () => {
  it('must have numbers of their own, returns after invocations', () => {
    const check = (...lines: string[]) => (): unknown =>
      checkLinearizable(kvModel, kvHistory(...lines));

    expect(check('C1 1-2 get x -> none', 'C2 2-3 get x -> none')).to.throw('two events');
    expect(check('C1 5-4 get x -> none')).to.throw('before its invocation');
  });
});
