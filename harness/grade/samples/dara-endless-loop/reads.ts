/**
 * Reads that see every write before them, and add nothing to the log.
 *
 * Paper: §8, the last two paragraphs.
 * Promises: a read that is allowed sees all that was committed, anywhere, before it was asked for
 * (linearizability). Many reads that wait at the same time cost one round of messages.
 * Does not: read anything. What the state machine holds is read by whoever asked.
 * Read next: persistence.ts, lab 7a.
 */
import {todo, type ReadRules, type ServerId, type TimedServer} from '#raft';

/*
 * Why a leader may not answer from its own state, just like that: S1 leads term 1 and is cut off;
 * S2 is elected in term 2 and commits a write; a client that can still reach S1 reads there. S1
 * believes that it leads, and answers with the past. So a leader makes sure, after it was asked and
 * before it answers, that a majority still followed it: each AppendEntries carries a round, the
 * given half echoes it in the results, and a majority of answers to a round that began after the
 * question prove that nobody had replaced this leader when the question came.
 */
export class Reads implements ReadRules {
  constructor(protected readonly server: TimedServer) {}

  /**
   * This server has just become the leader. What earlier leaders committed is in its log, but it
   * does not know how far that goes until an entry of its own term is committed (§5.4.2). So it
   * appends one that does nothing, at once: server.append(null). Without it, reads in a term in
   * which nobody writes would wait for ever (§8).
   */
  leadershipBegan(): void {
    // TODO(lab 6): what must a new leader append before it knows what is committed (§8)?
    return todo(6, 'leadershipBegan');
  }

  /** This server leads no longer: reads that wait are refused, and may be asked elsewhere. */
  leadershipEnded(): void {
    // TODO(lab 6): who is still waiting for an answer (§8)?
    return todo(6, 'leadershipEnded');
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
    // TODO(lab 6): what must be committed, confirmed and applied before this read is safe (§8)?
    return todo(6, 'read');
  }

  /**
   * The round that an AppendEntries carries which leaves now. The given half asks for each one,
   * heartbeats too, and puts no round on a message while this is 0. It must never fall.
   */
  currentRound(): number {
    // TODO(lab 6): which round is under way (§8)?
    return todo(6, 'currentRound');
  }

  /**
   * A follower has answered an AppendEntries of this round, in currentTerm: when it did, this
   * server was the leader it followed, whether or not the entries matched. Answers may arrive late,
   * twice, or in another order.
   */
  roundAnswered(from: ServerId, round: number): void {
    // TODO(lab 6): how many have answered this round or a later one, and is that a majority (§8)?
    return todo(6, 'roundAnswered', from, round);
  }

  /** The state machine was given all entries up to lastApplied: reads may have waited for that. */
  entriesApplied(): void {
    // TODO(lab 6): which of the reads that were confirmed can be answered now (§8)?
    return todo(6, 'entriesApplied');
  }
}
