/**
 * A read is one async function from the question to the answer; what it waits for are promises.
 */
import type {ServerId, TimedServer} from '#raft';

export class Reads {
  private round = 0;
  private readonly answered = new Map<ServerId, number>();
  /** Up to there, rounds are of earlier terms, and need not be waited for. */
  private firstRound = 0;
  private own = 0;
  private term = 0;
  private gathering: Promise<number> | null = null;
  private wake: (() => void)[] = [];

  constructor(private readonly server: TimedServer) {}

  async leadershipBegan(): Promise<void> {
    this.answered.clear();
    this.term = this.server.state.currentTerm;
    this.firstRound = this.round;
    this.own = this.server.append(null);
  }

  async leadershipEnded(): Promise<void> {
    this.wakeAll();
  }

  async read(): Promise<boolean> {
    const {state} = this.server;
    if (state.role !== 'leader') return false;
    const {currentTerm} = state;
    const index = Math.max(this.own, state.commitIndex);
    const round = await this.nextRound();
    while (this.isLeaderOf(currentTerm)) {
      if (this.isConfirmed(round) && state.lastApplied >= index) return true;
      await new Promise<void>(resolve => { this.wake.push(resolve); });
    }
    return false;
  }

  currentRound(): number {
    return this.round;
  }

  async roundAnswered(from: ServerId, round: number): Promise<void> {
    this.answered.set(from, Math.max(round, this.answered.get(from) ?? 0));
    this.wakeAll();
  }

  async entriesApplied(): Promise<void> {
    this.wakeAll();
  }

  /** All that ask before the last round was answered share the next one. */
  private nextRound(): Promise<number> {
    this.gathering ??= this.begin(this.round);
    return this.gathering;
  }

  private async begin(last: number): Promise<number> {
    const {currentTerm} = this.server.state;
    await Promise.resolve();
    while (last > this.firstRound && !this.isConfirmed(last) && this.isLeaderOf(currentTerm)) {
      await new Promise<void>(resolve => { this.wake.push(resolve); });
    }
    this.gathering = null;
    this.round++;
    for (const other of this.server.servers) {
      if (other !== this.server.self) this.server.sendHeartbeat(other);
    }
    return this.round;
  }

  private isConfirmed(round: number): boolean {
    const answers = [...this.answered.values()].filter(answered => answered >= round).length;
    return 2 * (answers + 1) > this.server.servers.length;
  }

  private isLeaderOf(term: number): boolean {
    return this.server.state.role === 'leader' && this.server.state.currentTerm === term &&
      this.term === term;
  }

  private wakeAll(): void {
    const wake = this.wake;
    this.wake = [];
    for (const go of wake) go();
  }
}
