/**
 * When a server acts by itself: it stands for election, sends heartbeats, sends again.
 *
 * Paper: §5.2, §5.3, §5.6; Figure 2, "Rules for Servers".
 * Promises: somebody stands soon after a leader has gone, and rarely two at once. While a leader is
 * there and can be heard, nobody stands. A slow or silent follower costs little.
 * Does not: know any rule of elections or logs; those are yours of labs 3 to 5, behind `server`.
 * Read next: harness/raft/timed-server.ts, what you may ask of `server`; then reads.ts.
 */
import type {ServerId, TimedServer, TimingRules} from '#raft';

/** What a leader remembers about a follower besides Figure 2. */
interface Conversation {
  /** nextIndex when the last request with entries left, or 0 if none is waited for. */
  sentFrom: number;
  sentAtMs: number;
}

/*
 * Time is setTimeout, setInterval and Date, as in any program; each server has a clock of its own,
 * and in tests it is virtual. A callback runs between two messages, never during one. Whether you
 * set a timer for each deadline or look at the time every 10 ms is yours to choose.
 *
 * server.settings says how long things take. Tests also run with other values.
 */
export class Timing implements TimingRules {
  private electionTimer: ReturnType<typeof setTimeout> | undefined;
  private heartbeatTimer: ReturnType<typeof setInterval> | undefined;
  private readonly conversations = new Map<ServerId, Conversation>();

  constructor(protected readonly server: TimedServer) {}

  /**
   * The server has just started, for the first time or after a crash, and is a follower. If it
   * hears of no leader within an election timeout, it stands for election (§5.2).
   */
  start(): void {
    this.electionTimerReset();
  }

  /**
   * The election timer starts afresh: your functions of labs 3 and 5 have called
   * server.resetElectionTimer(). If nothing resets it again, it runs out after a time that is drawn
   * anew, each time, from [T, 2T] (T is electionTimeoutMs); then this server stands for election,
   * with server.startElection(). A leader never does.
   *
   * Danger: S1 and S2 time out at the same moment and split the votes; with a timeout that is drawn
   * once, or is the same for all, they do so for ever.
   *
   * An election may come to nothing. becomeCandidate has reset the timer, so the next attempt is on
   * its way already. A request for a vote may also be lost on its way: it does no harm to ask again
   * those who have not answered after rpcTimeoutMs, with server.sendRequestVote (§5.1).
   */
  electionTimerReset(): void {
    clearTimeout(this.electionTimer);
    const {electionTimeoutMs} = this.server.settings;
    const timeoutMs = electionTimeoutMs + Math.floor(Math.random() * (electionTimeoutMs + 1));
    this.electionTimer = setTimeout(() => this.onElectionTimeout(), timeoutMs);
  }

  /**
   * This server has won an election. It tells everybody at once, so that nobody else stands, and
   * from now on sends each follower something at least every heartbeatIntervalMs (§5.2), also one
   * that does not answer, or whose answer it waits for: server.sendHeartbeat carries no entries.
   * Its own election timer stops.
   */
  leadershipBegan(): void {
    clearTimeout(this.electionTimer);
    clearInterval(this.heartbeatTimer);
    this.conversations.clear();
    this.heartbeatTimer = setInterval(
      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);
    this.onHeartbeat();
  }

  /**
   * This server leads no longer: it sends no more heartbeats, and it needs an election timer again,
   * since learning of a later term has started none.
   */
  leadershipEnded(): void {
    clearInterval(this.heartbeatTimer);
    this.electionTimerReset();
  }

  /**
   * This leader has new entries, one or more. Followers should have them soon, not only with the
   * next heartbeat: a client waits for each of them (§5.3).
   *
   * But a follower that has not answered the last request yet gets no other one for each new
   * command. server.sendAppendEntries sends all entries from nextIndex on, and only results move
   * nextIndex: a hundred commands, each sent at once, would cross to that follower a hundred times,
   * twice, thrice. While one request is under way, let the commands gather; the answer to it, or
   * rpcTimeoutMs without one, is the time to send what has gathered, all in one.
   */
  entriesAppended(): void {
    for (const follower of this.followers) {
      if (!this.isWaitingFor(follower)) this.sendTo(follower);
    }
  }

  /**
   * A follower has answered in this term, and your rules of lab 3 have moved nextIndex and
   * matchIndex. If it still lacks entries, this is the moment to send them.
   *
   * An answer need not belong to the last request: heartbeats are answered too, and the network
   * may deliver an answer twice.
   */
  resultsReceived(from: ServerId): void {
    const {nextIndex, log} = this.server.state;
    const conversation = this.conversations.get(from);
    if (conversation === undefined) return;
    if (conversation.sentFrom !== nextIndex[from]) conversation.sentFrom = 0;
    const hasMore = (nextIndex[from] ?? 0) <= log.lastIndex;
    if (hasMore && !this.isWaitingFor(from)) this.sendTo(from);
  }

  private onElectionTimeout(): void {
    this.server.startElection();
    this.askAgain(this.server.state.currentTerm);
  }

  /** Requests and votes may be lost: whoever has not given its vote is asked once more. */
  private askAgain(term: number): void {
    setTimeout(() => {
      const {role, currentTerm} = this.server.state;
      if (role !== 'candidate' || currentTerm !== term) return;
      for (const voter of this.followers) this.server.sendRequestVote(voter);
      this.askAgain(term);
    }, this.server.settings.rpcTimeoutMs);
  }

  /** Whoever has entries under way gets a heartbeat without any; the others what they lack. */
  private onHeartbeat(): void {
    for (const follower of this.followers) {
      if (this.isWaitingFor(follower)) this.server.sendHeartbeat(follower);
      else this.sendTo(follower);
    }
  }

  private sendTo(follower: ServerId): void {
    const {nextIndex, log} = this.server.state;
    const firstIndex = nextIndex[follower] ?? 0;
    const sentFrom = firstIndex <= log.lastIndex ? firstIndex : 0;
    this.conversations.set(follower, {sentFrom, sentAtMs: Date.now()});
    this.server.sendAppendEntries(follower);
  }

  /** Whether a request with entries is unanswered, and may still be answered. */
  private isWaitingFor(follower: ServerId): boolean {
    const conversation = this.conversations.get(follower);
    if (conversation === undefined || conversation.sentFrom === 0) return false;
    return Date.now() - conversation.sentAtMs < this.server.settings.rpcTimeoutMs;
  }

  private get followers(): readonly ServerId[] {
    const {self, servers} = this.server;
    return servers.filter(server => server !== self);
  }
}
