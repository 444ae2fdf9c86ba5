/**
 * A correct log, cut into small steps, each of which a broken log does wrong.
 *
 * It keeps entries as text, which nobody can change from outside. That is slow, and safe: it is for
 * students' tests to be tried on, not for a server.
 * Read next: broken/, one mistake a file; correct/, other logs that are right.
 */
import type {Log, LogEntry} from '#raft';

/** What lab 1 asks of a log. */
export type LabOneLog = Omit<Log, 'discardThrough' | 'resetTo'>;

export class SoundLog implements LabOneLog {
  readonly lastIncludedIndex = 0;
  readonly lastIncludedTerm = 0;
  /** The entry at index i is kept[i - 1], in the form that `pack` gives it. */
  protected kept: unknown[] = [];

  get lastIndex(): number {
    return this.kept.length;
  }

  get lastTerm(): number {
    return this.termAt(this.lastIndex) ?? 0;
  }

  termAt(index: number): number | undefined {
    return index === 0 ? 0 : this.entryAt(index)?.term;
  }

  entryAt(index: number): LogEntry | undefined {
    expectWhole(index, 'index', 0);
    const packed = this.kept[index - 1];
    return packed === undefined ? undefined : this.unpack(packed);
  }

  entriesFrom(index: number): LogEntry[] {
    expectWhole(index, 'index', 1);
    return this.kept.slice(index - 1).map(packed => this.unpack(packed));
  }

  append(entry: LogEntry): number {
    this.expectRising(this.lastTerm, [entry]);
    this.kept.push(this.pack(entry));
    return this.lastIndex;
  }

  appendEntries(prevLogIndex: number, prevLogTerm: number, entries: readonly LogEntry[]): boolean {
    expectWhole(prevLogIndex, 'prevLogIndex', 0);
    this.expectRising(prevLogTerm, entries);
    if (!this.fits(prevLogIndex, prevLogTerm, entries)) return false;
    const news = this.firstNews(prevLogIndex, entries);
    if (news < entries.length) this.replaceFrom(prevLogIndex + news, entries.slice(news));
    return true;
  }

  /** The form in which an entry is kept. */
  protected pack(entry: LogEntry): unknown {
    return JSON.stringify(entry);
  }

  /** The entry that is handed out. */
  protected unpack(packed: unknown): LogEntry {
    return JSON.parse(packed as string) as LogEntry;
  }

  /** Whether the entry before the new ones is here. */
  protected fits(
    prevLogIndex: number, prevLogTerm: number, _entries: readonly LogEntry[],
  ): boolean {
    return this.termAt(prevLogIndex) === prevLogTerm;
  }

  /** How many of the entries are here already. */
  protected firstNews(prevLogIndex: number, entries: readonly LogEntry[]): number {
    const found = entries.findIndex((entry, n) => this.termAt(prevLogIndex + n + 1) !== entry.term);
    return found === -1 ? entries.length : found;
  }

  /** Keeps `count` entries and puts others behind them. */
  protected replaceFrom(count: number, entries: readonly LogEntry[]): void {
    const packed = entries.map(entry => this.pack(entry));
    this.kept.splice(count, Infinity, ...packed);
  }

  /** @throws Error that names the term which falls, or is none */
  protected expectRising(termBefore: number, entries: readonly LogEntry[]): void {
    let least = Math.max(1, termBefore);
    for (const {term} of entries) {
      expectWhole(term, 'term', least);
      least = term;
    }
  }
}

export function expectWhole(value: number, argument: string, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(`${argument} is ${String(value)}: not a whole number from ${least} on`);
}
