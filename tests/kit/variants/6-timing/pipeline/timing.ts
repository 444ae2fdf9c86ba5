/**
 * Sends every command at once and moves nextIndex ahead of the answers; goes back when none comes.
 */
import type {ServerId, TimedServer} from '#raft';

export class Timing {
  private electionTimer: ReturnType<typeof setTimeout> | undefined;
  private heartbeats: ReturnType<typeof setInterval> | undefined;
  private answeredMs = new Map<ServerId, number>();

  constructor(private readonly server: TimedServer) {}

  start(): void {
    this.electionTimerReset();
  }

  electionTimerReset(): void {
    clearTimeout(this.electionTimer);
    const {electionTimeoutMs: t} = this.server.settings;
    this.electionTimer = setTimeout(() => this.server.startElection(), t + t * Math.random());
  }

  leadershipBegan(): void {
    clearTimeout(this.electionTimer);
    clearInterval(this.heartbeats);
    for (const other of this.others) this.answeredMs.set(other, Date.now());
    const {heartbeatIntervalMs} = this.server.settings;
    this.heartbeats = setInterval(() => this.beat(), heartbeatIntervalMs);
    this.beat();
  }

  leadershipEnded(): void {
    clearInterval(this.heartbeats);
    this.electionTimerReset();
  }

  entriesAppended(): void {
    for (const other of this.others) this.push(other);
  }

  resultsReceived(from: ServerId): void {
    const {nextIndex, matchIndex, log} = this.server.state;
    const known = this.lastMatch.get(from);
    if (known !== matchIndex[from]) {
      this.lastMatch.set(from, matchIndex[from] ?? 0);
      this.answeredMs.set(from, Date.now());
    }
    if ((nextIndex[from] ?? 0) <= log.lastIndex) this.push(from);
  }

  private readonly lastMatch = new Map<ServerId, number>();

  private beat(): void {
    const {state, settings} = this.server;
    if (state.role !== 'leader') return;
    for (const other of this.others) {
      const matched = state.matchIndex[other] ?? 0;
      const isBehind = matched < state.log.lastIndex;
      const sinceMs = Date.now() - (this.answeredMs.get(other) ?? 0);
      if (!isBehind) this.answeredMs.set(other, Date.now());
      if (isBehind && sinceMs >= settings.rpcTimeoutMs) {
        this.answeredMs.set(other, Date.now());
        state.nextIndex[other] = matched + 1;
      }
      if (!this.push(other)) this.ask(other, matched);
    }
  }

  /** A heartbeat may overtake entries, so it names what is known to be there. */
  private ask(other: ServerId, matched: number): void {
    const {nextIndex} = this.server.state;
    const ahead = nextIndex[other] ?? 0;
    if (matched > 0) nextIndex[other] = matched + 1;
    this.server.sendHeartbeat(other);
    nextIndex[other] = ahead;
  }

  /** Sends what has not been sent, and counts on it. */
  private push(to: ServerId): boolean {
    const {nextIndex, log, role} = this.server.state;
    if (role !== 'leader' || (nextIndex[to] ?? 0) > log.lastIndex) return false;
    this.server.sendAppendEntries(to);
    nextIndex[to] = log.lastIndex + 1;
    return true;
  }

  private get others(): readonly ServerId[] {
    return this.server.servers.filter(server => server !== this.server.self);
  }
}
