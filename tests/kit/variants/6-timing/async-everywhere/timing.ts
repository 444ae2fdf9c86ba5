/**
 * Every hook is async, every wait a promise; loops that end when their number is no longer the last.
 */
import {setTimeout as sleep} from 'node:timers/promises';
import type {ServerId, TimedServer} from '#raft';

export class Timing {
  private election = 0;
  private leadership = 0;
  private readonly talks = new Map<ServerId, Talk>();

  constructor(private readonly server: TimedServer) {}

  async start(): Promise<void> {
    await this.electionTimerReset();
  }

  async electionTimerReset(): Promise<void> {
    const mine = ++this.election;
    const {electionTimeoutMs} = this.server.settings;
    await sleep(Math.round(electionTimeoutMs * (1 + Math.random())));
    if (mine !== this.election || this.server.state.role === 'leader') return;
    await Promise.resolve();
    this.server.startElection();
  }

  async leadershipBegan(): Promise<void> {
    const mine = ++this.leadership;
    this.election++;
    this.talks.clear();
    for (const follower of this.server.servers) {
      if (follower !== this.server.self) this.talks.set(follower, new Talk(this.server, follower));
    }
    while (mine === this.leadership && this.server.state.role === 'leader') {
      await Promise.all([...this.talks.values()].map(talk => talk.beat()));
      await sleep(this.server.settings.heartbeatIntervalMs);
    }
  }

  async leadershipEnded(): Promise<void> {
    this.leadership++;
    await this.electionTimerReset();
  }

  async entriesAppended(): Promise<void> {
    await Promise.resolve();
    for (const talk of this.talks.values()) await talk.go();
  }

  async resultsReceived(from: ServerId): Promise<void> {
    const talk = this.talks.get(from);
    await talk?.answered();
    await talk?.go();
  }
}

class Talk {
  private under: {readonly from: number; readonly untilMs: number} | null = null;

  constructor(private readonly server: TimedServer, private readonly follower: ServerId) {}

  async beat(): Promise<void> {
    await Promise.resolve();
    if (this.isWaiting) this.server.sendHeartbeat(this.follower);
    else this.send();
  }

  async answered(): Promise<void> {
    await Promise.resolve();
    if (this.under?.from !== this.next) this.under = null;
  }

  async go(): Promise<void> {
    await Promise.resolve();
    if (!this.isWaiting && this.next <= this.server.state.log.lastIndex) this.send();
  }

  private get next(): number {
    return this.server.state.nextIndex[this.follower] ?? 1;
  }

  private get isWaiting(): boolean {
    return this.under !== null && Date.now() < this.under.untilMs;
  }

  private send(): void {
    const {state, settings} = this.server;
    const untilMs = Date.now() + settings.rpcTimeoutMs;
    this.under = this.next <= state.log.lastIndex ? {from: this.next, untilMs} : null;
    this.server.sendAppendEntries(this.follower);
  }
}
