/**
 * Stands in for skeleton/timing.ts in labs 3 to 5: there is no clock, and the harness says when.
 *
 * Paper: §5.2, §5.3.
 * Promises: a new leader tells everybody at once. A follower that has answered something new gets
 * what it still lacks; one that has caught up gets nothing more until the harness asks.
 * Given. You need not change this file.
 */
import type {ServerId, TimedServer, TimingRules} from '#raft';

interface Known {
  readonly nextIndex: number | undefined;
  readonly matchIndex: number | undefined;
}

export class Timing implements TimingRules {
  private readonly known = new Map<ServerId, Known>();

  constructor(private readonly server: TimedServer) {}

  start(): void {}

  electionTimerReset(): void {}

  leadershipBegan(): void {
    const {self, servers} = this.server;
    this.remember();
    for (const follower of servers) {
      if (follower !== self) this.server.sendAppendEntries(follower);
    }
  }

  leadershipEnded(): void {}

  entriesAppended(): void {}

  /**
   * Results that tell nothing new, such as a duplicate, cause no message: or each copy that the
   * network makes would start another chain of requests that never ends.
   */
  resultsReceived(from: ServerId): void {
    const {state} = this.server;
    const nextIndex = state.nextIndex[from];
    const hasMore = nextIndex !== undefined && nextIndex <= state.log.lastIndex;
    const known = this.known.get(from);
    const isNews = nextIndex !== known?.nextIndex || state.matchIndex[from] !== known?.matchIndex;
    this.remember();
    if (isNews && hasMore) this.server.sendAppendEntries(from);
  }

  /** All followers: what results of one have changed for another is no news of that other. */
  private remember(): void {
    const {servers, state: {nextIndex, matchIndex}} = this.server;
    for (const follower of servers) {
      this.known.set(follower, {
        nextIndex: nextIndex[follower], matchIndex: matchIndex[follower],
      });
    }
  }
}
