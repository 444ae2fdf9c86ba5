/**
 * Long random histories that are right by construction: clients that really use one store.
 *
 * Each operation takes effect on a plain store at an instant between its invocation and its return;
 * the next event of all is drawn from one seeded stream. An operation of unknown outcome has no
 * return, and takes effect or not.
 * Read next: generated.spec.ts.
 */
import {HistoryRecorder} from '../../../harness/linearizability/history';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';
import {Chance} from '../../../harness/world/chance';
import type {KvOperation} from './hand-made';
import {PlainStore} from './plain-store';

export interface Shape {
  readonly operations: number;
  readonly clients: number;
  readonly keys: number;
  readonly kinds?: readonly KvInput['op'][];
  /** How many of 100 outcomes nobody knows. */
  readonly unknowns?: number;
}

/** What a client is at: invoked, and whether it has taken effect. */
interface Underway {
  readonly id: number;
  readonly input: KvInput;
  readonly isUnknown: boolean;
  result?: KvOutput;
}

const KINDS: readonly KvInput['op'][] = [
  'get', 'get', 'set', 'append', 'append', 'delete', 'compareAndSet',
];

/** Values have four characters and occur once. */
export function generateHistory(
  shape: Shape, seed: number, store: PlainStore = new PlainStore(),
): readonly KvOperation[] {
  const chance = new Chance(seed, 'history');
  const recorder = new HistoryRecorder<KvInput, KvOutput>(kvModel);
  const underway = new Map<string, Underway>();
  const clients = Array.from({length: shape.clients}, (_, n) => `C${n + 1}`);
  let invoked = 0;
  for (let atMs = 1; invoked < shape.operations || underway.size > 0; atMs++) {
    const isOver = invoked === shape.operations;
    const client = chance.pick(isOver ? [...underway.keys()] : clients);
    const current = underway.get(client);
    if (current === undefined) {
      const input = drawInput(shape, chance, {store, serial: invoked++});
      const isUnknown = chance.fraction() * 100 < (shape.unknowns ?? 0);
      underway.set(client, {id: recorder.invoked(client, input, atMs), input, isUnknown});
    } else if (current.result === undefined) {
      takeEffect(current, store, chance);
      if (current.isUnknown) underway.delete(client);
    } else {
      recorder.returned(current.id, current.result, atMs);
      underway.delete(client);
    }
  }
  return recorder.operations();
}

function takeEffect(current: Underway, store: PlainStore, chance: Chance): void {
  if (current.isUnknown && chance.happens(0.5)) return;
  current.result = store.run(current.input);
}

function drawInput(
  {keys, kinds = KINDS}: Shape, chance: Chance,
  {store, serial}: {readonly store: PlainStore; readonly serial: number},
): KvInput {
  const key = `k${chance.between(1, keys)}`;
  const value = serial.toString(36).padStart(4, '_');
  const op = chance.pick(kinds);
  if (op === 'get' || op === 'delete') return {op, key};
  if (op === 'set' || op === 'append') return {op, key, value};
  return {op, key, expected: chance.happens(0.7) ? store.get(key) : 'nope', value};
}
