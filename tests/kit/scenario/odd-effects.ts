/**
 * A host whose boxes say odd things now and then: what a process that was taken over may write.
 *
 * Read next: odd-effects.spec.ts.
 */
import {HostDied} from '../../../harness/host/box';
import type {BatchEffects, BoxInput, Effect, Host} from '../../../harness/host/box';
import {checkEffects} from '../../../harness/host/effect-shape';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {Chance} from '../../../harness/world/chance';

type Fields = Record<string, unknown>;

const ODD: readonly unknown[] = [
  null, true, -1, 0, 0.5, 1, 2, 7, 1e9, 2 ** 53, '', 'x', 'S1', 'S9', '__proto__', [], {}, [null],
  {a: 1}, {constructor: 1}, [[]],
];

/** Fields of effects that are JSON text. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  send: ['message'], append: ['record'], apply: ['command'], restore: ['snapshot'],
  result: ['value'], changed: ['fields', 'log'],
};

/** What no box says by itself. */
const FORGED: readonly Effect[] = [
  {kind: 'append', record: 'null'}, {kind: 'sync'}, {kind: 'rewrite', records: ['1', 'null']},
  {kind: 'apply', index: 1, term: 1, command: 'null'},
  {kind: 'apply', index: 1e9, term: 1e9, command: '{}'},
  {kind: 'restore', index: 3, snapshot: 'null'}, {kind: 'restore', index: -1, snapshot: '{}'},
  {kind: 'changed', fields: '{}', log: '{"from":1,"entries":[null]}'},
  {kind: 'changed', fields: '{}', log: '{"from":1000000000,"entries":[{"term":1,"command":1}]}'},
  {kind: 'changed', fields: '{"log":1,"id":"S7","isUp":false}', log: null},
  {kind: 'changed', fields: '{"commitIndex":1000000000,"lastApplied":1000000000}', log: null},
  {kind: 'changed', fields: '{"nextIndex":{"S9":1},"matchIndex":{"__proto__":3}}', log: null},
  {kind: 'send', to: 'S1', message: 'null'}, {kind: 'send', to: 'C1', message: '7'},
  {kind: 'send', to: 'S2', message: '{"type":"AppendEntries"}'},
  {kind: 'send', to: '__proto__', message: '{"type":"RequestVote"}'},
  {kind: 'result', callId: 1, value: 'null'}, {kind: 'result', callId: 2, value: '{}'},
  {kind: 'reject', callId: 1, error: ''}, {kind: 'log', line: '\u001b[2J'},
];

export class OddHost implements Host {
  readonly name = 'process';
  private readonly host = new InProcessHost();

  /** @param rate how often something odd is said. */
  constructor(private readonly chance: Chance, private readonly rate: number) {}

  newBox(): number {
    return this.host.newBox();
  }

  drop(box: number): void {
    this.host.drop(box);
  }

  close(): Promise<void> {
    return this.host.close();
  }

  /** What is of no shape at all ends a process, as it does in a grader. */
  step(batch: readonly BoxInput[]): BatchEffects {
    const effects = this.host.step(batch) as BatchEffects;
    const said = JSON.stringify(effects.map(list => this.oddList(list)));
    try {
      return checkEffects(said, batch.length);
    } catch (error) {
      throw new HostDied((error as Error).message);
    }
  }

  private oddList(list: readonly Effect[]): unknown[] {
    const said: unknown[] = list.map(effect => (
      this.chance.happens(this.rate) ? this.odd(effect) : effect));
    if (this.chance.happens(this.rate)) {
      said.splice(this.chance.between(0, said.length), 0, this.chance.pick(FORGED));
    }
    if (said.length > 0 && this.chance.happens(this.rate / 4)) {
      said.splice(this.chance.between(0, said.length - 1), 1);
    }
    return said;
  }

  private odd(effect: Effect): unknown {
    const fields = {...effect} as Fields;
    const names = TEXTS[effect.kind];
    if (names !== undefined) {
      const name = this.chance.pick(names);
      const text = fields[name];
      if (typeof text === 'string') fields[name] = JSON.stringify(this.bent(JSON.parse(text), 0));
    }
    return fields;
  }

  /** The value with one part of it replaced or gone. */
  private bent(value: unknown, depth: number): unknown {
    const isWhole = typeof value !== 'object' || value === null || depth > 4;
    if (isWhole || this.chance.happens(0.3)) return this.chance.pick(ODD);
    const copy = (Array.isArray(value) ? [...value as unknown[]] : {...value}) as Fields;
    const keys = Object.keys(copy);
    if (keys.length === 0) return this.chance.pick(ODD);
    const key = this.chance.pick(keys);
    if (this.chance.happens(0.2)) delete copy[key];
    else copy[key] = this.bent(copy[key], depth + 1);
    return copy;
  }
}
