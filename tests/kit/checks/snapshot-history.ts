/**
 * Histories with snapshots, by hand: taken, sent, installed, and found again after a crash.
 *
 * The records of these servers have a form of their own, as students' have; a snapshot rewrites the
 * disk. The service is the given one, so its state after each entry is known.
 * Read next: snapshots.spec.ts.
 */
import {raftChecks} from '../../../harness/checks';
import type {ReportedState} from '../../../harness/cluster/server-view';
import type {Effect} from '../../../harness/host/box';
import {NOTHING_RECORDED, recorded} from '../../../harness/raft/applier';
import type {
  InstallSnapshotArguments, Json, RaftMessage, ServerId,
} from '../../../harness/raft/messages';
import type {Scene} from './all-checks';
import {changed, send, suffix} from './effects';
import type {Suffix} from './effects';
import {History} from './history';

export type InstallSnapshot = {readonly type: 'InstallSnapshot'} & InstallSnapshotArguments;

export const rewrite: Effect = {kind: 'rewrite', records: []};

export function restore(index: number, data: Json): Effect {
  return {kind: 'restore', index, snapshot: JSON.stringify(data)};
}

export function installed(term: number, lastIncludedIndex: number): RaftMessage {
  return {type: 'InstallSnapshotResults', term, lastIncludedIndex};
}

export class SnapshotHistory extends History {
  constructor(scene: Scene = {}) {
    const servers = Array.from({length: scene.servers ?? 3}, (_, n) => `S${n + 1}`);
    super({...scene, checks: raftChecks({servers, ownRecords: true})});
  }

  /** The state of the given service after an index of a server's log. */
  stateAfter(id: ServerId, index: number): Json {
    return {...this.view(id).log.slice(0, index)
      .reduce((state, {command}) => recorded(state, JSON.stringify(command)), NOTHING_RECORDED)};
  }

  /** The service hands over its state: the log begins behind it. */
  takes(id: ServerId, index: number): this {
    return this.does(id, changed(this.boundary(id, index)), rewrite);
  }

  boundary(id: ServerId, index: number): Partial<ReportedState> {
    return {
      lastIncludedIndex: index, lastIncludedTerm: this.view(id).log[index - 1]?.term ?? 0,
    };
  }

  installSnapshot(leader: ServerId, index: number): InstallSnapshot {
    return {
      type: 'InstallSnapshot', term: this.view(leader).state.currentTerm, leaderId: leader,
      ...this.boundary(leader, index) as {lastIncludedIndex: number; lastIncludedTerm: number},
      data: this.stateAfter(leader, index),
    };
  }

  /** A leader sends its snapshot. */
  sends(leader: ServerId, to: ServerId, index: number): InstallSnapshot {
    const request = this.installSnapshot(leader, index);
    this.does(leader, send(to, request));
    return request;
  }

  /** What a follower reports when it has made a snapshot its own. */
  owning(id: ServerId, request: InstallSnapshot): Partial<ReportedState> {
    const {term, leaderId, lastIncludedIndex, lastIncludedTerm} = request;
    return {
      ...this.enters(id, term), leaderId, lastIncludedIndex, lastIncludedTerm,
      commitIndex: lastIncludedIndex, lastApplied: lastIncludedIndex,
    };
  }

  /** A follower makes a snapshot its own; `behind` is the log's new end, if that has changed. */
  installs(id: ServerId, request: InstallSnapshot, behind?: Suffix): this {
    const {term, leaderId, lastIncludedIndex, data} = request;
    return this.handles(id, leaderId, request, changed(this.owning(id, request), behind), rewrite,
      send(leaderId, installed(term, lastIncludedIndex)), restore(lastIncludedIndex, data));
  }

  /** Results of an InstallSnapshot arrive at the leader that sent it. */
  hearsInstalled(id: ServerId, from: ServerId, index: number): this {
    const {state} = this.view(id);
    const known = Math.max(state.matchIndex[from] ?? 0, index);
    return this.handles(id, from, installed(state.currentTerm, index), changed({
      matchIndex: {...state.matchIndex, [from]: known},
      nextIndex: {...state.nextIndex, [from]: Math.max(state.nextIndex[from] ?? 1, known + 1)},
    }));
  }

  /** A server starts again with its snapshot, and `entries` of its log behind it. */
  restartsBehind(id: ServerId, index: number, entries: number): this {
    const {currentTerm, votedFor} = this.view(id).state;
    const {log, incarnation} = this.view(id);
    const data = this.stateAfter(id, index);
    const fields = {
      currentTerm, votedFor, ...this.boundary(id, index), commitIndex: index, lastApplied: index,
    };
    const behind = suffix(index + 1, log.slice(index, index + entries));
    return this.input(id, this.bootInput(id, incarnation + 1),
      [changed(fields, behind), restore(index, data)]);
  }
}

/** S1 leads term 3 with four entries that S2 has too; all are committed, and applied by S1. */
export function led(scene: Scene = {}): SnapshotHistory {
  const story = new SnapshotHistory({...scene, logs: {S1: '1 1', S2: '1 1', ...scene.logs}});
  story.at(10).leads('S1', {votesOf: ['S2'], term: 3});
  story.appends('S1', 'x', 'y').replicates('S1', ['S2'], 4).applies('S1').at(20);
  return story;
}

/** The log of a server ends with S1's snapshot. */
export const NOTHING_BEHIND = suffix(5, []);

type Sent = readonly [SnapshotHistory, InstallSnapshot];

/** S3 holds something, is sent S1's snapshot up to index 4, and S1 waits. */
export function toS3(log: string): Sent {
  const story = led({logs: {S3: log}}).takes('S1', 4);
  return [story, story.sends('S1', 'S3', 4)];
}

/** The same, and S3 has all of S1's log, with a fifth entry. */
export function withOneMore(): Sent {
  const story = led().appends('S1', 'z');
  story.follows('S3', 'S1', {leaderCommit: 2});
  return [story.takes('S1', 4), story.sends('S1', 'S3', 4)];
}
