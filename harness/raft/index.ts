/**
 * Everything your files import from '#raft'.
 *
 * Promises: types only, and todo() for what is not written yet. No rule of Raft lives here.
 * Given. You need not change this file.
 * Read next: messages.ts, state.ts, log-interface.ts, raft-server.ts, in this
 * order; network-interface.ts is for lab 2.
 */
export type {
  AppendEntriesArguments, AppendEntriesRefusal, AppendEntriesResults, AppendEntriesSuccess, Command,
  Json, LogEntry, RaftMessage, RequestVoteArguments, RequestVoteResults, ServerId,
} from './messages';
export type {RaftState, Role} from './state';
export type {Log} from './log-interface';
export type {RaftServer, Settings} from './raft-server';
export type {CommittedEntry} from './committed-entry';
export type {
  DelayRange, Endpoint, Frame, FrameError, FrameLimits, Network, NetworkEvent, NetworkOptions,
  Random, ReceivedMessage, Reordering, Schedule,
} from './network-interface';
export {todo} from './todo';
