/**
 * What every server is known to have on its disk, from the records it appended and synced.
 *
 * Promises: the only place that knows the records' form: `{currentTerm, votedFor}`, and
 * `{from, entries}`, which replaces the log from an index on. Other checks ask here.
 * Read next: synced-before-sent.ts, commit-rule.ts.
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
}

export class DurableLogs implements RaftCheck {
  private readonly servers = new Map<ServerId, Durable>();

  of(id: ServerId): Durable {
    let durable = this.servers.get(id);
    if (durable === undefined) {
      durable = {currentTerm: 0, votedFor: null, terms: [], held: new Set(), pending: []};
      this.servers.set(id, durable);
    }
    return durable;
  }

  /** Whether a server once had this entry on its disk: it may have answered so at that time. */
  everHeld(id: ServerId, index: number, term: number): boolean {
    return this.of(id).held.has(keyOf(index, term));
  }

  /** What a server knows after its first boot was on its disk before. */
  booted(server: ServerView): void {
    if (server.incarnation > 0) return;
    const durable = this.of(server.id);
    durable.currentTerm = server.state.currentTerm;
    durable.votedFor = server.state.votedFor;
    replace(durable, {from: 1, entries: server.log});
  }

  appended(server: ServerView, record: WireText): void {
    this.of(server.id).pending.push(record);
  }

  synced(server: ServerView): void {
    const durable = this.of(server.id);
    for (const text of durable.pending) {
      const record = JSON.parse(text) as PersistentState | LogRecord;
      if ('entries' in record) replace(durable, record);
      else Object.assign(durable, record);
    }
    durable.pending.length = 0;
  }

  crashed(server: ServerView): void {
    this.of(server.id).pending.length = 0;
  }
}

function replace(durable: Durable, {from, entries}: LogRecord): void {
  durable.terms.length = Math.min(durable.terms.length, from - 1);
  for (const {term} of entries) {
    durable.terms.push(term);
    durable.held.add(keyOf(durable.terms.length, term));
  }
}
