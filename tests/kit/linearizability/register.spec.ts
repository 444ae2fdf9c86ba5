/** Histories of one register, by hand. Read next: kv.spec.ts. */
import {expect} from 'chai';
import {checkLinearizable} from '../../../harness/linearizability/check';
import {registerModel} from '../../../harness/linearizability/register-model';
import {registerHistory} from './hand-made';

interface Row {
  readonly history: readonly string[];
  readonly ok: boolean;
  readonly because: string;
}

const ROWS: readonly Row[] = [
  {ok: true, because: 'nothing happened', history: []},
  {ok: true, because: 'it begins with 0', history: ['C1 1-2 read -> 0']},
  {ok: false, because: 'nobody wrote 7', history: ['C1 1-2 read -> 7']},
  {ok: true, because: 'the read follows the write', history: [
    'C1 1-2 write 5', 'C2 3-4 read -> 5',
  ]},
  {ok: false, because: 'the write had returned', history: [
    'C1 1-2 write 5', 'C2 3-4 read -> 0',
  ]},
  {ok: true, because: 'they overlap: the read may come first', history: [
    'C1 1-3 write 5', 'C2 2-4 read -> 0',
  ]},
  {ok: true, because: 'they overlap: the write may come first', history: [
    'C1 1-4 write 5', 'C2 2-3 read -> 5',
  ]},
  {ok: false, because: 'once one read has seen the write, a later one must', history: [
    'C1 1-10 write 5', 'C2 2-3 read -> 5', 'C3 4-5 read -> 0',
  ]},
  {ok: true, because: 'two reads that overlap may see it in either order', history: [
    'C1 1-10 write 5', 'C2 2-6 read -> 5', 'C3 4-7 read -> 0',
  ]},
  {ok: false, because: 'one value cannot come back after another', history: [
    'C1 1-20 write 5', 'C2 2-21 write 6', 'C3 3-4 read -> 5', 'C3 5-6 read -> 6',
    'C3 7-8 read -> 5',
  ]},
  {ok: true, because: 'unless it is written a second time', history: [
    'C1 1-20 write 5', 'C2 2-21 write 6', 'C4 9-22 write 5', 'C3 3-4 read -> 5',
    'C3 5-6 read -> 6', 'C3 10-11 read -> 5',
  ]},
  {ok: false, because: 'two readers see two writes in different orders', history: [
    'C1 1-2 write 1', 'C1 3-20 write 5', 'C2 4-21 write 6',
    'C3 5-6 read -> 5', 'C3 7-8 read -> 6', 'C4 9-10 read -> 6', 'C4 11-12 read -> 5',
  ]},
  {ok: true, because: 'a write of the value that is there may still come later', history: [
    'C1 1-2 write 5', 'C2 3-12 write 6', 'C3 4-13 write 5', 'C4 6-7 read -> 6',
    'C4 8-9 read -> 5',
  ]},
];

const SWAPS: readonly Row[] = [
  {ok: true, because: 'it wrote, and so it is read', history: [
    'C1 1-2 compareAndSet 0 3 -> true', 'C2 3-4 read -> 3',
  ]},
  {ok: false, because: 'it says that it did not write', history: [
    'C1 1-2 compareAndSet 0 3 -> false',
  ]},
  {ok: false, because: 'both found 0', history: [
    'C1 1-3 compareAndSet 0 3 -> true', 'C2 2-4 compareAndSet 0 4 -> true',
  ]},
  {ok: true, because: 'one found what the other had written', history: [
    'C1 1-3 compareAndSet 3 4 -> true', 'C2 2-4 compareAndSet 0 3 -> true',
  ]},
  {ok: true, because: 'a chain must be found in the only order there is', history: [
    'C1 1-11 compareAndSet 4 5 -> true', 'C2 2-12 compareAndSet 2 3 -> true',
    'C3 3-13 compareAndSet 3 4 -> true', 'C4 4-14 compareAndSet 0 1 -> true',
    'C5 5-15 compareAndSet 1 2 -> true', 'C6 6-16 read -> 5',
  ]},
];

const UNKNOWN: readonly Row[] = [
  {ok: true, because: 'a write nobody heard of may have happened', history: [
    'C1 1-? write 5', 'C2 2-3 read -> 5',
  ]},
  {ok: true, because: 'or not', history: ['C1 1-? write 5', 'C2 2-3 read -> 0']},
  {ok: true, because: 'or long after its client gave up', history: [
    'C1 1-? write 5', 'C2 2-3 read -> 0', 'C2 4-5 write 6', 'C2 6-7 read -> 6',
    'C2 8-9 read -> 5',
  ]},
  {ok: false, because: 'but not twice', history: [
    'C1 1-? write 5', 'C2 2-3 read -> 5', 'C2 4-5 write 6', 'C2 6-7 read -> 5',
  ]},
  {ok: false, because: 'and not before it was invoked', history: [
    'C2 1-2 read -> 5', 'C1 3-? write 5',
  ]},
  {ok: true, because: 'the compare-and-set may have written', history: [
    'C1 1-? compareAndSet 0 3', 'C2 2-3 read -> 3',
  ]},
  {ok: true, because: 'it may have come too late to write', history: [
    'C1 1-? compareAndSet 0 3', 'C2 2-3 write 4', 'C2 4-5 read -> 4', 'C2 6-7 write 0',
    'C2 8-9 read -> 0',
  ]},
  {ok: true, because: 'it may write later, when it finds what it expects', history: [
    'C1 1-? compareAndSet 0 3', 'C2 2-3 write 4', 'C2 4-5 write 0', 'C2 6-7 read -> 3',
  ]},
  {ok: false, because: 'what it expects was never there after 4 was', history: [
    'C1 1-? compareAndSet 0 3', 'C2 2-3 write 4', 'C2 4-5 read -> 4', 'C2 6-7 read -> 3',
  ]},
  {ok: true, because: 'several unknown ones may happen in any order', history: [
    'C1 1-? compareAndSet 1 2', 'C2 2-? compareAndSet 2 3', 'C3 3-? compareAndSet 0 1',
    'C4 4-5 read -> 3',
  ]},
];

describe('a history of a register', () => {
  for (const {history, ok, because} of [...ROWS, ...SWAPS, ...UNKNOWN]) {
    it(`${ok ? 'is' : 'is not'} linearizable: ${because}`, () => {
      const {verdict} = checkLinearizable(registerModel, registerHistory(...history));

      expect(verdict).to.equal(ok ? 'ok' : 'violation');
    });
  }
});
