/**
 * Everything your files import from '#raft'.
 *
 * Promises: types only, and todo() for what is not written yet. No rule of Raft lives here.
 * Given. You need not change this file.
 * Read next: messages.ts, state.ts, log-interface.ts, raft-server.ts, in this
 * order; network-interface.ts is for lab 2, timed-server.ts for lab 6, the others for lab 7.
 */
export type {
  AppendEntriesArguments, AppendEntriesRefusal, AppendEntriesResults, AppendEntriesSuccess, Command,
  InstallSnapshotArguments, InstallSnapshotResults, Json, LogEntry, RaftMessage,
  RequestVoteArguments, RequestVoteResults, ServerId,
} from './messages';
export type {RaftState, Role, Snapshot} from './state';
export type {Log} from './log-interface';
export type {RaftServer, Settings} from './raft-server';
export type {CommittedEntry} from './committed-entry';
export type {
  DelayRange, Endpoint, Frame, FrameError, FrameLimits, Network, NetworkEvent, NetworkOptions,
  Random, ReceivedMessage, Reordering, Schedule,
} from './network-interface';
export type {ReadRules, TimedServer, TimingRules} from './timed-server';
export type {Changes, Outgoing, PersistenceRules, ServerDisk} from './disk-interface';
export type {
  KvAnswer, KvCommand, KvMessage, KvOperation, KvOutcome, KvRequest, KvResults, KvSession,
} from './kv-messages';
export type {KvClientRules, KvClientSide, RaftService, Service} from './service';
export type {
  Connection, DriverDisk, DriverParts, Introduction, Machine, MachineEffect, MachineInput, Sockets,
  TransportParts,
} from './runtime-interfaces';
export {todo} from './todo';
