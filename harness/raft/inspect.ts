/**
 * What an input changed in a server's state, and the whole state when somebody asks.
 *
 * Paper: Figure 2, "State".
 * Promises: only what differs from the last report is reported, and finding it costs as much as the
 * change, not as much as the log. All checks and all pictures live on these reports.
 * Given. You need not change this file.
 * Read next: contract.ts.
 */
import {requireIndex, type Culprit} from './contract';
import type {Log} from './log-interface';
import type {Json, LogEntry, ServerId} from './messages';
import type {RaftServer} from './raft-server';
import type {RaftState} from './state';

/** The entries that differ from the last report: the log now ends with them. */
export interface LogSuffix {
  readonly from: number;
  readonly entries: readonly LogEntry[];
}

/** The fields of RaftState as plain JSON, in the order of Figure 2. */
export type StateFields = Record<string, Json>;

const PLAIN_FIELDS = [
  'currentTerm', 'votedFor', 'commitIndex', 'lastApplied', 'role', 'leaderId',
] as const satisfies readonly (keyof RaftState)[];

/** The boundary of the log is told when a snapshot has moved it. */
const BOUNDARY = ['lastIncludedIndex', 'lastIncludedTerm'] as const;

const LAST_INDEX: Culprit = {module: '#solution/log', function: 'lastIndex'};

/**
 * Remembers the terms of the log and finds the suffix that is new.
 *
 * If two logs hold the same term at one index, all before it is the same (Log Matching, §5.3). So
 * the terms are compared backwards, from the end of the shorter log, and the first that agree end
 * the search. A log that breaks Log Matching can fool this; `inspect` shows it whole.
 */
export class LogWatch {
  /** seenTerms[index]: the term that was there at the last report. Place 0 is not used. */
  private readonly seenTerms: (number | undefined)[] = [0];

  /** The new suffix since the last call; undefined if the log is as it was. */
  changedSuffix(log: Log): LogSuffix | undefined {
    const seenTerms = this.seenTerms;
    const lastIndex = requireIndex(log.lastIndex, LAST_INDEX);
    const seenLastIndex = seenTerms.length - 1;
    const boundary = log.lastIncludedIndex;
    let agreed = Math.min(lastIndex, seenLastIndex);
    while (agreed > boundary && log.termAt(agreed) !== seenTerms[agreed]) agreed--;
    if (agreed < boundary) agreed = boundary;
    if (agreed === lastIndex && agreed === seenLastIndex) return undefined;

    seenTerms.length = agreed + 1;
    for (let index = agreed + 1; index <= lastIndex; index++) seenTerms.push(log.termAt(index));
    return {from: agreed + 1, entries: log.entriesFrom(agreed + 1)};
  }
}

/** Remembers the fields of the state and finds those that are new. */
export class StateWatch {
  private readonly seen: Partial<Record<string, Json>> = {};
  /** By position in `servers`; undefined where the state holds nothing for that server. */
  private readonly seenNextIndex: (number | undefined)[] = [];
  private readonly seenMatchIndex: (number | undefined)[] = [];
  private seenVotes = -1;
  private seenResets = -1;
  private seenBoundary = 0;
  private isFirst = true;

  /** The fields that changed since the last call; undefined if none did. The first has them all. */
  changedFields(server: RaftServer, electionTimerResets: number): StateFields | undefined {
    const {state, servers} = server;
    const changed: StateFields = {};
    let count = 0;
    for (const name of PLAIN_FIELDS) {
      const value = state[name];
      if (value === this.seen[name]) continue;
      this.seen[name] = changed[name] = value;
      count++;
    }
    if (differs(servers, state.nextIndex, this.seenNextIndex) || this.isFirst) {
      changed['nextIndex'] = {...state.nextIndex};
      count++;
    }
    if (differs(servers, state.matchIndex, this.seenMatchIndex) || this.isFirst) {
      changed['matchIndex'] = {...state.matchIndex};
      count++;
    }
    const votes = votesAsBits(servers, state.votesGranted);
    if (votes !== this.seenVotes) {
      this.seenVotes = votes;
      changed['votesGranted'] = inOrder(servers, state.votesGranted);
      count++;
    }
    if (state.log.lastIncludedIndex !== this.seenBoundary) {
      this.seenBoundary = state.log.lastIncludedIndex;
      for (const name of BOUNDARY) changed[name] = state.log[name];
      count++;
    }
    if (electionTimerResets !== this.seenResets) {
      this.seenResets = changed['electionTimerResets'] = electionTimerResets;
      count++;
    }
    this.isFirst = false;
    return count === 0 ? undefined : changed;
  }
}

/** The whole state, for tests and for checks that do not trust the reports. */
export function inspect(server: RaftServer, electionTimerResets: number): Json {
  const {state} = server;
  const from = state.log.lastIncludedIndex + 1;
  return {
    currentTerm: state.currentTerm,
    votedFor: state.votedFor,
    commitIndex: state.commitIndex,
    lastApplied: state.lastApplied,
    role: state.role,
    leaderId: state.leaderId,
    nextIndex: {...state.nextIndex},
    matchIndex: {...state.matchIndex},
    votesGranted: inOrder(server.servers, state.votesGranted),
    electionTimerResets,
    snapshotIndex: state.snapshot?.lastIncludedIndex ?? 0,
    log: {from, entries: state.log.entriesFrom(from).map(({term, command}) => ({term, command}))},
  };
}

/** Whether an index per server is new; if so, it is remembered. */
function differs(
  servers: readonly ServerId[], now: Readonly<Record<ServerId, number>>,
  seen: (number | undefined)[],
): boolean {
  let isNew = false;
  for (let position = 0; position < servers.length; position++) {
    const index = now[servers[position] as ServerId];
    if (index === seen[position]) continue;
    seen[position] = index;
    isNew = true;
  }
  return isNew;
}

function votesAsBits(servers: readonly ServerId[], votes: ReadonlySet<ServerId>): number {
  if (votes.size === 0) return 0;
  let bits = 0;
  for (let position = 0; position < servers.length; position++) {
    if (votes.has(servers[position] as ServerId)) bits += 2 ** position;
  }
  return bits;
}

function inOrder(servers: readonly ServerId[], votes: ReadonlySet<ServerId>): ServerId[] {
  return servers.filter(server => votes.has(server));
}
