/**
 * What S1 is told before it crashes, and what it must know when it starts again.
 *
 * The test speaks for S2 and S3, which are down, so nothing else happens. Only what S1 has told
 * somebody is asked for afterwards.
 * Paper: §5.1, §5.2; Figure 2, "State".
 * Promises: a log is drawn as in Figure 7, position is index and number is term: '1 1 2'. The form
 * of S1's records does not matter.
 * Read next: a-01-restoring.spec.ts.
 */
import {drawLog} from '../../harness/cluster/server-view';
import type {ServerView} from '../../harness/cluster/server-view';
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {LogEntry, RaftMessage, ServerId} from '../../harness/raft/messages';
import {entriesOf, LabFailure} from '../../harness/scenario';
import type {Row, Scene} from '../../harness/scenario';
import type {Fact} from '../../harness/world/lab-failure';

const SELF = 'S1';

type Act = (cluster: TimedCluster) => Promise<unknown>;

export interface RestoreCase extends Row {
  readonly told: readonly Act[];
  readonly currentTerm: number;
  readonly votedFor: ServerId | null;
  readonly log: string;
}

/** How the life of S1 ends: between two inputs, or as soon as the first message of one is out. */
export type End = 'later' | 'when its last answer leaves';

/** A candidate asks for a vote; its log is drawn. */
export function asks(candidate: ServerId, term: number, log = ''): Act {
  const terms = termsOf(log);
  return gives(candidate, {
    type: 'RequestVote', term, candidateId: candidate,
    lastLogIndex: terms.length, lastLogTerm: terms.at(-1) ?? 0,
  });
}

interface Part {
  /** The leader's log up to and with prevLogIndex. */
  readonly after?: string;
  readonly entries?: string;
}

/** A leader sends entries, or a heartbeat. */
export function leads(leader: ServerId, term: number, {after = '', entries = ''}: Part = {}): Act {
  const before = termsOf(after);
  return gives(leader, {
    type: 'AppendEntries', term, leaderId: leader,
    prevLogIndex: before.length, prevLogTerm: before.at(-1) ?? 0,
    entries: entriesOf(`${after} ${entries}`).slice(before.length), leaderCommit: 0,
  });
}

/** A leader of term 1 sends its first entries, with these commands. */
export function leadsWith(leader: ServerId, commands: readonly LogEntry['command'][]): Act {
  return gives(leader, {
    type: 'AppendEntries', term: 1, leaderId: leader, prevLogIndex: 0, prevLogTerm: 0,
    entries: commands.map(command => ({term: 1, command})), leaderCommit: 0,
  });
}

/** A voter refuses, and names a later term. */
export function refuses(voter: ServerId, term: number): Act {
  return gives(voter, {type: 'RequestVoteResults', term, voteGranted: false});
}

/** It stands for election itself. */
export const stands: Act = cluster => cluster.startElection(SELF);

function gives(from: ServerId, message: RaftMessage): Act {
  return cluster => cluster.receive(SELF, from, message);
}

/** Plays a row: S1 is told everything, crashes, and starts again, twice. */
export async function restore(scene: Scene, row: RestoreCase, end: End): Promise<void> {
  const {cluster, world} = scene;
  cluster.crash(...cluster.others(SELF));
  for (const [n, act] of row.told.entries()) {
    const isLast = n === row.told.length - 1;
    if (isLast && end !== 'later') world.crashAfter(SELF, ({kind}) => kind === 'send');
    await act(cluster);
  }
  const {log} = cluster.view(SELF);
  if (cluster.view(SELF).isUp) cluster.crash(SELF);

  for (const time of ['first', 'second'] as const) {
    await cluster.restart(SELF);
    expectKnown(cluster, row, {log, time});
    cluster.crash(SELF);
  }
}

interface Before {
  readonly log: readonly LogEntry[];
  readonly time: 'first' | 'second';
}

function expectKnown(cluster: TimedCluster, row: RestoreCase, before: Before): void {
  const view = cluster.view(SELF);
  const {currentTerm, votedFor, role, commitIndex} = view.state;
  expectSame(cluster, 'currentTerm', [currentTerm, row.currentTerm], before);
  expectSame(cluster, 'votedFor', [votedFor ?? 'null', row.votedFor ?? 'null'], before);
  expectSame(cluster, 'log', [drawLog(view.log) || 'empty', row.log || 'empty'], before);
  expectCommands(view, before, cluster.nowMs);
  if (role === 'follower' && commitIndex === 0) return;
  volatileKept(view, cluster.nowMs);
}

function expectSame(
  cluster: TimedCluster, what: string, [found, known]: readonly [unknown, unknown],
  {log, time}: Before,
): void {
  if (found === known) return;
  const start = time === 'first' ? 'started again' : 'started a second time';
  const isNew = log.length === 0 && known === 0;
  const rule = isNew ? 'it had never been told anything, so it is in term 0'
    : `before, it was ${String(known)}, and others were told`;
  throw new LabFailure({
    kind: 'contract',
    claim: `${SELF} ${start} with ${what} ${String(found)} — ${rule}.`,
    facts: factsOf(cluster.view(SELF), cluster.nowMs),
    why: {
      source: '§5.1; Figure 2, "State"',
      text: 'currentTerm, votedFor and log[] are persistent state: a server that has crashed ' +
        'goes on as if it had only been slow.',
    },
    functions: ['persistence.restore', 'persistence.answer'],
  });
}

function expectCommands({log}: ServerView, before: Before, atMs: number): void {
  const wrong = log.findIndex(({command}, n) =>
    JSON.stringify(command) !== JSON.stringify(before.log[n]?.command));
  if (wrong === -1) return;
  const [found, known] = [log, before.log].map(one => JSON.stringify(one[wrong]?.command));
  throw new LabFailure({
    kind: 'contract',
    claim: `${SELF} started again with the command ${found ?? 'none'} at index ${wrong + 1} — ` +
      `before, it was ${known ?? 'none'}.`,
    facts: [{who: SELF, what: `log ${drawLog(log)}; at index ${wrong + 1} ${found ?? ''}`, atMs}],
    why: {
      source: '§5.3; Figure 2, "State"',
      text: 'A command is any JSON value, null, false and 0 too, and an entry never changes.',
    },
    functions: ['persistence.restore', 'persistence.answer'],
  });
}

function volatileKept(view: ServerView, atMs: number): never {
  const {role, commitIndex} = view.state;
  throw new LabFailure({
    kind: 'contract',
    claim: `${SELF} started again as a ${role} with commitIndex ${commitIndex} — it begins as a ` +
      'follower, and nothing was committed.',
    facts: factsOf(view, atMs),
    why: {
      source: '§5.2; Figure 2, "State"',
      text: 'Role and commitIndex are volatile. Others may have elected a leader meanwhile; what ' +
        'is committed, the next leader will say.',
    },
    functions: ['persistence.restore'],
  });
}

function factsOf({id, state, log}: ServerView, atMs: number): readonly Fact[] {
  return [{
    who: id, atMs,
    what: `currentTerm ${state.currentTerm}, votedFor ${state.votedFor ?? 'null'}, ` +
      `log ${drawLog(log) || 'empty'}`,
  }];
}

function termsOf(drawn: string): readonly number[] {
  return drawn.split(' ').filter(term => term !== '').map(Number);
}
