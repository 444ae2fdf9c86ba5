/**
 * Reads: allowed soon, refused soon, or not answered at all.
 *
 * Paper: §8.
 * Promises: whether an allowed read may have been allowed is judged for every read, by
 * harness/cluster/read-watch.ts. Here only the time is judged, and that a read is answered.
 * Read next: 06-reads.spec.ts.
 */
import {answerOf} from '../../harness/cluster/timed-cluster';
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {ServerId} from '../../harness/raft/messages';
import type {Call} from '../../harness/world/calls';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';

const NO_ENTRY: Because = {
  source: '§8',
  text: 'A read is answered as soon as an entry of the leader’s term is committed, a majority ' +
    'has answered that it follows, and what was committed by then is applied.',
};
const REFUSED: Because = {
  source: '§8',
  text: 'A client whose read is refused asks another server. One whose read is never answered ' +
    'waits for ever.',
};

/** Read, round and answer in a calm network, for any way to write it. */
export function soonMs({settings: {heartbeatIntervalMs}}: TimedCluster): number {
  return 3 * heartbeatIntervalMs;
}

/** Asks a server and expects that it allows the read soon. */
export async function readAt(cluster: TimedCluster, server: ServerId): Promise<void> {
  await expectAllowed(cluster, [cluster.beginRead(server)]);
}

/** Reads, all of them under way at one server, are allowed soon. */
export async function expectAllowed(
  cluster: TimedCluster, calls: readonly Call[], withinMs = soonMs(cluster),
): Promise<void> {
  await untilAnswered(cluster, calls, {withinMs, what: 'permission for', functions: ALLOWING});
  const refused = calls.find(call => isRefused(call));
  if (refused === undefined) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${refused.box} refused a read — it leads, and a majority follows it.`,
    facts: cluster.whatAllDid(), why: NO_ENTRY, functions: ['reads.read', 'reads.leadershipEnded'],
  });
}

/** Reads, all of them under way at one server, are refused soon. */
export async function expectRefused(cluster: TimedCluster, calls: readonly Call[]): Promise<void> {
  const withinMs = soonMs(cluster);
  await untilAnswered(cluster, calls, {withinMs, what: 'refusal of', functions: REFUSING});
  const allowed = calls.find(call => !isRefused(call));
  if (allowed === undefined) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${allowed.box} allowed a read — it does not lead, or did not lead until the end.`,
    facts: cluster.whatAllDid(), why: REFUSED, functions: ['reads.read', 'reads.leadershipEnded'],
  });
}

export function isRefused(call: Call): boolean {
  const answer = answerOf(call);
  return answer !== null && 'notLeader' in answer;
}

const ALLOWING = [
  'reads.read', 'reads.currentRound', 'reads.roundAnswered', 'reads.entriesApplied',
  'reads.leadershipBegan',
];
const REFUSING = ['reads.leadershipEnded', 'reads.read'];

interface Wait {
  readonly withinMs: number;
  readonly what: string;
  readonly functions: readonly string[];
}

async function untilAnswered(
  cluster: TimedCluster, calls: readonly Call[], {withinMs, what, functions}: Wait,
): Promise<void> {
  const fromMs = cluster.nowMs;
  const giveUpMs = fromMs + withinMs;
  while (cluster.nowMs < giveUpMs && calls.some(call => !call.done)) await cluster.runFor(1);
  const open = calls.filter(call => !call.done);
  if (open.length === 0) return;
  const {box} = open[0]!;
  throw new LabFailure({
    kind: 'progress',
    claim: `No ${what} ${open.length} of ${calls.length} reads at ${box} within ${withinMs}ms of ` +
      'virtual time.',
    facts: cluster.whatAllDid(), why: what === 'refusal of' ? REFUSED : NO_ENTRY, functions,
  });
}
