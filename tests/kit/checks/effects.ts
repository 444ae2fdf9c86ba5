/**
 * The effects of servers, short enough to write them by hand.
 *
 * Read next: history.ts.
 */
import type {ReportedState} from '../../../harness/cluster/server-view';
import type {Effect, WireText} from '../../../harness/host/box';
import type {
  AppendEntriesArguments, Command, LogEntry, RaftMessage, ServerId,
} from '../../../harness/raft/messages';

/** The log now ends with these entries. */
export interface Suffix {
  readonly from: number;
  readonly entries: readonly LogEntry[];
}

export function suffix(from: number, entries: readonly LogEntry[]): Suffix {
  return {from, entries};
}

/** '1 1 2': the command says where the entry was created, so equal places hold equal commands. */
export function entriesOf(drawn: string): LogEntry[] {
  return drawn.split(' ').filter(term => term !== '')
    .map((term, n) => ({term: Number(term), command: `${n + 1}/${term}`}));
}

export function changed(fields: Partial<ReportedState>, log?: Suffix): Effect {
  return {
    kind: 'changed', fields: JSON.stringify(fields),
    log: log === undefined ? null : JSON.stringify(log),
  };
}

export function appendRecord(record: object): Effect {
  return {kind: 'append', record: JSON.stringify(record)};
}

export const sync: Effect = {kind: 'sync'};

export function send(to: ServerId, message: RaftMessage): Effect {
  return {kind: 'send', to, message: JSON.stringify(message)};
}

export function apply(index: number, term: number, command: Command): Effect {
  return {kind: 'apply', index, term, command: JSON.stringify(command)};
}

/** What a follower does to its log: from the first new entry on that is missing or differs. */
export function newSuffix(
  log: readonly LogEntry[], {prevLogIndex, entries}: AppendEntriesArguments,
): Suffix | undefined {
  const first = entries.findIndex(({term}, n) => log[prevLogIndex + n]?.term !== term);
  return first === -1 ? undefined : suffix(prevLogIndex + first + 1, entries.slice(first));
}

/** The records of a disk that holds a log from the start. */
export function recordsOf(drawn: string): WireText[] {
  const entries = entriesOf(drawn);
  if (entries.length === 0) return [];
  const vote = {currentTerm: entries.at(-1)?.term ?? 0, votedFor: null};
  return [vote, suffix(1, entries)].map(record => JSON.stringify(record));
}

/** What a server that comes up reports of what it found on its disk. */
export function bootReport(records: readonly WireText[]): Effect {
  const state = {currentTerm: 0, votedFor: null as ServerId | null};
  const log: LogEntry[] = [];
  for (const text of records) {
    const record = JSON.parse(text) as Suffix | typeof state;
    if ('from' in record) log.splice(record.from - 1, Infinity, ...record.entries);
    else Object.assign(state, record);
  }
  return changed(state, suffix(1, log));
}
