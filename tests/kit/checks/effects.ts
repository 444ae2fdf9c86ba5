/**
 * The effects of servers, short enough to write them by hand.
 *
 * Read next: history.ts.
 */
import type {ReportedState} from '../../../harness/cluster/server-view';
import type {Effect} from '../../../harness/host/box';
import type {Command, LogEntry, RaftMessage, ServerId} from '../../../harness/raft/messages';

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
