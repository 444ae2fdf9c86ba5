/**
 * Sends every command at once and moves nextIndex ahead of the answers, once a follower's log is
 * known to match; goes back when no answer comes.
 */
import type {ServerId, TimedServer} from '#raft';

export class Timing {
  private electionTimer: ReturnType<typeof setTimeout> | undefined;
  private heartbeats: ReturnType<typeof setInterval> | undefined;
  private answeredMs = new Map<ServerId, number>();
  /** Followers whose logs match: those may have many requests under way. The others have one. */
  private readonly matching = new Set<ServerId>();
  private readonly probed = new Set<ServerId>();
  private readonly lastMatch = new Map<ServerId, number>();

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
    this.matching.clear();
    this.probed.clear();
    this.lastMatch.clear();
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
    if ((this.lastMatch.get(from) ?? 0) !== matchIndex[from]) {
      this.lastMatch.set(from, matchIndex[from] ?? 0);
      this.answeredMs.set(from, Date.now());
      this.matching.add(from);
    }
    if (this.probedAt.get(from) !== nextIndex[from]) this.probed.delete(from);
    if ((nextIndex[from] ?? 0) <= log.lastIndex) this.push(from);
  }

  private readonly probedAt = new Map<ServerId, number>();

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
        this.matching.delete(other);
        this.probed.delete(other);
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
    if (!this.matching.has(to)) {
      if (this.probed.has(to)) return false;
      this.probed.add(to);
      this.probedAt.set(to, nextIndex[to] ?? 0);
      this.server.sendAppendEntries(to);
      return true;
    }
    this.server.sendAppendEntries(to);
    nextIndex[to] = log.lastIndex + 1;
    return true;
  }

  private get others(): readonly ServerId[] {
    return this.server.servers.filter(server => server !== this.server.self);
  }
}
