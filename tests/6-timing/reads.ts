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
import type {FailureParts} from '../../harness/world/lab-failure';

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
  await untilAnswered(cluster, calls, {
    withinMs, what: 'permission for', explain: call => whatIsMissing(cluster, call),
  });
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
  await untilAnswered(cluster, calls, {
    withinMs: soonMs(cluster), what: 'refusal of',
    explain: () => ({functions: ['reads.leadershipEnded', 'reads.read']}),
  });
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

interface Wait {
  readonly withinMs: number;
  readonly what: string;
  /** What the server lacks, and where to look. */
  readonly explain: (open: Call) => Pick<FailureParts, 'facts' | 'hint' | 'functions'>;
}

async function untilAnswered(
  cluster: TimedCluster, calls: readonly Call[], {withinMs, what, explain}: Wait,
): Promise<void> {
  const giveUpMs = cluster.nowMs + withinMs;
  while (cluster.nowMs < giveUpMs && calls.some(call => !call.done)) await cluster.runFor(1);
  const open = calls.filter(call => !call.done);
  const [first] = open;
  if (first === undefined) return;
  throw new LabFailure({
    kind: 'progress',
    claim: `No ${what} ${open.length} of ${calls.length} reads at ${first.box} within ` +
      `${withinMs}ms of virtual time.`,
    facts: cluster.whatAllDid(), why: what === 'refusal of' ? REFUSED : NO_ENTRY,
    ...explain(first),
  });
}

/** Of the three things that a read waits for, the one that has not come; or none of them. */
function whatIsMissing(
  cluster: TimedCluster, call: Call,
): Pick<FailureParts, 'facts' | 'hint' | 'functions'> {
  const {box} = call;
  const {log, state: {currentTerm, commitIndex, lastApplied}} = cluster.view(box);
  const answers = cluster.answeredSince(call).map(({server, round}) =>
    `${server} (${round === undefined ? 'no round' : `round ${round}`})`);
  const committedTerm = log[commitIndex - 1]?.term ?? 0;
  const hasOwn = log.at(-1)?.term === currentTerm;
  const facts = [
    {who: box, what: hasOwn ? `has entries of term ${currentTerm}` : 'has no entry of its term'},
    {who: box, what: `knows ${commitIndex} entries to be committed, has applied ${lastApplied}`},
    {who: box, what: `was answered since the question by ${answers.join(', ') || 'nobody'}`},
    ...cluster.whatAllDid().filter(({who}) => who !== box),
  ];
  if (committedTerm !== currentTerm) {
    const hint = `Which entry of term ${currentTerm} is there for ${box} to commit?`;
    return {facts, hint, functions: ['reads.leadershipBegan']};
  }
  return {
    facts,
    hint: 'Nothing is missing but the answer: what looks again at the reads that wait, and when?',
    functions: ['reads.roundAnswered', 'reads.entriesApplied', 'reads.currentRound'],
  };
}
