/**
 * Keys and values alone; who has asked for what is the service's affair.
 */
import type {Json, KvCommand, KvOutcome, KvSession} from '#raft';

const MARK = '$';

export class KvStore {
  private values: Record<string, string> = {};

  apply({operation}: KvCommand): KvOutcome {
    const name = MARK + operation.key;
    const before = this.read(operation.key);
    switch (operation.op) {
      case 'get': return before;
      case 'set': this.values[name] = operation.value; return null;
      case 'delete': delete this.values[name]; return before !== null;
      case 'append': return (this.values[name] = (before ?? '') + operation.value).length;
      case 'compareAndSet':
        if (before === operation.expected) this.values[name] = operation.value;
        return before === operation.expected;
    }
  }

  outcomeOf(_session: KvSession): KvOutcome | undefined {
    return undefined;
  }

  read(key: string): string | null {
    return this.values[MARK + key] ?? null;
  }

  snapshot(): Json {
    return {...this.values};
  }

  restore(data: Json): void {
    this.values = {...data as Record<string, string>};
  }
}
