/**
 * What every server is known to have on its disk, from the records it appended and synced.
 *
 * Promises: the only place that knows the records' form: `{currentTerm, votedFor}`, and
 * `{from, entries}`, which replaces the log from an index on. Other checks ask here.
 * Read next: synced-before-sent.ts, after-restart.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {LogEntry, ServerId} from '../raft/messages';
import type {WireText} from '../host/box';
import {keyOf} from './words';

type PersistentState = {readonly currentTerm: number; readonly votedFor: ServerId | null};
type LogRecord = {readonly from: number; readonly entries: readonly LogEntry[]};

export interface Durable {
  currentTerm: number;
  votedFor: ServerId | null;
  /** terms[i - 1] is the term of the entry at index i. */
  readonly terms: number[];
  /** Every index and term that was ever on this disk. */
  readonly held: Set<number>;
  readonly pending: WireText[];
  /** When the disk was written last. */
  syncedAtMs: number;
  /** Whether a first boot has shown what the disk held from the start. */
  isKnown: boolean;
}

export class DurableLogs implements RaftCheck {
  private readonly servers = new Map<ServerId, Durable>();

  of(id: ServerId): Durable {
    let durable = this.servers.get(id);
    if (durable === undefined) {
      durable = {
        currentTerm: 0, votedFor: null, terms: [], held: new Set(), pending: [], syncedAtMs: 0,
        isKnown: false,
      };
      this.servers.set(id, durable);
    }
    return durable;
  }

  /** Whether a server once had this entry on its disk: it may have answered so at that time. */
  everHeld(id: ServerId, index: number, term: number): boolean {
    return this.of(id).held.has(keyOf(index, term));
  }

  /**
   * What a server knows when it first comes up was on its disk before. That need not be its first
   * boot: a crash may have ended that one.
   */
  booted({id, state, log}: ServerView): void {
    const durable = this.of(id);
    if (durable.isKnown) return;
    durable.isKnown = true;
    durable.currentTerm = state.currentTerm;
    durable.votedFor = state.votedFor;
    replace(durable, {from: 1, entries: log});
  }

  appended({id}: ServerView, record: WireText): void {
    this.of(id).pending.push(record);
  }

  synced({id}: ServerView, atMs: number): void {
    const durable = this.of(id);
    for (const text of durable.pending) {
      const record = JSON.parse(text) as PersistentState | LogRecord;
      if ('entries' in record) replace(durable, record);
      else Object.assign(durable, record);
    }
    durable.pending.length = 0;
    durable.syncedAtMs = atMs;
  }

  crashed({id}: ServerView): void {
    this.of(id).pending.length = 0;
  }
}

function replace({terms, held}: Durable, {from, entries}: LogRecord): void {
  terms.length = Math.min(terms.length, from - 1);
  for (const {term} of entries) {
    terms.push(term);
    held.add(keyOf(terms.length, term));
  }
}
