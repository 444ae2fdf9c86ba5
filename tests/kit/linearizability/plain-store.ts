/** A key/value store for one client at a time, written without looking at the model. */
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';

export class PlainStore {
  private readonly values = new Map<string, string>();

  get(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  run(input: KvInput): KvOutput {
    const {op, key} = input;
    if (op === 'get') return this.get(key);
    if (op === 'delete') return this.values.delete(key);
    if (op === 'compareAndSet' && this.get(key) !== input.expected) return false;
    const value = op === 'append' ? `${this.get(key) ?? ''}${input.value}` : input.value;
    this.values.set(key, value);
    if (op === 'append') return value.length;
    return op === 'set' ? null : true;
  }
}
