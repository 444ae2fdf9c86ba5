/**
 * Sends nothing of its own: every AppendEntries has a new round, and a read waits for heartbeats.
 */
import type {ServerId, TimedServer} from '#raft';

export class Reads {
  private round = 0;
  private ownIndex = 0;
  private answered = new Map<ServerId, number>();
  private reads: {after: number; index: number; allow: (allowed: boolean) => void}[] = [];

  constructor(private readonly server: TimedServer) {}

  leadershipBegan(): void {
    this.answered = new Map();
    this.ownIndex = this.server.append(null);
  }

  leadershipEnded(): void {
    for (const {allow} of this.reads.splice(0)) allow(false);
  }

  read(): Promise<boolean> {
    const {role, commitIndex} = this.server.state;
    if (role !== 'leader') return Promise.resolve(false);
    return new Promise(allow => {
      this.reads.push({after: this.round, index: Math.max(commitIndex, this.ownIndex), allow});
      this.look();
    });
  }

  currentRound(): number {
    return ++this.round;
  }

  roundAnswered(from: ServerId, round: number): void {
    if (round > (this.answered.get(from) ?? 0)) this.answered.set(from, round);
    this.look();
  }

  entriesApplied(): void {
    this.look();
  }

  private look(): void {
    const {servers, state} = this.server;
    const ready = this.reads.filter(({after, index}) => {
      const followers = [...this.answered.values()].filter(round => round > after).length;
      return followers + 1 > servers.length / 2 && state.lastApplied >= index;
    });
    this.reads = this.reads.filter(read => !ready.includes(read));
    for (const {allow} of ready) allow(true);
  }
}
