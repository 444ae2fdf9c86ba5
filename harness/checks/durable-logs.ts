/**
 * What every server is known to have on its disk, from the records it appended and synced.
 *
 * In labs 3 to 6 the records are the kit's own: `{currentTerm, votedFor}`, and `{from, entries}`,
 * which replaces the log from an index on. In lab 7 their form is the student's: there, a record is
 * taken to hold whatever has changed since the record before it, and what it really held shows when
 * the server starts again.
 * Promises: the only place that knows this. Other checks ask here.
 * Read next: synced-before-sent.ts, after-restart.ts.
 */
import {readRecord} from '../cluster/border';
import type {KitRecord, LogChange} from '../cluster/border';
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState, ServerView} from '../cluster/server-view';
import type {LogEntry, ServerId} from '../raft/messages';
import type {WireText} from '../host/box';
import {keyOf} from './words';

export interface Durable {
  currentTerm: number;
  votedFor: ServerId | null;
  /** terms[i - 1] is the term of the entry at index i. */
  readonly terms: number[];
  /** Every index and term that was ever on this disk. */
  readonly held: Set<number>;
  /** What was appended and not synced. */
  pending: KitRecord[];
  /** What has changed and is in no record yet. */
  unappended: KitRecord[];
  /** When the disk was written last. */
  syncedAtMs: number;
  /** Whether a first boot has shown what the disk held from the start. */
  isKnown: boolean;
}

export class DurableLogs implements RaftCheck {
  private readonly servers = new Map<ServerId, Durable>();

  /** @param ownRecords whether students choose the form of their records. */
  constructor(private readonly ownRecords = false) {}

  of(id: ServerId): Durable {
    let durable = this.servers.get(id);
    if (durable === undefined) {
      durable = {
        currentTerm: 0, votedFor: null, terms: [], held: new Set(), pending: [],
        unappended: [], syncedAtMs: 0, isKnown: false,
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
   * boot: a crash may have ended that one. Records of a student's own form are read at each boot.
   */
  booted({id, state, log}: ServerView): void {
    const durable = this.of(id);
    if (durable.isKnown && !this.ownRecords) return;
    durable.isKnown = true;
    durable.currentTerm = state.currentTerm;
    durable.votedFor = state.votedFor;
    durable.pending = [];
    durable.unappended = [];
    replace(durable, {from: 1, entries: log});
  }

  stateChanged({id, state: {currentTerm, votedFor}}: ServerView, before: ReportedState): void {
    if (!this.ownRecords) return;
    if (currentTerm === before.currentTerm && votedFor === before.votedFor) return;
    this.of(id).unappended.push({currentTerm, votedFor});
  }

  logChanged(
    {id}: ServerView, from: number, _removed: readonly LogEntry[], entries: readonly LogEntry[],
  ): void {
    if (this.ownRecords) this.of(id).unappended.push({from, entries});
  }

  appended({id}: ServerView, record: WireText, atMs: number): void {
    const durable = this.of(id);
    if (!this.ownRecords) {
      durable.pending.push(readRecord(record, {id, atMs}));
      return;
    }
    durable.pending.push(...durable.unappended);
    durable.unappended = [];
  }

  synced({id}: ServerView, atMs: number): void {
    const durable = this.of(id);
    write(durable, durable.pending);
    durable.pending = [];
    durable.syncedAtMs = atMs;
  }

  rewritten(server: ServerView, atMs: number): void {
    const durable = this.of(server.id);
    durable.pending.push(...durable.unappended);
    durable.unappended = [];
    this.synced(server, atMs);
  }

  /** The disk may have written the first records early: each of the kit's own is one content. */
  crashed({id}: ServerView, atMs: number, survivingRecords: number): void {
    const durable = this.of(id);
    if (survivingRecords > 0 && !this.ownRecords) {
      write(durable, durable.pending.slice(0, survivingRecords));
      durable.syncedAtMs = atMs;
    }
    durable.pending = [];
    durable.unappended = [];
  }
}

function write(durable: Durable, contents: readonly KitRecord[]): void {
  for (const content of contents) {
    if ('entries' in content) replace(durable, content);
    else Object.assign(durable, content);
  }
}

function replace({terms, held}: Durable, {from, entries}: LogChange): void {
  terms.length = Math.min(terms.length, from - 1);
  for (const {term} of entries) {
    terms.push(term);
    held.add(keyOf(terms.length, term));
  }
}
