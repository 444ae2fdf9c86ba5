/**
 * Correct: a chain of entries, the newest first, each knowing the one before it.
 *
 * To cut is to go back along the chain. It refuses entriesFrom(0), and wrong types with TypeErrors.
 */
import type {LogEntry} from '#raft';
import type {LabOneLog} from '../sound-log';

interface Link {
  readonly index: number;
  readonly entry: LogEntry;
  readonly previous: Link | undefined;
}

export class RaftLog implements LabOneLog {
  readonly lastIncludedIndex = 0;
  readonly lastIncludedTerm = 0;
  private newest: Link | undefined;

  get lastIndex(): number {
    return this.newest?.index ?? 0;
  }

  get lastTerm(): number {
    return this.newest?.entry.term ?? 0;
  }

  termAt(index: number): number | undefined {
    expectCount(index, 'index');
    return index === 0 ? 0 : this.linkAt(index)?.entry.term;
  }

  entryAt(index: number): LogEntry | undefined {
    expectCount(index, 'index');
    return structuredClone(this.linkAt(index)?.entry);
  }

  entriesFrom(index: number): LogEntry[] {
    expectCount(index, 'index');
    if (index === 0) throw new RangeError('index 0 is before the first entry');
    const entries: LogEntry[] = [];
    for (let link = this.newest; link !== undefined && link.index >= index; link = link.previous) {
      entries.unshift(structuredClone(link.entry));
    }
    return entries;
  }

  append(entry: LogEntry): number {
    expectTerm(entry.term, this.lastTerm);
    this.add(entry);
    return this.lastIndex;
  }

  appendEntries(prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[]): boolean {
    expectCount(prevLogIndex, 'prevLogIndex');
    entries.forEach(({term}, n) => expectTerm(term, entries[n - 1]?.term ?? prevLogTerm));
    if (this.termAt(prevLogIndex) !== prevLogTerm) return false;
    entries.forEach((entry, n) => {
      const index = prevLogIndex + n + 1;
      if (this.termAt(index) === entry.term) return;
      this.newest = this.linkAt(index - 1);
      this.add(entry);
    });
    return true;
  }

  private add(entry: LogEntry): void {
    this.newest = {
      index: this.lastIndex + 1, entry: structuredClone(entry), previous: this.newest,
    };
  }

  private linkAt(index: number): Link | undefined {
    let link = this.newest;
    while (link !== undefined && link.index > index) link = link.previous;
    return link?.index === index ? link : undefined;
  }
}

function expectCount(value: number, argument: string): void {
  if (typeof value !== 'number') throw new TypeError(`${argument} is a ${typeof value}`);
  if (value < 0 || value % 1 !== 0) throw new RangeError(`${argument} ${value} is no index`);
}

function expectTerm(term: number, least: number): void {
  if (typeof term !== 'number') throw new TypeError(`a term is a number, not a ${typeof term}`);
  if (!(term >= Math.max(1, least)) || term % 1 !== 0) throw new RangeError(`bad term ${term}`);
}
