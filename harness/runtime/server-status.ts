/**
 * What a person wants to know of a running server, gathered from what its box reports.
 *
 * Promises: costs a report next to nothing, since the log's text is read only when somebody asks.
 * Read next: status-lines.ts, which shows it.
 */
import type {WireText} from '../host/box';

export interface StatusNow {
  readonly role: string;
  readonly currentTerm: number;
  readonly leaderId: string | null;
  readonly commitIndex: number;
  /** The first and the last index of the log; the last is before the first if it is empty. */
  readonly logFrom: number;
  readonly logTo: number;
}

interface Fields {
  readonly role?: string;
  readonly currentTerm?: number;
  readonly leaderId?: string | null;
  readonly commitIndex?: number;
  readonly lastIncludedIndex?: number;
}

export class ServerStatus {
  role = 'follower';
  leaderId: string | null = null;
  private currentTerm = 0;
  private commitIndex = 0;
  private lastIncludedIndex = 0;
  private logTo = 0;
  private logText: WireText | null = null;

  /** Fields that changed and the log's changed suffix, as the box reports them. */
  changed(fields: WireText, log: WireText | null): void {
    if (log !== null) this.logText = log;
    if (fields === '{}') return;
    const {role, currentTerm, leaderId, commitIndex, lastIncludedIndex} =
      JSON.parse(fields) as Fields;
    this.role = role ?? this.role;
    this.currentTerm = currentTerm ?? this.currentTerm;
    if (leaderId !== undefined) this.leaderId = leaderId;
    this.commitIndex = commitIndex ?? this.commitIndex;
    this.lastIncludedIndex = lastIncludedIndex ?? this.lastIncludedIndex;
  }

  now(): StatusNow {
    if (this.logText !== null) {
      const {from, entries} =
        JSON.parse(this.logText) as {readonly from: number; readonly entries: readonly unknown[]};
      this.logTo = from + entries.length - 1;
      this.logText = null;
    }
    const {role, currentTerm, leaderId, commitIndex} = this;
    return {
      role, currentTerm, leaderId, commitIndex,
      logFrom: this.lastIncludedIndex + 1, logTo: Math.max(this.logTo, this.lastIncludedIndex),
    };
  }
}
