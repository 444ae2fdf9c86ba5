/**
 * Small random histories, in which right ones and wrong ones are about as common.
 *
 * Most draws would contradict themselves; so most outputs are those that a store gives that is used
 * in the order of some instants within the operations.
 * Read next: against-brute-force.spec.ts.
 */
import fc from 'fast-check';
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';
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

export function inputOn(
  keys: readonly string[], values: readonly string[] = ['a', 'b'],
): fc.Arbitrary<KvInput> {
  const [key, value] = [fc.constantFrom(...keys), fc.constantFrom(...values)];
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

export interface SmallShape {
  readonly keys: readonly string[];
  /** Operations at most. */
  readonly most: number;
  /** How many of 100 outcomes nobody knows. */
  readonly unknowns: number;
}

export function smallHistories(shape: SmallShape): fc.Arbitrary<readonly KvOperation[]> {
  return draws(shape).map(historyOf);
}

function draws(shape: SmallShape): fc.Arbitrary<readonly Draw[]> {
  const percent = fc.nat({max: 99});
  return fc.array(fc.record({
    input: inputOn(shape.keys), draw: fc.nat({max: 11}), wrong: percent, unknown: percent,
    places: fc.array(fc.nat({max: 1_000_000}), {minLength: 3, maxLength: 3}),
  }).map(({input, draw, wrong, unknown, places}) => ({
    input, wrongOutput: outputOf(input, draw), isWrong: wrong < 25,
    isUnknown: unknown < shape.unknowns, places: places.sort((a, b) => a - b),
  })), {minLength: 1, maxLength: shape.most, size: 'max'});
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
