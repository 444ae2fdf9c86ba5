/**
 * A server that starts again still has every entry that others rely on it for.
 *
 * Paper: §5.1; Figure 2, "State": the log is persistent.
 * Promises: owed is what the server acknowledged to a leader, and what it committed as a leader
 * that had to count itself, as soon as anybody could know; nothing else. What others were never
 * told may be forgotten. Which form its records have does not matter. Terms are for monotonic.ts,
 * votes for one-vote.ts.
 * Read next: after-restart.ts, the stricter check for labs whose records are known.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {Command, LogEntry, RaftMessage, ServerId} from '../raft/messages';
import {hadToCountItself} from './counted-itself';
import {at, broken, drawTerms, fact, show} from './words';

interface Owed {
  /** entries[i - 1] is the entry at index i that others rely on. */
  readonly entries: LogEntry[];
  /** How the last of them came to be owed. */
  because: string;
  atMs: number;
}

/** Others rely on a server for its log up to this index. */
interface Debt {
  readonly index: number;
  readonly because: string;
  readonly atMs: number;
}

class Debts {
  private readonly byServer = new Map<ServerId, Owed>();

  of(id: ServerId): Owed | undefined {
    return this.byServer.get(id);
  }

  owe({id, log}: ServerView, {index, because, atMs}: Debt): void {
    let owed = this.byServer.get(id);
    if (owed === undefined) this.byServer.set(id, owed = {entries: [], because, atMs});
    if (index <= owed.entries.length) return;
    owed.entries.push(...log.slice(owed.entries.length, index));
    Object.assign(owed, {because, atMs});
  }

  /** What a later leader has overwritten is owed no longer. */
  overwritten(id: ServerId, from: number): void {
    const owed = this.byServer.get(id);
    if (owed !== undefined && owed.entries.length >= from) owed.entries.length = from - 1;
  }
}

export function owedAfterRestart(servers: readonly ServerId[]): RaftCheck {
  const debts = new Debts();
  /** Servers that have crashed, and whose log is not what it was until they are up again. */
  const down = new Set<ServerId>();
  /** What a leader has committed, counting itself, in an input that is not over. */
  let counted: number | null = null;
  const tell = (server: ServerView, atMs: number): void => {
    if (counted === null) return;
    const because = `committed index ${counted}, counting itself`;
    debts.owe(server, {index: counted, because, atMs});
    counted = null;
  };
  return {
    stateChanged(server, before) {
      const {role, commitIndex} = server.state;
      if (role !== 'leader' || commitIndex <= before.commitIndex) return;
      if (hadToCountItself(server, servers)) counted = commitIndex;
    },
    sent(server, to, message, atMs) {
      if (message.type === 'AppendEntries' && message.leaderCommit === counted) tell(server, atMs);
      const index = acknowledgedBy(message);
      const because = `acknowledged index ${index} to ${to}`;
      if (index > 0) debts.owe(server, {index, because, atMs});
    },
    applied: (server, {atMs}) => tell(server, atMs),
    inputDone: tell,
    crashed({id}) {
      // What it committed in this very input, nobody was told: that never happened.
      counted = null;
      down.add(id);
    },
    // The first report of a life has the whole log. It comes before any rule that compares logs.
    logChanged(server, from, _removed, _added, atMs) {
      if (down.has(server.id)) expectPaid(server, debts.of(server.id), atMs);
      else debts.overwritten(server.id, from);
    },
    booted({id}) {
      down.delete(id);
    },
  };
}

/** How far the sender's log equals that of the leader it answers, by its own words. */
function acknowledgedBy(message: RaftMessage): number {
  if (message.type === 'InstallSnapshotResults') return message.lastIncludedIndex;
  return message.type === 'AppendEntriesResults' && message.success ? message.matchIndex : 0;
}

function expectPaid(server: ServerView, owed: Owed | undefined, atMs: number): void {
  if (owed === undefined) return;
  const {log} = server;
  const lost = owed.entries.findIndex(({term}, n) => log[n]?.term !== term);
  if (lost !== -1) forgot(server, owed, lost + 1, atMs);
  const other = owed.entries.findIndex(({command}, n) => !isSame(command, log[n]?.command));
  if (other !== -1) changed(server, owed, other + 1, atMs);
}

function isSame(one: Command, other: Command | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function forgot({id, log}: ServerView, owed: Owed, index: number, atMs: number): never {
  const entry = at(index, owed.entries[index - 1]?.term ?? 0);
  return broken('Persistence',
    `${id} ${owed.because}, and started again without entry ${entry}`, [
      fact(id, owed.because, owed.atMs),
      fact(id, `started again with the log ${drawTerms(log.map(({term}) => term))}`, atMs),
    ], {
      source: '§5.1; Figure 2, "State"',
      text: 'The leader counts an acknowledged entry towards its majority. When it is gone, a ' +
        'committed entry may be on no majority at all.',
      functions: ['persistence.restore', 'persistence.answer'],
    });
}

function changed({id, log}: ServerView, owed: Owed, index: number, atMs: number): never {
  const [before, now] = [owed.entries, log].map(entries => entries[index - 1]!);
  return broken('Persistence',
    `${id} ${owed.because}, and started again with another command at index ${index}`, [
      fact(id, `held ${show(before!.command)} at ${at(index, before!.term)}`, owed.atMs),
      fact(id, `started again with ${show(now!.command)} there`, atMs),
    ], {
      source: '§5.3; Figure 2, "State"',
      text: 'An entry never changes. Each state machine is given the same command at an index, ' +
        'before a crash and after it.',
      functions: ['persistence.restore', 'persistence.answer'],
    });
}
