/**
 * What lab 4 demands: the right commitIndex, and the right commands given to the state machine.
 *
 * Paper: §5.3, §5.4.2; Figure 2, "Rules for Servers".
 * Promises: judged by what servers report and apply. That nothing is committed or applied too early
 * is checked after every event already (harness/checks/); here it is that enough is.
 * Read next: 01-counting.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import type {ServerView} from '../../harness/cluster/server-view';
import type {Command, LogEntry, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';

/** A server, and the commitIndex it must have by now: no less, and no more. */
export type CommitIndexes = Readonly<Record<ServerId, number>>;

/** How far leaders must have committed. */
export function expectCommitted(
  cluster: Cluster, indexes: CommitIndexes, because: Because,
): void {
  for (const [id, index] of Object.entries(indexes)) expectLeader(cluster, {id, index}, because);
}

/** What followers must have learned. */
export function expectLearned(
  cluster: Cluster, indexes: CommitIndexes, because: Because,
): void {
  for (const [id, index] of Object.entries(indexes)) expectFollower(cluster, {id, index}, because);
}

interface Wanted {
  readonly id: ServerId;
  readonly index: number;
}

function expectLeader(cluster: Cluster, {id, index}: Wanted, because: Because): void {
  const view = cluster.view(id);
  const {commitIndex, currentTerm} = view.state;
  if (commitIndex === index) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${id} has commitIndex ${commitIndex}, and it must be ${index} — ` +
      `${whereIs(cluster, view, Math.max(commitIndex, index))}.`,
    facts: [
      {who: id, what: `currentTerm ${currentTerm}, lastIndex ${view.log.length}`},
      {who: id, what: `matchIndex ${matchIndexes(view)}`},
    ].map(fact => ({...fact, atMs: cluster.nowMs})),
    why: because,
  });
}

function expectFollower(cluster: Cluster, {id, index}: Wanted, because: Because): void {
  const {commitIndex} = cluster.view(id).state;
  if (commitIndex === index) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${id} has commitIndex ${commitIndex}, and it must be ${index} — ` +
      'a follower commits what its leader has committed and vouches for.',
    facts: cluster.servers.map(who => {
      const {state} = cluster.view(who);
      return {who, what: `${state.role}, commitIndex ${state.commitIndex}`, atMs: cluster.nowMs};
    }),
    why: because,
    hint: hintOnLearning({id, index}, commitIndex),
  });
}

/**
 * Runs what makes followers learn. A check that fails meanwhile knows the rule that is broken, but
 * not what this follower was told: the question is added here.
 */
export async function whileLearning(
  cluster: Cluster, wanted: Wanted, act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof LabFailure) || error.parts.kind !== 'safety') throw error;
    const hint = hintOnLearning(wanted, cluster.view(wanted.id).state.commitIndex);
    throw new LabFailure({hint, ...error.parts});
  }
}

function hintOnLearning({id, index}: Wanted, commitIndex: number): string {
  return commitIndex > index
    ? `Up to which entry does the request vouch for ${id}'s log: is that all ${id} holds, and ` +
      'does the leader say that it is committed (Figure 2)?'
    : 'Which of the two is smaller, leaderCommit or the last entry the request vouches for, and ' +
      'what if that is less than commitIndex already (Figure 2)?';
}

/** Exactly these entries went to a server's state machine since it booted, index by index. */
export function expectAppliedEntries(
  cluster: Cluster, server: ServerId, entries: readonly LogEntry[],
): void {
  const wanted = entries.map(({term, command}, n) => show(n + 1, term, JSON.stringify(command)));
  const view = cluster.view(server);
  const found = view.applied.map(({index, term, command}) => show(index, term, command));
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  const {commitIndex, lastApplied} = view.state;
  throw new LabFailure({
    kind: 'contract',
    claim: `${server} applied ${found.length} of ` +
      `${wanted.length === 1 ? 'the one entry' : `the ${wanted.length} entries`} due — every ` +
      'committed entry is applied, in order, once.',
    facts: [
      {who: server, what: `applied ${listed(found)}`, atMs: cluster.nowMs},
      {who: 'due', what: listed(wanted)},
      {who: server, what: `commitIndex ${commitIndex}, lastApplied ${lastApplied}`},
    ],
    why: {
      source: '§5.3; Figure 2, "Rules for Servers"',
      text: 'Every server gives the same commands to its state machine in the same order. One ' +
        'that skips or repeats a command is in another state from then on, for ever.',
    },
    hint: commitIndex < wanted.length
      ? `Who was to tell ${server} what is committed, and what became of it (§5.3)?`
      : `${server} knows what is committed. Which entry does takeCommitted hand over next, and ` +
        'when does it stop (§5.3)?',
  });
}

/** Every given server applied the whole log of the leader. */
export function expectAllApplied(
  cluster: Cluster, leader: ServerId, servers = cluster.servers,
): void {
  for (const server of servers) expectAppliedEntries(cluster, server, cluster.view(leader).log);
}

/** No server has committed or applied anything. */
export function expectNothingCommitted(cluster: Cluster, because: Because): void {
  for (const server of cluster.servers) {
    expectCommitted(cluster, {[server]: 0}, because);
    expectAppliedEntries(cluster, server, []);
  }
}

/** Whether every server has given a command to its state machine. */
export function isAppliedEverywhere(cluster: Cluster, command: Command): boolean {
  const text = JSON.stringify(command);
  return cluster.servers.every(server =>
    cluster.view(server).applied.some(applied => applied.command === text));
}

/** 'entry 3/2 is on 2 of 4 servers (S1 S2), and 3 are a majority'. */
function whereIs(cluster: Cluster, view: ServerView, index: number): string {
  const {servers} = cluster;
  const entry = view.log[index - 1];
  if (entry === undefined) return `its log ends at index ${view.log.length}`;
  const wanted = JSON.stringify(entry);
  const holders = servers.filter(id => JSON.stringify(cluster.view(id).log[index - 1]) === wanted);
  const majority = Math.floor(servers.length / 2) + 1;
  const verb = majority === 1 ? 'is' : 'are';
  return `entry ${index}/${entry.term} is on ${holders.length} of ${servers.length} servers ` +
    `(${holders.join(' ')}), and ${majority} ${verb} a majority`;
}

function matchIndexes({state}: ServerView): string {
  const known = Object.entries(state.matchIndex).map(([id, index]) => `${id}=${index}`);
  return known.length === 0 ? 'of nobody' : known.join(' ');
}

const SHOWN_AT_MOST = 6;

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return 'nothing';
  if (texts.length <= SHOWN_AT_MOST) return texts.join(' · ');
  return `${texts.slice(0, SHOWN_AT_MOST - 1).join(' · ')} … ${texts.at(-1)}`;
}

function show(index: number, term: number, command: string): string {
  return `${index}/${term} ${command}`;
}
