/**
 * Who stood for election, and when: seen from the RequestVotes that leave.
 *
 * Paper: §5.2.
 * Promises: one candidacy a server and term, however often it asks. How a server keeps time is its
 * own affair: one that looks at its clock every 10 ms may be late by as much.
 * Read next: timer-rules.ts, 01-timers.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';

/** How late a server may be that looks at its clock every now and then. */
export const SLACK_MS = 20;

export interface Candidacy {
  readonly server: ServerId;
  readonly term: number;
  readonly atMs: number;
}

/** Sees candidacies from now on. */
export class Candidacies {
  readonly all: Candidacy[] = [];
  private readonly terms = new Map<ServerId, number>();

  constructor(private readonly cluster: TimedCluster) {
    cluster.listen(({from, message, atMs}) => {
      if (message.type !== 'RequestVote' || message.term <= (this.terms.get(from) ?? 0)) return;
      this.terms.set(from, message.term);
      this.all.push({server: from, term: message.term, atMs});
    });
  }

  of(server: ServerId): readonly Candidacy[] {
    return this.all.filter(one => one.server === server);
  }

  /** The next one of a server that hears from nobody. @throws LabFailure 'progress' after 2T. */
  async next(server: ServerId): Promise<Candidacy> {
    const {length} = this.of(server);
    await this.cluster.runUntil(() => this.of(server).length > length, {
      withinMs: 2 * this.cluster.settings.electionTimeoutMs + SLACK_MS,
      what: `candidacy of ${server}, which hears from nobody,`,
    });
    const next = this.of(server)[length];
    if (next === undefined) throw new Error(`${server} stood and did not stand`);
    return next;
  }
}

/** From now on nobody may stand, until the returned function is called. */
export function forbidElections(cluster: TimedCluster, why: Because): () => void {
  return cluster.listen(({from, message, atMs}) => {
    if (message.type !== 'RequestVote') return;
    throw new LabFailure({
      kind: 'contract',
      claim: `${from} stood for election in term ${message.term} — nobody stands while there is ` +
        'a leader that everybody can hear.',
      facts: [
        {who: from, what: `asks for votes of term ${message.term}`, atMs}, ...cluster.whatAllDid(),
      ],
      why, functions: ['timing.electionTimerReset', 'timing.leadershipBegan'],
    });
  });
}
