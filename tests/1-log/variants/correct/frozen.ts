/**
 * Correct: hands out the same objects each time, frozen to the bottom.
 *
 * Whoever assigns to one gets a TypeError, which is as good as a copy: the log does not change. For
 * bad arguments it throws plain Errors.
 */
import type {LogEntry} from '#raft';
import type {LabOneLog} from '../sound-log';

export class RaftLog implements LabOneLog {
  readonly lastIncludedIndex = 0;
  readonly lastIncludedTerm = 0;
  #entries: readonly LogEntry[] = Object.freeze([]);

  get lastIndex(): number {
    return this.#entries.length;
  }

  get lastTerm(): number {
    return this.#entries.at(-1)?.term ?? 0;
  }

  termAt(index: number): number | undefined {
    return expectIndex(index, 'index') === 0 ? 0 : this.#entries[index - 1]?.term;
  }

  entryAt(index: number): LogEntry | undefined {
    return this.#entries[expectIndex(index, 'index') - 1];
  }

  /** From index 0 it gives the whole log. */
  entriesFrom(index: number): LogEntry[] {
    return this.#entries.slice(Math.max(0, expectIndex(index, 'index') - 1));
  }

  append(entry: LogEntry): number {
    expectTerms([this.lastTerm, entry.term]);
    this.#entries = [...this.#entries, frozen(entry)];
    return this.lastIndex;
  }

  appendEntries(prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[]): boolean {
    expectIndex(prevLogIndex, 'prevLogIndex');
    expectTerms([prevLogTerm, ...entries.map(({term}) => term)]);
    if (this.termAt(prevLogIndex) !== prevLogTerm) return false;
    const isNews = (entry: LogEntry, n: number): boolean =>
      this.#entries[prevLogIndex + n]?.term !== entry.term;
    const news = entries.findIndex(isNews);
    if (news === -1) return true;
    this.#entries = [
      ...this.#entries.slice(0, prevLogIndex + news), ...entries.slice(news).map(frozen),
    ];
    return true;
  }
}

function expectIndex(index: number, argument: string): number {
  if (Number.isSafeInteger(index) && index >= 0) return index;
  throw new Error(`bad ${argument}: ${String(index)}`);
}

function expectTerms([before, ...terms]: readonly number[]): void {
  let least = before ?? 0;
  for (const term of terms) {
    const isTerm = Number.isSafeInteger(term) && term >= 1;
    if (!isTerm || term < least) throw new Error(`bad term ${String(term)} after ${least}`);
    least = term;
  }
}

function frozen(entry: LogEntry): LogEntry {
  return freezeAll(structuredClone(entry)) as LogEntry;
}

function freezeAll(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(freezeAll);
  return Object.freeze(value);
}
