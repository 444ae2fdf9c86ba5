/**
 * Commands gather for 5 ms, then all of them go to everybody who is not busy; votes asked for once.
 */
import type {ServerId, TimedServer} from '#raft';

const WINDOW_MS = 5;

export class Timing {
  #election?: NodeJS.Timeout;
  #heartbeat?: NodeJS.Timeout;
  #window?: NodeJS.Timeout;
  #busy = new Map<ServerId, NodeJS.Timeout>();
  #carried = new Map<ServerId, number>();

  constructor(private readonly server: TimedServer) {}

  start(): void {
    this.electionTimerReset();
  }

  electionTimerReset(): void {
    clearTimeout(this.#election);
    const t = this.server.settings.electionTimeoutMs;
    this.#election = setTimeout(() => this.server.startElection(), t + Math.random() * t);
  }

  leadershipBegan(): void {
    clearTimeout(this.#election);
    this.#stop();
    const beat = (): void => {
      for (const to of this.#followers()) {
        if (this.#busy.has(to)) this.server.sendHeartbeat(to);
        else this.#send(to);
      }
    };
    beat();
    this.#heartbeat = setInterval(beat, this.server.settings.heartbeatIntervalMs);
  }

  leadershipEnded(): void {
    this.#stop();
    this.electionTimerReset();
  }

  entriesAppended(): void {
    this.#window ??= setTimeout(() => {
      this.#window = undefined;
      for (const to of this.#followers()) if (!this.#busy.has(to)) this.#send(to);
    }, WINDOW_MS);
  }

  resultsReceived(from: ServerId): void {
    const next = this.server.state.nextIndex[from] ?? 0;
    if (this.#busy.has(from) && this.#carried.get(from) === next) return;
    this.#free(from);
    if (next <= this.server.state.log.lastIndex && this.#window === undefined) this.#send(from);
  }

  #send(to: ServerId): void {
    const {nextIndex, log} = this.server.state;
    const next = nextIndex[to] ?? 0;
    if (next <= log.lastIndex) {
      this.#carried.set(to, next);
      const {rpcTimeoutMs} = this.server.settings;
      this.#busy.set(to, setTimeout(() => {
        this.#busy.delete(to);
        this.#send(to);
      }, rpcTimeoutMs));
    }
    this.server.sendAppendEntries(to);
  }

  #free(to: ServerId): void {
    clearTimeout(this.#busy.get(to));
    this.#busy.delete(to);
  }

  #stop(): void {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#window);
    this.#window = undefined;
    for (const to of this.#followers()) this.#free(to);
  }

  #followers(): readonly ServerId[] {
    return this.server.servers.filter(server => server !== this.server.self);
  }
}
