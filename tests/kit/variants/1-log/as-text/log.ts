/**
 * Correct, and different: commands are kept as text beside the terms, a request is taken entry by
 * entry as Figure 2 tells it, indexes are positions in arrays with a boundary in front, and what is
 * handed out is frozen.
 */
import type {Json, Log, LogEntry} from '#raft';

export class RaftLog implements Log {
  lastIncludedIndex = 0;
  /** terms[0] is the boundary's. */
  private terms = [0];
  private commands = [''];

  get lastIncludedTerm(): number {
    return this.terms[0]!;
  }

  get lastIndex(): number {
    return this.lastIncludedIndex + this.terms.length - 1;
  }

  get lastTerm(): number {
    return this.terms[this.terms.length - 1]!;
  }

  termAt(index: number): number | undefined {
    natural('index', index);
    return index === 0 ? 0 : this.terms[index - this.lastIncludedIndex];
  }

  entryAt(index: number): LogEntry | undefined {
    natural('index', index);
    const at = index - this.lastIncludedIndex;
    if (at < 1 || at >= this.terms.length) return undefined;
    return deepFreeze({term: this.terms[at]!, command: JSON.parse(this.commands[at]!) as Json});
  }

  entriesFrom(index: number): LogEntry[] {
    natural('index', index);
    if (index <= this.lastIncludedIndex) throw new RangeError(`index ${index} is gone`);
    const count = Math.max(0, this.lastIndex - index + 1);
    return Array.from({length: count}, (_, n) => this.entryAt(index + n)!);
  }

  append(entry: LogEntry): number {
    rising([this.lastTerm, entry.term]);
    this.push(entry);
    return this.lastIndex;
  }

  appendEntries(prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[]): boolean {
    natural('prevLogIndex', prevLogIndex);
    rising([prevLogTerm, ...entries.map(entry => entry.term)]);
    // Text now, so that a command that is no JSON changes nothing.
    JSON.stringify(entries);
    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== prevLogTerm) {
      return false;
    }
    let index = prevLogIndex;
    for (const entry of entries) {
      index++;
      if (index <= this.lastIncludedIndex) continue;
      const own = this.termAt(index);
      if (own === entry.term) continue;
      if (own !== undefined) this.cutFrom(index);
      this.push(entry);
    }
    return true;
  }

  discardThrough(index: number): void {
    const term = this.termAt(index);
    if (index <= this.lastIncludedIndex) return;
    if (term === undefined) throw new RangeError(`index ${index} is not here yet`);
    this.terms.splice(0, index - this.lastIncludedIndex);
    this.commands.splice(0, index - this.lastIncludedIndex);
    this.lastIncludedIndex = index;
  }

  resetTo(lastIncludedIndex: number, lastIncludedTerm: number): void {
    this.lastIncludedIndex = lastIncludedIndex;
    this.terms = [lastIncludedTerm];
    this.commands = [''];
  }

  private push({term, command}: LogEntry): void {
    this.terms.push(term);
    this.commands.push(JSON.stringify(command));
  }

  private cutFrom(index: number): void {
    this.terms.length = index - this.lastIncludedIndex;
    this.commands.length = this.terms.length;
  }
}

function natural(argument: string, value: number): void {
  if (typeof value !== 'number') throw new TypeError(`${argument} must be a number`);
  if (value < 0 || value !== Math.floor(value) || value === Infinity) {
    throw new RangeError(`${argument} must be a natural number, not ${value}`);
  }
}

function rising([before, ...terms]: readonly number[]): void {
  let least = before!;
  for (const term of terms) {
    natural('term', term);
    if (term < 1 || term < least) throw new RangeError(`term ${term} follows term ${least}`);
    least = term;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
