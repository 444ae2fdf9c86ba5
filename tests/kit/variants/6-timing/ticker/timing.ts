/**
 * One ticker that looks at the clock every 10 ms and decides everything; votes are asked for once.
 */
import type {ServerId, TimedServer, TimingRules} from '#raft';

const TICK_MS = 10;

export class Timing implements TimingRules {
  private lastHeardMs = Date.now();
  private timeoutMs = 0;
  private lastSentMs: Record<ServerId, number> = {};
  private waitingSinceMs: Record<ServerId, number | undefined> = {};
  private waitingFor: Record<ServerId, number> = {};

  constructor(private readonly server: TimedServer) {}

  start(): void {
    this.electionTimerReset();
    setInterval(() => this.tick(), TICK_MS);
  }

  electionTimerReset(): void {
    const {electionTimeoutMs} = this.server.settings;
    this.lastHeardMs = Date.now();
    this.timeoutMs = electionTimeoutMs * (1 + Math.random());
  }

  leadershipBegan(): void {
    this.waitingSinceMs = {};
    for (const follower of this.followers()) this.send(follower);
  }

  leadershipEnded(): void {
    this.electionTimerReset();
  }

  entriesAppended(): void {
    for (const follower of this.followers()) {
      if (this.waitingSinceMs[follower] === undefined) this.send(follower);
    }
  }

  resultsReceived(from: ServerId): void {
    const nextIndex = this.server.state.nextIndex[from] ?? 0;
    if (nextIndex !== this.waitingFor[from]) this.waitingSinceMs[from] = undefined;
    const lacks = nextIndex <= this.server.state.log.lastIndex;
    if (lacks && this.waitingSinceMs[from] === undefined) this.send(from);
  }

  private tick(): void {
    const {state, settings} = this.server;
    const now = Date.now();
    if (state.role !== 'leader') {
      if (now - this.lastHeardMs >= this.timeoutMs) this.server.startElection();
      return;
    }
    for (const follower of this.followers()) {
      const since = this.waitingSinceMs[follower];
      if (since !== undefined && now - since >= settings.rpcTimeoutMs) this.send(follower);
      else if (now - (this.lastSentMs[follower] ?? 0) >= settings.heartbeatIntervalMs) {
        this.lastSentMs[follower] = now;
        if (since === undefined) this.send(follower);
        else this.server.sendHeartbeat(follower);
      }
    }
  }

  private send(follower: ServerId): void {
    const {nextIndex, log} = this.server.state;
    const next = nextIndex[follower] ?? 0;
    this.lastSentMs[follower] = Date.now();
    this.waitingFor[follower] = next;
    this.waitingSinceMs[follower] = next <= log.lastIndex ? Date.now() : undefined;
    this.server.sendAppendEntries(follower);
  }

  private followers(): readonly ServerId[] {
    return this.server.servers.filter(server => server !== this.server.self);
  }
}
