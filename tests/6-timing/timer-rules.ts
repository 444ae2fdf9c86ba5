/**
 * A message that reaches a follower just before its election timer runs out: what it may change.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", followers.
 * Promises: each rule is tried in two worlds of the same seed. In the first, nothing arrives, and
 * S1 stands at some time c. In the second a message arrives at c − 1 ms: either S1 stands at c all
 * the same, or it waits for T to 2T from then on. What is judged is when it asks for votes.
 * Read next: 01-timers.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {RaftMessage, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because, Row, Scene} from '../../harness/scenario';
import {Candidacies, SLACK_MS} from './candidacies';
import type {Candidacy} from './candidacies';

export interface TimerRule extends Row {
  readonly message: RaftMessage;
  /** Its vote of term 3 is given already. */
  readonly votedFor?: ServerId;
  readonly startsAfresh: boolean;
}

const SELF = 'S1';
const OTHER = 'S2';
/** The others never speak: the test speaks for one of them. */
const SILENT = ['S2', 'S3'];

export async function expectRule({cluster, again}: Scene, rule: TimerRule): Promise<void> {
  cluster.crash(...SILENT);
  const undisturbed = await new Candidacies(cluster).next(SELF);
  await again(async ({cluster: same}) => {
    same.crash(...SILENT);
    const candidacies = new Candidacies(same);
    await same.runFor(undisturbed.atMs - 1);
    await same.receive(SELF, OTHER, rule.message);
    const next = await candidacies.next(SELF);
    expectInTime(same, {rule, undisturbed, next});
  });
}

interface Observed {
  readonly rule: TimerRule;
  readonly undisturbed: Candidacy;
  readonly next: Candidacy;
}

function expectInTime(cluster: TimedCluster, {rule, undisturbed, next}: Observed): void {
  const {electionTimeoutMs} = cluster.settings;
  const arrivedAtMs = undisturbed.atMs - 1;
  const isAfresh = next.atMs >= arrivedAtMs + electionTimeoutMs;
  if (rule.startsAfresh ? isAfresh : next.atMs <= undisturbed.atMs + SLACK_MS) return;
  const {type, ...fields} = rule.message;
  const afterMs = next.atMs - arrivedAtMs;
  throw new LabFailure({
    kind: 'contract',
    claim: rule.startsAfresh
      ? `${SELF} stood for election ${afterMs}ms after its timer had to start afresh — it waits ` +
        `${electionTimeoutMs}ms at least: ${rule.because}.`
      : `${SELF} put its election off by ${afterMs - 1}ms — its timer had to run on: ` +
        `${rule.because}.`,
    facts: [
      {who: OTHER, what: `gave ${SELF} ${type} ${inWords(fields)}`, atMs: arrivedAtMs},
      {who: SELF, what: `stood for election in term ${next.term}`, atMs: next.atMs},
      {who: SELF, what: 'stands, if nothing arrives', atMs: undisturbed.atMs},
    ],
    why: rule.startsAfresh ? TOO_EARLY : TOO_LATE,
    hint: rule.startsAfresh
      ? 'What becomes of the timer that is running when electionTimerReset() is called?'
      : 'What starts the election timer afresh besides electionTimerReset()?',
    functions: ['timing.electionTimerReset', HANDLED_BY[type] ?? ''],
  });
}

/** 'term=4 lastLogIndex=1 lastLogTerm=1': who sent it is said already. */
function inWords(fields: object): string {
  return Object.entries(fields)
    .filter(([name]) => !['candidateId', 'leaderId', 'entries', 'leaderCommit'].includes(name))
    .map(([name, value]) => `${name}=${String(value)}`).join(' ');
}

/** The rules of labs 3 and 5, which say when the timer starts afresh. */
const HANDLED_BY: Readonly<Record<string, string>> = {
  AppendEntries: 'replication.handleAppendEntries',
  AppendEntriesResults: 'replication.receiveAppendEntriesResults',
  RequestVote: 'election.handleRequestVote',
  RequestVoteResults: 'election.receiveRequestVoteResults',
};

const TOO_EARLY: Because = {
  source: '§5.2, Figure 2 "Followers"',
  text: 'A follower that stands though a leader or a candidate with a good log is at work enters ' +
    'a new term, and deposes it. The next one is deposed in the same way.',
};
const TOO_LATE: Because = {
  source: '§5.2, Figure 2 "Followers"',
  text: 'A server whose log is too old to win may ask again and again. If that keeps the others ' +
    'from standing, those who could win never stand, and there is no leader.',
};

export function afresh(rows: readonly Omit<TimerRule, 'startsAfresh'>[]): readonly TimerRule[] {
  return rows.map(row => ({...row, startsAfresh: true}));
}

export function runsOn(rows: readonly Omit<TimerRule, 'startsAfresh'>[]): readonly TimerRule[] {
  return rows.map(row => ({...row, startsAfresh: false}));
}
