/**
 * Thousands of small random histories, each judged by the checker and by brute force.
 *
 * Most draws contradict themselves; so that both verdicts are common, half of the outputs are those
 * that a store gives that is used in the order of some instants within the operations.
 * Read next: generated.spec.ts.
 */
import {expect} from 'chai';
import fc from 'fast-check';
import {checkLinearizable} from '../../../harness/linearizability/check';
import type {Violation} from '../../../harness/linearizability/check';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvInput, KvOutput, KvState} from '../../../harness/linearizability/kv-model';
import {hasOrder} from './brute-force';
import type {KvOperation} from './hand-made';
import {PlainStore} from './plain-store';

interface Draw {
  readonly input: KvInput;
  readonly wrongOutput: KvOutput;
  readonly isWrong: boolean;
  readonly isUnknown: boolean;
  /** Three places on a line: invoked, took effect, returned. */
  readonly places: readonly number[];
}

const value = fc.constantFrom('a', 'b');

function inputOn(keys: readonly string[]): fc.Arbitrary<KvInput> {
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    fc.record({op: fc.constant('get' as const), key}),
    fc.record({op: fc.constant('get' as const), key}),
    fc.record({op: fc.constant('set' as const), key, value}),
    fc.record({op: fc.constant('delete' as const), key}),
    fc.record({op: fc.constant('append' as const), key, value}),
    fc.record({
      op: fc.constant('compareAndSet' as const), key, value, expected: fc.option(value),
    }),
  );
}

function outputOf({op}: KvInput, draw: number): KvOutput {
  switch (op) {
    case 'get': return ['a', 'b', 'ab', null][draw % 4] ?? null;
    case 'set': return null;
    case 'append': return 1 + draw % 3;
    default: return draw % 2 === 0;
  }
}

function draws(options: {
  readonly keys: readonly string[]; readonly most: number; readonly unknowns: number;
}): fc.Arbitrary<readonly Draw[]> {
  const percent = fc.nat({max: 99});
  return fc.array(fc.record({
    input: inputOn(options.keys), draw: fc.nat({max: 11}), wrong: percent, unknown: percent,
    places: fc.array(fc.nat({max: 1_000_000}), {minLength: 3, maxLength: 3}),
  }).map(({input, draw, wrong, unknown, places}) => ({
    input, wrongOutput: outputOf(input, draw), isWrong: wrong < 25,
    isUnknown: unknown < options.unknowns, places: places.sort((a, b) => a - b),
  })), {minLength: 1, maxLength: options.most, size: 'max'});
}

function historyOf(drawn: readonly Draw[]): readonly KvOperation[] {
  const store = new PlainStore();
  const outputs = new Map<Draw, KvOutput>();
  const place = ({places}: Draw, which: number): number => places[which] ?? 0;
  for (const each of [...drawn].sort((a, b) => place(a, 1) - place(b, 1))) {
    outputs.set(each, store.run(each.input));
  }
  const events = drawn.flatMap(each => [[each, 0] as const, [each, 2] as const])
    .sort(([a, i], [b, j]) => place(a, i) - place(b, j) || i - j);
  const eventOf = (draw: Draw, which: number): number =>
    1 + events.findIndex(([each, i]) => each === draw && i === which);
  return drawn.map((each, id) => {
    const returnedAt = each.isUnknown ? null : eventOf(each, 2);
    const output = each.isWrong ? each.wrongOutput : outputs.get(each) ?? null;
    const invokedAt = eventOf(each, 0);
    return {
      id, client: `C${id + 1}`, input: each.input, invokedAt, invokedAtMs: invokedAt, returnedAt,
      returnedAtMs: returnedAt, ...(returnedAt === null ? {} : {output}),
    };
  });
}

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

interface Kind {
  readonly what: string;
  readonly keys: readonly string[];
  readonly most: number;
  readonly unknowns: number;
  readonly runs: number;
}

const KINDS: readonly Kind[] = [
  {what: 'of one key', keys: ['x'], most: 6, unknowns: 0, runs: 6_000},
  {what: 'of one key with unknown outcomes', keys: ['x'], most: 6, unknowns: 40, runs: 8_000},
  {what: 'of two keys', keys: ['x', 'y'], most: 6, unknowns: 15, runs: 3_000},
  {what: 'of seven operations', keys: ['x'], most: 7, unknowns: 25, runs: 3_000},
];

describe('checker and brute force agree on random histories', () => {
  for (const {what, runs, ...options} of KINDS) {
    it(what, () => {
      const seen = {ok: 0, violation: 0};
      fc.assert(fc.property(draws(options), drawn => {
        const history = historyOf(drawn);
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
