/**
 * The server as your functions see it, at the moment it starts.
 *
 * Paper: Figure 2, "State".
 * Promises: everybody starts as a follower in term 0 with an empty log (§5.2); what the disk
 * remembers is put in afterwards.
 * Given. You need not change this file.
 * Read next: server.ts.
 */
import type {GuestContext} from '../host/guest';
import type {ServerId} from './messages';
import type {RaftServer, Settings} from './raft-server';
import {newLog} from './rules';
import type {RaftState} from './state';

export class GivenServer implements RaftServer {
  readonly self: ServerId;
  readonly servers: readonly ServerId[];
  readonly settings: Settings;
  readonly state: RaftState;
  /** How often the election timer was started afresh: labs 3 to 5 have no clock, only this. */
  electionTimerResets = 0;

  constructor(private readonly context: GuestContext) {
    this.self = context.self;
    this.servers = context.servers;
    this.settings = {
      heartbeatIntervalMs: numberIn(context.settings, 'heartbeatIntervalMs'),
      electionTimeoutMs: numberIn(context.settings, 'electionTimeoutMs'),
      rpcTimeoutMs: numberIn(context.settings, 'rpcTimeoutMs'),
    };
    this.state = {
      currentTerm: 0,
      votedFor: null,
      log: newLog(),
      snapshot: null,
      commitIndex: 0,
      lastApplied: 0,
      nextIndex: {},
      matchIndex: {},
      role: 'follower',
      leaderId: null,
      votesGranted: new Set(),
    };
  }

  resetElectionTimer(): void {
    this.electionTimerResets++;
  }

  log(line: string): void {
    this.context.log(line);
  }
}

function numberIn(settings: GuestContext['settings'], name: keyof Settings): number {
  const value = settings[name];
  if (typeof value === 'number') return value;
  throw new Error(`The scenario sets no ${name}: this is a bug in the lab kit, not in your Raft.`);
}
