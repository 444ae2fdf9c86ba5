/**
 * What is committed, as the leaders of this world have said: index by index, the first word counts.
 *
 * Read next: leader-completeness.ts, commit-rule.ts.
 */
import type {Command, ServerId} from '../raft/messages';

export interface CommittedFact {
  readonly term: number;
  readonly command: Command;
  readonly leader: ServerId;
  /** The leader's term when it committed the entry. */
  readonly leaderTerm: number;
  readonly atMs: number;
}

export class CommittedEntries {
  /** entries[i - 1] is the committed entry at index i. */
  readonly entries: CommittedFact[] = [];

  get lastIndex(): number {
    return this.entries.length;
  }

  at(index: number): CommittedFact | undefined {
    return this.entries[index - 1];
  }
}
