/**
 * Reads that see every write before them, and add nothing to the log.
 *
 * Paper: §8, the last two paragraphs.
 * Promises: a read that is allowed sees all that was committed, anywhere, before it was asked for
 * (linearizability). Many reads that wait at the same time cost one round of messages.
 * Does not: read anything. What the state machine holds is read by whoever asked.
 * Read next: persistence.ts, lab 7a.
 */
import type {ReadRules, ServerId, TimedServer} from '#raft';

/** A read that waits. */
interface Read {
  /** It may see the state machine once this entry has been applied. */
  readonly index: number;
  readonly allow: (allowed: boolean) => void;
}

/*
 * Why a leader may not answer from its own state, just like that: S1 leads term 1 and is cut off;
 * S2 is elected in term 2 and commits a write; a client that can still reach S1 reads there. S1
 * believes that it leads, and answers with the past. So a leader makes sure, after it was asked and
 * before it answers, that a majority still followed it: each AppendEntries carries a round, the
 * given half echoes it in the results, and a majority of answers to a round that began after the
 * question prove that nobody had replaced this leader when the question came.
 */
export class Reads implements ReadRules {
  private round = 0;
  /** By follower, the latest round it has answered in this term. */
  private readonly answered = new Map<ServerId, number>();
  /** Reads that wait for the next round, for the answers to this one, and to be applied. */
  private queued: Read[] = [];
  private confirming: Read[] = [];
  private confirmed: Read[] = [];
  private firstIndexOfTerm = 0;

  constructor(protected readonly server: TimedServer) {}

  /**
   * This server has just become the leader. What earlier leaders committed is in its log, but it
   * does not know how far that goes until an entry of its own term is committed (§5.4.2). So it
   * appends one that does nothing, at once: server.append(null). Without it, reads in a term in
   * which nobody writes would wait for ever (§8).
   */
  leadershipBegan(): void {
    this.answered.clear();
    this.firstIndexOfTerm = this.server.append(null);
  }

  /** This server leads no longer: reads that wait are refused, and may be asked elsewhere. */
  leadershipEnded(): void {
    const waiting = [...this.queued, ...this.confirming, ...this.confirmed];
    this.queued = [];
    this.confirming = [];
    this.confirmed = [];
    for (const {allow} of waiting) allow(false);
  }

  /**
   * A client wants to read. The promise resolves to false if this server does not lead, or no
   * longer leads before the read is safe. A leader that is not sure yet waits, however long. It
   * resolves to true when all of this has happened:
   * - An entry of this leader's term is committed: commitIndex is as far as it ever was (§5.4.2).
   * - After the question, a majority has answered that it follows this leader; it counts itself.
   * - The state machine has been given all that was committed when the question came.
   *
   * Danger: S1 has confirmed that it leads, and a read comes; S1 answers by that confirmation;
   * between the two S2 was elected and committed a write. Only what is confirmed after the question
   * counts.
   */
  read(): Promise<boolean> {
    const {state} = this.server;
    if (state.role !== 'leader') return Promise.resolve(false);
    const index = Math.max(state.commitIndex, this.firstIndexOfTerm);
    return new Promise(allow => {
      this.queued.push({index, allow});
      if (this.confirming.length === 0) this.beginRound();
    });
  }

  /**
   * The round that an AppendEntries carries which leaves now. The given half asks for each one,
   * heartbeats too, and puts no round on a message while this is 0. It must never fall.
   */
  currentRound(): number {
    return this.round;
  }

  /**
   * A follower has answered an AppendEntries of this round, in currentTerm: when it did, this
   * server was the leader it followed, whether or not the entries matched. Answers may arrive late,
   * twice, or in another order.
   */
  roundAnswered(from: ServerId, round: number): void {
    this.answered.set(from, Math.max(round, this.answered.get(from) ?? 0));
    this.concludeRound();
  }

  /** The state machine was given all entries up to lastApplied: reads may have waited for that. */
  entriesApplied(): void {
    const {lastApplied} = this.server.state;
    const allowed = this.confirmed.filter(({index}) => index <= lastApplied);
    if (allowed.length === 0) return;
    this.confirmed = this.confirmed.filter(({index}) => index > lastApplied);
    for (const {allow} of allowed) allow(true);
  }

  /** All reads that have gathered share one round. Timing's heartbeats repeat what gets lost. */
  private beginRound(): void {
    this.confirming = this.queued;
    this.queued = [];
    this.round++;
    const {self, servers} = this.server;
    for (const follower of servers) {
      if (follower !== self) this.server.sendHeartbeat(follower);
    }
    this.concludeRound();
  }

  private concludeRound(): void {
    if (this.confirming.length === 0) return;
    let followers = 0;
    for (const round of this.answered.values()) if (round >= this.round) followers++;
    if (2 * (followers + 1) <= this.server.servers.length) return;
    this.confirmed.push(...this.confirming);
    this.confirming = [];
    this.entriesApplied();
    if (this.queued.length > 0) this.beginRound();
  }
}
