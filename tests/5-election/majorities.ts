/**
 * Who leads a term was given the votes of a majority in that very term: watched on the wire.
 *
 * Paper: §5.2.
 * Promises: looks at votes that were sent, not at how a candidate counts; so it names the votes
 * that were missing long before a second leader shows that they were.
 * Read next: random-world.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {LabFailure} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';

interface Vote {
  readonly voter: ServerId;
  readonly candidate: ServerId;
  readonly term: number;
  readonly atMs: number;
}

/** From now on, whoever sends AppendEntries must have won its term. */
export function expectMajorities(cluster: Cluster): void {
  const votes: Vote[] = [];
  cluster.listen(({from, to, message, atMs}) => {
    const {type, term} = message;
    if (type === 'RequestVoteResults' && message.voteGranted) {
      votes.push({voter: from, candidate: to, term, atMs});
    }
    if (type === 'AppendEntries') expectMajority(cluster, votes, {leader: from, term, atMs});
  });
}

function expectMajority(
  cluster: Cluster, votes: readonly Vote[],
  {leader, term, atMs}: {readonly leader: ServerId; readonly term: number; readonly atMs: number},
): void {
  const mine = votes.filter(vote => vote.candidate === leader);
  const inTerm = mine.filter(vote => vote.term === term);
  const voters = new Set([leader, ...inTerm.map(vote => vote.voter)]);
  const {length} = cluster.servers;
  if (voters.size > length / 2) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${leader} leads term ${term} with the votes of ${[...voters].join(' and ')} — it ` +
      `needs those of more than half of ${length} servers.`,
    facts: [
      {who: leader, what: `sends AppendEntries of term ${term}, as its leader`, atMs},
      ...mine.slice(-5).map(vote => (
        {who: vote.voter, what: `voted for ${leader} in term ${vote.term}`, atMs: vote.atMs})),
    ],
    why: {
      source: '§5.2',
      text: 'A candidate wins with the votes of a majority of all servers, given in its own ' +
        'term. With fewer, or with votes of another election, a second leader may win beside it.',
    },
    hint: `Which votes does ${leader} count: those of term ${term}, one for each voter, and how ` +
      `many of ${length} must they be (§5.2)?`,
  });
}
