/**
 * When a server acts by itself: it stands for election, sends heartbeats, sends again.
 *
 * Paper: §5.2, §5.3, §5.6; Figure 2, "Rules for Servers".
 * Promises: somebody stands soon after a leader has gone, and rarely two at once. While a leader is
 * there and can be heard, nobody stands. A slow or silent follower costs little.
 * Does not: know any rule of elections or logs; those are yours of labs 3 to 5, behind `server`.
 * Read next: harness/raft/timed-server.ts, what you may ask of `server`; then reads.ts.
 */
import {todo, type ServerId, type TimedServer, type TimingRules} from '#raft';

/*
 * Time is setTimeout, setInterval and Date, as in any program; each server has a clock of its own,
 * and in tests it is virtual. A callback runs between two messages, never during one. Whether you
 * set a timer for each deadline or look at the time every 10 ms is yours to choose.
 *
 * server.settings says how long things take. Tests also run with other values.
 */
export class Timing implements TimingRules {
  constructor(protected readonly server: TimedServer) {}

  /**
   * The server has just started, for the first time or after a crash, and is a follower. If it
   * hears of no leader within an election timeout, it stands for election (§5.2).
   */
  start(): void {
    // TODO(lab 6): what does a server do that never hears of a leader (§5.2)?
    return todo(6, 'start');
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
    // TODO(lab 6): what becomes of the timer that is running, and how long is the new one (§5.2)?
    return todo(6, 'electionTimerReset');
  }

  /**
   * This server has won an election. It tells everybody at once, so that nobody else stands, and
   * from now on sends each follower something at least every heartbeatIntervalMs (§5.2), also one
   * that does not answer, or whose answer it waits for: server.sendHeartbeat carries no entries.
   * Its own election timer stops.
   */
  leadershipBegan(): void {
    // TODO(lab 6): what must the others hear before one of them stands, and how often after (§5.2)?
    return todo(6, 'leadershipBegan');
  }

  /**
   * This server leads no longer: it sends no more heartbeats, and it needs an election timer again,
   * since learning of a later term has started none.
   */
  leadershipEnded(): void {
    // TODO(lab 6): which timers does a follower have, and which does it not have (§5.2)?
    return todo(6, 'leadershipEnded');
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
    // TODO(lab 6): who gets the new entries now, and who is still busy with the last (§5.3)?
    return todo(6, 'entriesAppended');
  }

  /**
   * A follower has answered in this term, and your rules of lab 3 have moved nextIndex and
   * matchIndex. If it still lacks entries, this is the moment to send them.
   *
   * An answer need not belong to the last request: heartbeats are answered too, and the network
   * may deliver an answer twice.
   */
  resultsReceived(from: ServerId): void {
    // TODO(lab 6): is this the answer you waited for, and is there more to send (§5.3)?
    return todo(6, 'resultsReceived', from);
  }
}
