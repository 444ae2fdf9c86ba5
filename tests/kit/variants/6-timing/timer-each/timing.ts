/**
 * A timer of its own for each follower: it hears something when it has heard nothing for a while.
 */
import type {ServerId, TimedServer} from '#raft';

interface Follower {
  timer?: ReturnType<typeof setTimeout>;
  openFrom: number;
  openedMs: number;
}

export class Timing {
  private alarm: ReturnType<typeof setTimeout> | null = null;
  private followers: Record<ServerId, Follower> = {};

  constructor(private readonly server: TimedServer) {}

  start(): void {
    this.electionTimerReset();
  }

  electionTimerReset(): void {
    if (this.alarm !== null) clearTimeout(this.alarm);
    const {electionTimeoutMs} = this.server.settings;
    const drawn = Math.ceil(electionTimeoutMs * Math.random());
    this.alarm = setTimeout(() => {
      this.alarm = null;
      if (this.server.state.role !== 'leader') this.server.startElection();
    }, electionTimeoutMs + drawn);
  }

  leadershipBegan(): void {
    if (this.alarm !== null) clearTimeout(this.alarm);
    this.followers = {};
    for (const id of this.server.servers) {
      if (id === this.server.self) continue;
      this.followers[id] = {openFrom: 0, openedMs: 0};
      this.tell(id);
    }
  }

  leadershipEnded(): void {
    for (const {timer} of Object.values(this.followers)) clearTimeout(timer);
    this.followers = {};
    this.electionTimerReset();
  }

  entriesAppended(): void {
    for (const id of Object.keys(this.followers)) if (!this.isOpen(id)) this.tell(id);
  }

  resultsReceived(from: ServerId): void {
    const follower = this.followers[from];
    const {nextIndex, log} = this.server.state;
    const next = nextIndex[from] ?? 0;
    if (follower === undefined || follower.openFrom === next) return;
    follower.openFrom = 0;
    if (next <= log.lastIndex) this.tell(from);
  }

  private tell(id: ServerId): void {
    const follower = this.followers[id];
    if (follower === undefined) return;
    const {nextIndex, log} = this.server.state;
    const next = nextIndex[id] ?? 0;
    if (this.isOpen(id)) this.server.sendHeartbeat(id);
    else {
      follower.openFrom = next <= log.lastIndex ? next : 0;
      follower.openedMs = Date.now();
      this.server.sendAppendEntries(id);
    }
    clearTimeout(follower.timer);
    follower.timer = setTimeout(() => this.tell(id), this.server.settings.heartbeatIntervalMs);
  }

  private isOpen(id: ServerId): boolean {
    const follower = this.followers[id];
    if (follower === undefined || follower.openFrom === 0) return false;
    return Date.now() - follower.openedMs < this.server.settings.rpcTimeoutMs;
  }
}
