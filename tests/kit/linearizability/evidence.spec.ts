/** What evidence claims is held against brute force, and the vague states against a real store. */
import {expect} from 'chai';
import fc from 'fast-check';
import {checkLinearizable} from '../../../harness/linearizability/check';
import {gatherEvidence, Trials, withoutReturn} from '../../../harness/linearizability/evidence';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvInput, KvOutput, KvState} from '../../../harness/linearizability/kv-model';
import {REFUSED, UNKNOWN} from '../../../harness/linearizability/model';
import {hasOrder} from './brute-force';
import {kvHistory} from './hand-made';
import type {KvOperation} from './hand-made';
import {PlainStore} from './plain-store';
import {inputOn, smallHistories} from './small-histories';

const BUDGET = {stepsEach: 100_000, stepsInAll: 1_000_000};

function evidenceOf(history: readonly KvOperation[]): ReturnType<typeof gatherEvidence> | null {
  const verdict = checkLinearizable(kvModel, history);
  return verdict.verdict === 'violation'
    ? gatherEvidence(new Trials(kvModel, BUDGET), verdict.violation) : null;
}

/** Of the others no more is known than that some were over before the facts begin. */
function forgetting(
  history: readonly KvOperation[], facts: ReadonlySet<number>,
): readonly KvOperation[] {
  const begin = Math.min(...history.filter(({id}) => facts.has(id))
    .map(({invokedAt}) => invokedAt));
  return history.map(each => (
    facts.has(each.id) || (each.returnedAt ?? Infinity) < begin ? each : withoutReturn(each)));
}

/** The history as it stood after an event. */
function upTo(history: readonly KvOperation[], event: number): readonly KvOperation[] {
  return history.filter(({invokedAt}) => invokedAt <= event).map(each => (
    (each.returnedAt ?? Infinity) > event ? withoutReturn(each) : each));
}

describe('the evidence of a violation', () => {
  it('is what contradicts itself, whatever the other operations did', () => {
    const sizes: number[] = [];
    fc.assert(fc.property(smallHistories({keys: ['x'], most: 6, unknowns: 10}), history => {
      const evidence = evidenceOf(history);
      if (evidence === null) return;
      const facts = new Set(evidence.facts.map(({id}) => id));
      sizes.push(facts.size);

      expect(facts.has(evidence.last.id)).to.equal(true);
      expect(hasOrder(forgetting(history, facts), ({id}) => facts.has(id))).to.equal(false);
    }), {seed: 7, numRuns: 3_000});
    expect(sizes.length).to.be.greaterThan(500);
    expect(sizes.filter(size => size <= 3).length / sizes.length).to.be.greaterThan(0.9);
  }).timeout(30_000);

  it('ends where it broke: up to the return before, there was an order', () => {
    fc.assert(fc.property(smallHistories({keys: ['x'], most: 6, unknowns: 10}), history => {
      const evidence = evidenceOf(history);
      const last = history.find(({id}) => id === evidence?.last.id);
      if (last?.returnedAt == null) return;

      expect(hasOrder(upTo(history, last.returnedAt))).to.equal(false);
      expect(hasOrder(upTo(history, last.returnedAt - 1))).to.equal(true);
    }), {seed: 8, numRuns: 2_000});
  }).timeout(30_000);

  it('leaves out what is long past', () => {
    const past = Array.from({length: 200}, (_, n) =>
      `C1 ${10 * n + 1}-${10 * n + 2} append x ${String(n).padStart(4, '_')} -> ${4 * n + 4}`);
    const evidence = evidenceOf(kvHistory(
      ...past, 'C1 5001-5002 set x a', 'C2 5003-5004 set x b', 'C1 5005-5006 get x -> a'));

    expect(evidence?.facts.map(({invokedAtMs}) => invokedAtMs)).to.deep.equal([5003, 5005]);
  });
});

describe('a state that may be anything', () => {
  it('allows whatever a store does, whatever it held before', () => {
    const inputs = fc.array(inputOn(['x'], ['a', 'b', 'ab']), {minLength: 1, maxLength: 12});
    const start = fc.option(fc.constantFrom('', 'a', 'b', 'ab', 'bb'));
    const isSeen = fc.array(fc.boolean(), {minLength: 12, maxLength: 12});
    fc.assert(fc.property(start, inputs, isSeen, (value, commands, seen) => {
      const store = new PlainStore();
      if (value !== null) store.run({op: 'set', key: 'x', value});
      let state = kvModel.anything();
      commands.forEach((input: KvInput, n) => {
        const output = store.run(input);
        const next = kvModel.step(state, input, seen[n] === true ? output : UNKNOWN);
        if (next === REFUSED) throw new Error(`${kvModel.describeState(state)} refused`);
        state = next;
        if (typeof state !== 'number') expect(state).to.equal(store.get('x'));
      });
    }), {seed: 7, numRuns: 5_000});
  });

  it('comes to know a value that was read, and a length', () => {
    const step = (state: KvState, input: KvInput, output: KvOutput): unknown =>
      kvModel.step(state, input, output);
    const anything = kvModel.anything();

    expect(step(anything, {op: 'get', key: 'x'}, 'abc')).to.equal('abc');
    expect(step(anything, {op: 'append', key: 'x', value: 'bc'}, 1)).to.equal(REFUSED);
    const long = kvModel.step(anything, {op: 'append', key: 'x', value: 'bc'}, 3);
    if (long === REFUSED) throw new Error('refused');
    expect(step(long, {op: 'get', key: 'x'}, 'abc')).to.equal('abc');
    expect(step(long, {op: 'get', key: 'x'}, 'ab')).to.equal(REFUSED);
    expect(step(long, {op: 'delete', key: 'x'}, false)).to.equal(REFUSED);
    expect(step(long, {op: 'append', key: 'x', value: 'd'}, 5)).to.equal(REFUSED);
  });
});
