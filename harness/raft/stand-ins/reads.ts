/**
 * Stands in for skeleton/reads.ts in labs 3 to 5: nobody reads, and a new leader appends nothing.
 *
 * Paper: §8.
 * Given. You need not change this file.
 */
import type {ReadRules, ServerId, TimedServer} from '#raft';

export class Reads implements ReadRules {
  constructor(_server: TimedServer) {}

  leadershipBegan(): void {}

  leadershipEnded(): void {}

  read(): Promise<boolean> {
    return Promise.resolve(false);
  }

  currentRound(): number {
    return 0;
  }

  roundAnswered(_from: ServerId, _round: number): void {}

  entriesApplied(): void {}
}
