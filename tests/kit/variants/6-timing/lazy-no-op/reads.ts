/**
 * No entry of its own until somebody reads in a term in which nobody has written; rounds by read.
 */
import type {ServerId, TimedServer} from '#raft';

interface Waiting {
  readonly round: number;
  readonly index: number;
  readonly answer: (allowed: boolean) => void;
}

export class Reads {
  private latestRound = 0;
  private answered: Record<ServerId, number> = {};
  private waiting: Waiting[] = [];
  private joins = false;

  constructor(private readonly server: TimedServer) {}

  leadershipBegan(): void {
    this.answered = {};
  }

  leadershipEnded(): void {
    const refused = this.waiting;
    this.waiting = [];
    refused.forEach(({answer}) => answer(false));
  }

  read(): Promise<boolean> {
    const {state} = this.server;
    if (state.role !== 'leader') return Promise.resolve(false);
    if (state.log.lastTerm !== state.currentTerm) this.server.append(null);
    if (!this.joins) {
      // A window of 3 ms, then one round for all that came in it.
      this.joins = true;
      setTimeout(() => this.ask(), 3);
    }
    return new Promise(answer => {
      this.waiting.push({round: this.latestRound + 1, index: state.log.lastIndex, answer});
    });
  }

  currentRound(): number {
    return this.latestRound;
  }

  roundAnswered(from: ServerId, round: number): void {
    if (round > (this.answered[from] ?? 0)) this.answered[from] = round;
    this.conclude();
  }

  entriesApplied(): void {
    this.conclude();
  }

  private ask(): void {
    this.joins = false;
    this.latestRound++;
    for (const other of this.server.servers) {
      if (other !== this.server.self) this.server.sendHeartbeat(other);
    }
    this.conclude();
  }

  private conclude(): void {
    const {servers, state} = this.server;
    const rounds = servers.filter(server => server !== this.server.self)
      .map(server => this.answered[server] ?? 0).sort((a, b) => b - a);
    const confirmed = servers.length === 1 ? this.latestRound
      : rounds[Math.floor(servers.length / 2) - 1] ?? 0;
    const done = this.waiting.filter(({round, index}) =>
      round <= confirmed && index <= state.lastApplied);
    this.waiting = this.waiting.filter(one => !done.includes(one));
    done.forEach(({answer}) => answer(true));
  }
}
