/**
 * Leaders of lab 4: the harness appoints them, but only servers that could have won an election.
 *
 * Paper: §5.2 and §5.4.1; the elections themselves are lab 5.
 * Promises: a leader is appointed in a term that nobody has seen, its log is up to date for each
 * server that votes for it, those are a majority with itself, and all of them know of the new term
 * before anything else happens. What a real election leaves behind is true here too.
 * Read next: 05-figure-8.spec.ts, in which every vote is named.
 */
import {drawLog} from '../../harness/cluster/server-view';
import type {ServerView} from '../../harness/cluster/server-view';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';

/**
 * Makes a server the leader of the next term. Nobody but its voters hears of it yet: the other
 * servers' first AppendEntries are lost.
 */
export async function winElection(
  {cluster, world}: Scene, candidate: ServerId, {votes}: {readonly votes: readonly ServerId[]},
): Promise<void> {
  // What is due at this instant comes first, so that nothing happens in the middle of an election.
  await cluster.now();
  const term = latestTerm(cluster.servers.map(id => cluster.view(id))) + 1;
  world.act(`${candidate} wins the election of term ${term}, votes of ${votes.join(' ')}`);
  for (const voter of votes) expectVote(cluster.view(voter), cluster.view(candidate), term);
  if (1 + votes.length <= cluster.servers.length / 2) {
    throw new Error(`${candidate} and ${votes.join(' ')} are no majority`);
  }

  const news = {from: candidate, with: {term}} as const;
  cluster.hold(news);
  await cluster.appoint(candidate, {term});
  cluster.hold();
  for (const voter of votes) await cluster.release({...news, to: voter});
  cluster.dropHeld(news);
}

/** The servers that would vote for a candidate now and can talk with it, the candidate left out. */
export function votersFor({cluster, world}: Scene, candidate: ServerId): readonly ServerId[] {
  const {network} = world;
  return cluster.others(candidate).filter(voter =>
    cluster.view(voter).isUp && !network.isCut(candidate, voter) &&
    !network.isCut(voter, candidate) && isUpToDate(cluster.view(candidate), cluster.view(voter)));
}

/** The first of the given servers that can win an election now wins it; null if none can. */
export async function someoneWins(
  scene: Scene, candidates: readonly ServerId[] = scene.cluster.servers,
): Promise<ServerId | null> {
  const {cluster} = scene;
  await cluster.now();
  for (const candidate of candidates) {
    const votes = votersFor(scene, candidate);
    if (!cluster.view(candidate).isUp || 1 + votes.length <= cluster.servers.length / 2) continue;
    await winElection(scene, candidate, {votes});
    return candidate;
  }
  return null;
}

/** A crashed server counts with what it had last: terms it told somebody are not forgotten. */
function latestTerm(views: readonly ServerView[]): number {
  return Math.max(...views.map(view => view.state.currentTerm));
}

/** Whether the candidate's log is at least as up to date as the voter's (§5.4.1). */
function isUpToDate(candidate: ServerView, voter: ServerView): boolean {
  const candidateTerm = candidate.log.at(-1)?.term ?? 0;
  const voterTerm = voter.log.at(-1)?.term ?? 0;
  if (candidateTerm !== voterTerm) return candidateTerm > voterTerm;
  return candidate.log.length >= voter.log.length;
}

/** In a story a vote is part of the plot: without it, the logs are not what they must be by now. */
function expectVote(voter: ServerView, candidate: ServerView, term: number): void {
  if (isUpToDate(candidate, voter)) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${candidate.id} cannot win term ${term} here — ${voter.id}'s log is more up to date.`,
    facts: [candidate, voter].map(({id, log}) => ({who: id, what: `log ${drawLog(log)}`})),
    why: {
      source: '§5.4.1',
      text: 'At this step of the story that server must be able to win. Both logs were made by ' +
        'AppendEntries alone, so one of them is not what it should be.',
    },
  });
}
