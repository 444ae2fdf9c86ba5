/**
 * Thousands of small random histories, each judged by the checker and by brute force.
 *
 * Read next: generated.spec.ts.
 */
import {expect} from 'chai';
import fc from 'fast-check';
import {checkLinearizable} from '../../../harness/linearizability/check';
import type {Violation} from '../../../harness/linearizability/check';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvInput, KvOutput, KvState} from '../../../harness/linearizability/kv-model';
import {hasOrder} from './brute-force';
import {PlainStore} from './plain-store';
import {smallHistories} from './small-histories';
import type {SmallShape} from './small-histories';

/** The order is legal, keeps to real time, and nothing of `blocked` can follow it. */
function expectSound({order, blocked, operations}: Violation<KvInput, KvOutput, KvState>): void {
  const store = new PlainStore();
  const left = new Set(operations);
  for (const {operation, stateAfter} of order) {
    left.delete(operation);
    const {input, output, invokedAt, returnedAt} = operation;
    const given = store.run(input);
    expect(given === output || returnedAt === null).to.equal(true);
    expect(store.get(input.key)).to.equal(stateAfter);
    expect([...left].every(each => (each.returnedAt ?? Infinity) > invokedAt)).to.equal(true);
  }
  expect(blocked.length).to.be.greaterThan(0);
  const state = order.at(-1)?.stateAfter ?? null;
  for (const {input, output} of blocked) {
    expect(kvModel.step(state, input, output ?? null)).to.be.a('symbol');
  }
}

interface Kind extends SmallShape {
  readonly what: string;
  readonly runs: number;
}

const KINDS: readonly Kind[] = [
  {what: 'of one key', keys: ['x'], most: 6, unknowns: 0, runs: 6_000},
  {what: 'of one key with unknown outcomes', keys: ['x'], most: 6, unknowns: 40, runs: 8_000},
  {what: 'of two keys', keys: ['x', 'y'], most: 6, unknowns: 15, runs: 3_000},
  {what: 'of seven operations', keys: ['x'], most: 7, unknowns: 25, runs: 3_000},
];

describe('checker and brute force agree on random histories', () => {
  for (const {what, runs, ...shape} of KINDS) {
    it(what, () => {
      const seen = {ok: 0, violation: 0};
      fc.assert(fc.property(smallHistories(shape), history => {
        const verdict = checkLinearizable(kvModel, history);
        const wanted = hasOrder(history) ? 'ok' : 'violation';
        expect(verdict.verdict).to.equal(wanted);
        seen[wanted]++;
        if (verdict.verdict === 'violation') expectSound(verdict.violation);
      }), {seed: 7, numRuns: runs});
      expect(Math.min(seen.ok, seen.violation)).to.be.greaterThan(runs / 8);
    }).timeout(60_000);
  }
});
