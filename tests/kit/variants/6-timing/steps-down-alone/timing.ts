/**
 * A leader that no majority has answered for 2T steps down by itself.
 */
import type {ServerId, TimedServer} from '#raft';
import {becomeFollower} from '#solution/terms';

export class Timing {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private beats: ReturnType<typeof setInterval> | undefined;
  private heardMs = new Map<ServerId, number>();
  private sent = new Map<ServerId, {from: number; atMs: number}>();

  constructor(private readonly server: TimedServer) {}

  start(): void {
    this.electionTimerReset();
  }

  electionTimerReset(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    const {electionTimeoutMs} = this.server.settings;
    const more = Math.random() * electionTimeoutMs;
    this.timer = setTimeout(() => this.server.startElection(), electionTimeoutMs + more);
  }

  leadershipBegan(): void {
    clearTimeout(this.timer);
    clearInterval(this.beats);
    this.sent.clear();
    for (const other of this.others) this.heardMs.set(other, Date.now());
    this.beats = setInterval(() => this.beat(), this.server.settings.heartbeatIntervalMs);
    this.beat();
  }

  leadershipEnded(): void {
    clearInterval(this.beats);
    this.electionTimerReset();
  }

  entriesAppended(): void {
    for (const other of this.others) if (!this.isBusy(other)) this.send(other);
  }

  resultsReceived(from: ServerId): void {
    this.heardMs.set(from, Date.now());
    const {nextIndex, log} = this.server.state;
    if (this.sent.get(from)?.from !== nextIndex[from]) this.sent.delete(from);
    if ((nextIndex[from] ?? 0) <= log.lastIndex && !this.isBusy(from)) this.send(from);
  }

  private beat(): void {
    const {state, settings, servers} = this.server;
    const inTouch = this.others.filter(other =>
      Date.now() - (this.heardMs.get(other) ?? 0) < 2 * settings.electionTimeoutMs).length + 1;
    if (state.role === 'leader' && 2 * inTouch <= servers.length) {
      becomeFollower(this.server, state.currentTerm);
      return;
    }
    for (const other of this.others) {
      if (this.isBusy(other)) this.server.sendHeartbeat(other);
      else this.send(other);
    }
  }

  private send(to: ServerId): void {
    const {nextIndex, log} = this.server.state;
    const from = nextIndex[to] ?? 0;
    if (from <= log.lastIndex) this.sent.set(to, {from, atMs: Date.now()});
    this.server.sendAppendEntries(to);
  }

  private isBusy(other: ServerId): boolean {
    const sent = this.sent.get(other);
    return sent !== undefined && Date.now() - sent.atMs < this.server.settings.rpcTimeoutMs;
  }

  private get others(): readonly ServerId[] {
    return this.server.servers.filter(server => server !== this.server.self);
  }
}
