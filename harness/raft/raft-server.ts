/**
 * A server as the functions of labs 3 to 5 see it.
 *
 * Paper: Figure 2, "Rules for Servers".
 * Promises: everything a rule may use is here; a rule never sends, it returns what is to be sent.
 * Given. You need not change this file.
 * Read next: server.ts, which calls your functions.
 */
import type {ServerId} from './messages';
import type {RaftState} from './state';

/** How long things take, in ms of the server's own clock. Tests also run with other values. */
export interface Settings {
  /** A leader sends each follower something at least this often. */
  readonly heartbeatIntervalMs: number;
  /** T: an election timer is drawn anew from [T, 2T] each time it is reset (§5.2). */
  readonly electionTimeoutMs: number;
  /** How long to wait for results before a request is worth sending again. */
  readonly rpcTimeoutMs: number;
}

export interface RaftServer {
  /** This server's own name. */
  readonly self: ServerId;
  /** All servers of the cluster, this one included, in the same order everywhere. */
  readonly servers: readonly ServerId[];
  readonly state: RaftState;
  readonly settings: Settings;
  /** Starts the election timer afresh. Labs 3 to 5 have no clock and only record the call. */
  resetElectionTimer(): void;
  /** Adds a line to the trace, with this server's name and the time; so does `console.log`. */
  log(line: string): void;
}
