/**
 * How a scene of lab 7b is set: logs as Figure 7 draws them, and snapshots of them that are true.
 *
 * The disk's records have the student's own form, so a scene cannot be laid on disks. Leaders are
 * appointed and submit; a follower's log is given to it by messages that the test writes.
 * Promises: whatever a snapshot here stands for was committed by a majority and applied by a state
 * machine, so harness/checks has nothing to say about a correct server.
 * Read next: b-receiver.ts.
 */
import {NOTHING_RECORDED, recorded} from '../../harness/raft/applier';
import type {
  AppendEntriesArguments, InstallSnapshotArguments, Json, LogEntry, ServerId,
} from '../../harness/raft/messages';
import type {ScenarioOptions, Scene} from '../../harness/scenario';
import {drawnCommand} from '../../harness/scenario';

export type AppendEntries = {readonly type: 'AppendEntries'} & AppendEntriesArguments;
export type InstallSnapshot = {readonly type: 'InstallSnapshot'} & InstallSnapshotArguments;

/** The service hands over a snapshot only when a test asks for one. */
export const WHEN_ASKED = {snapshotEvery: 1_000_000} satisfies Partial<ScenarioOptions>;

/** '1 1 2' as numbers. */
export function termsOf(drawn: string): readonly number[] {
  return drawn.split(' ').filter(term => term !== '').map(Number);
}

/** '4/3': index and term, one notation everywhere. */
export function placeOf(drawn: string): {readonly index: number; readonly term: number} {
  const [index = 0, term = 0] = drawn.split('/').map(Number);
  return {index, term};
}

/**
 * Makes a server the leader of each term of a drawn log in turn, until it holds that log and has
 * committed all of it. Whether a new leader begins with a no-op makes no difference.
 */
export async function lead({cluster}: Scene, leader: ServerId, drawn: string): Promise<void> {
  const terms = termsOf(drawn);
  for (const term of new Set(terms)) {
    await cluster.appoint(leader, {term});
    const last = terms.lastIndexOf(term) + 1;
    while (cluster.view(leader).log.length < last) {
      await cluster.submit(leader, `${drawnCommand(cluster.view(leader).log.length + 1, term)}`);
    }
    await cluster.runUntil(() => cluster.view(leader).state.commitIndex === last, {
      withinMs: 450, what: `commitIndex ${last} of ${leader}`,
    });
  }
}

/** A log that agrees with the leader's wherever its terms do; else its entries are made up. */
export function entriesBeside({cluster}: Scene, leader: ServerId, drawn: string): LogEntry[] {
  const {log} = cluster.view(leader);
  return termsOf(drawn).map((term, n) => log[n]?.term === term
    ? log[n] as LogEntry : {term, command: `${drawnCommand(n + 1, term)}, made up`});
}

/** Gives a follower a log and a commitIndex, in the name of the leader `like`. */
export async function giveLog(
  scene: Scene, follower: ServerId, {like, log, commitIndex, term}: {
    readonly log: string;
    readonly commitIndex: number;
    /** Whose entries they are, where the terms agree. */
    readonly like: ServerId;
    /** The term it is then in; that of the last entry if absent. */
    readonly term?: number;
  },
): Promise<void> {
  const entries = entriesBeside(scene, like, log);
  if (entries.length === 0) return;
  await scene.cluster.receive(follower, like, {
    type: 'AppendEntries', term: term ?? entries.at(-1)?.term ?? 0, leaderId: like,
    prevLogIndex: 0, prevLogTerm: 0, entries, leaderCommit: commitIndex,
  });
}

/** The state of the given service after what a server has applied up to an index. */
export function stateAfter({cluster}: Scene, server: ServerId, index: number): Json {
  const {applied} = cluster.view(server);
  return {...applied.filter(one => one.index <= index).map(({command}) => command)
    .reduce(recorded, NOTHING_RECORDED)};
}

/** The InstallSnapshot a leader would send for its log up to an index. */
export function snapshotOf(scene: Scene, leader: ServerId, index: number): InstallSnapshot {
  const {log, state} = scene.cluster.view(leader);
  return {
    type: 'InstallSnapshot', term: state.currentTerm, leaderId: leader, lastIncludedIndex: index,
    lastIncludedTerm: log[index - 1]?.term ?? 0, data: stateAfter(scene, leader, index),
  };
}
