/**
 * How a row of the receiver's tables is judged: S1 leads and has applied all of its log, S3 is sent
 * a snapshot of it.
 *
 * Promises: what Figure 13 leaves open passes either way. A request of an earlier term is refused
 * or ignored. Where the follower holds the snapshot's last entry, it may take the snapshot for its
 * own at once, or only learn that it is good up to there.
 * Read next: b-02-receiver.spec.ts.
 */
import {drawLog, hasApplied} from '../../harness/cluster/server-view';
import type {SentMessage} from '../../harness/cluster/cluster-faults';
import type {InstallSnapshotResults} from '../../harness/raft/messages';
import type {Role} from '../../harness/raft/state';
import {LabFailure} from '../../harness/scenario';
import type {Because, Row, Scene} from '../../harness/scenario';
import type {Fact} from '../../harness/world/lab-failure';
import {giveLog, lead, placeOf, snapshotOf} from './b-scene';
import type {InstallSnapshot} from './b-scene';

const LEADER = 'S1';
const FOLLOWER = 'S3';
/** What S1 holds, all of it committed and applied. */
const LEADERS_LOG = '1 1 3 3 3 3';

export interface InstallCase extends Row {
  /** What S3 holds, and how much of that it knows to be committed. */
  readonly log: string;
  readonly commitIndex: number;
  /** The last entry of the snapshot: '4/3'. */
  readonly snapshot: string;
  /** What S3 must hold behind it afterwards. */
  readonly keeps: string;
  /** Whether its state machine is given the snapshot; 'may': by the snapshot or by the log. */
  readonly restores: 'must' | 'may' | 'never';
}

/** Sets the scene of a row, sends S3 the snapshot, and judges what it made of it. */
export async function expectInstalled(scene: Scene, row: InstallCase): Promise<void> {
  const {cluster} = scene;
  await leadAlone(scene);
  const {log, commitIndex} = row;
  await giveLog(scene, FOLLOWER, {like: LEADER, log, commitIndex});
  const snapshot = snapshotOf(scene, LEADER, placeOf(row.snapshot).index);
  const sent = await cluster.receive(FOLLOWER, LEADER, snapshot);
  const complain = complaintsOf(scene, row, `held ${showLog(log)}, commitIndex ${commitIndex}`);
  expectResults(sent, snapshot, complain);
  expectLog(scene, row, complain);
  expectStateMachine(scene, row, complain);
}

/** S1 brings its log about with S2's help; whatever it sends S3 is held back. */
async function leadAlone(scene: Scene): Promise<void> {
  scene.cluster.hold({to: FOLLOWER});
  await lead(scene, LEADER, LEADERS_LOG);
}

type Complain = (what: string, why: Because, hint?: string) => never;

function complaintsOf(
  {cluster}: Scene, {because, snapshot}: {readonly because: string; readonly snapshot: string},
  before: string,
): Complain {
  return (what, why, hint) => {
    const {state, log} = cluster.view(FOLLOWER);
    const facts: Fact[] = [
      {who: FOLLOWER, what: before},
      {who: LEADER, what: `sent InstallSnapshot lastIncluded=${snapshot}`},
      {who: FOLLOWER, atMs: cluster.nowMs, what: `${state.role} of term ${state.currentTerm}, ` +
        `lastIncludedIndex ${state.lastIncludedIndex}, commitIndex ${state.commitIndex}, ` +
        `lastApplied ${state.lastApplied}, log to index ${log.length}`},
    ];
    throw new LabFailure({
      kind: 'contract', claim: `${FOLLOWER} ${what} — ${because}.`, facts, why,
      ...hint === undefined ? {} : {hint},
    });
  };
}

function resultsIn(sent: readonly SentMessage[]): InstallSnapshotResults | undefined {
  return sent.map(({message}) => message)
    .find((message): message is InstallSnapshotResults & {type: 'InstallSnapshotResults'} =>
      message.type === 'InstallSnapshotResults');
}

function expectResults(
  sent: readonly SentMessage[], {term, lastIncludedIndex}: InstallSnapshot, complain: Complain,
): void {
  const results = resultsIn(sent);
  if (results === undefined) return complain('did not answer an InstallSnapshot', ANSWERS);
  if (results.term !== term) {
    complain(`answered an InstallSnapshot of term ${term} with term ${results.term}`, ANSWERS);
  }
  if (results.lastIncludedIndex !== lastIncludedIndex) {
    complain(`answered lastIncludedIndex ${results.lastIncludedIndex} to a snapshot up to ` +
      `index ${lastIncludedIndex}`, ANSWERS);
  }
}

const ANSWERS: Because = {
  source: 'Figure 13, "Results"',
  text: 'Without results, or with results for another snapshot, the leader does not learn that ' +
    'this one is there. It sends the whole snapshot again.',
};

function expectLog({cluster}: Scene, row: InstallCase, complain: Complain): void {
  const {index, term} = placeOf(row.snapshot);
  const {log} = cluster.view(FOLLOWER);
  const held = log[index - 1]?.term;
  if (held !== term) {
    complain(`must have entry ${row.snapshot} now, and ${held === undefined
      ? `its log ends at index ${log.length}` : `holds ${index}/${held}`}`, COVERED);
  }
  const behind = drawLog(log.slice(index));
  if (behind === row.keeps) return;
  complain(`must hold ${showLog(row.keeps)} behind the snapshot, and holds ${showLog(behind)}`,
    row.keeps === '' ? CONFLICTS : KEEPS,
    row.keeps === '' ? undefined : 'Does it throw its log away whatever the entry at ' +
      'lastIncludedIndex is (Figure 13)?');
}

const COVERED: Because = {
  source: '§7; Figure 13, step 7',
  text: 'The snapshot stands for the leader\'s log up to its last entry, all of it committed. ' +
    'What the follower held instead was never committed, and the whole log goes.',
};
const CONFLICTS: Because = {
  source: '§7; Figure 13, steps 6 and 7',
  text: 'Without the snapshot\'s last entry, in its term, this log is another than the ' +
    'leader\'s, and what stands further behind in it belongs to that other log.',
};
const KEEPS: Because = {
  source: 'Figure 13, step 6',
  text: 'With the snapshot\'s last entry in the log, all that follows is as good as it was. The ' +
    'snapshot may have been sent long ago, and the leader may have counted this server for the ' +
    'entries behind it.',
};

function expectStateMachine({cluster}: Scene, row: InstallCase, complain: Complain): void {
  const view = cluster.view(FOLLOWER);
  const {commitIndex, lastApplied} = view.state;
  const {index} = placeOf(row.snapshot);
  if (row.restores === 'never' && view.restoredIndex !== 0) {
    complain(`gave its state machine a snapshot up to index ${view.restoredIndex}`, BACKWARDS);
  }
  const least = row.restores === 'must' ? index : row.commitIndex;
  const most = Math.max(index, row.commitIndex);
  for (const [name, found] of Object.entries({commitIndex, lastApplied})) {
    if (found >= least && found <= most) continue;
    const right = least === most ? `${least}` : `${least} or ${most}`;
    complain(`has ${name} ${found}, and it must be ${right}`, found < least ? APPLIED : BACKWARDS);
  }
  if (hasApplied(view, lastApplied) || lastApplied === 0) return;
  complain(`says lastApplied ${lastApplied}, but its state machine has not got there`, APPLIED);
}

const APPLIED: Because = {
  source: '§7, Figure 12; Figure 13, step 8',
  text: 'What a snapshot stands for is committed, and is applied as soon as the state machine ' +
    'has it. The entries themselves are gone: a lower lastApplied waits for them for ever.',
};
const BACKWARDS: Because = {
  source: '§7; Figure 13',
  text: 'A snapshot that brings nothing new is no reason to go back, nor to go beyond it: ' +
    'clients may have seen what was applied since.',
};

export interface SenderCase extends Row {
  /** What S3 is when the snapshot arrives, and in which term. */
  readonly role: Role;
  readonly currentTerm: number;
  /** The term of the snapshot's sender. */
  readonly term: number;
  /** 'leader': S3 follows it; 'replaced': it has no say. */
  readonly sender: 'leader' | 'replaced';
  /** The last entry of the snapshot; S3 knows index 2 to be committed. */
  readonly snapshot: string;
}

/** Brings S3 into a role and a term, sends it a snapshot, and looks at what it is then. */
export async function expectHeard(scene: Scene, row: SenderCase): Promise<void> {
  const {cluster} = scene;
  const {role, currentTerm, term, snapshot} = row;
  await leadAlone(scene);
  // Whoever leads after S1 has all that S1 has committed (Leader Completeness).
  const log = role === 'leader' ? LEADERS_LOG : '1 1 3';
  await giveLog(scene, FOLLOWER, {like: LEADER, log, commitIndex: 2, term: 3});
  if (role === 'candidate') await cluster.nominate(FOLLOWER, {term: currentTerm});
  if (role === 'leader') await cluster.appoint(FOLLOWER, {term: currentTerm});
  const before = cluster.view(FOLLOWER).state;
  const sent = await cluster.receive(FOLLOWER, 'S2', {
    ...snapshotOf(scene, LEADER, placeOf(snapshot).index), term, leaderId: 'S2',
  });
  const complain = complaintsOf(
    scene, row, `was ${role} of term ${before.currentTerm} when S2 sent it, with term ${term}`);
  const {state} = cluster.view(FOLLOWER);
  const isTimerNew = state.electionTimerResets > before.electionTimerResets;
  if (row.sender === 'leader') {
    const {role: now, currentTerm: entered, leaderId} = state;
    if (now !== 'follower') complain(`is ${now}, and it must be follower`, FOLLOWS);
    if (entered !== term) complain(`is in term ${entered}, and it must be ${term}`, FOLLOWS);
    if (leaderId !== 'S2') complain(`has leaderId ${leaderId}, and it must be S2`, FOLLOWS);
    if (!isTimerNew) complain('let its election timer run, and must start it afresh', FOLLOWS);
    return;
  }
  if (isTimerNew) complain('started its election timer afresh', REPLACED);
  if (state.role !== role || state.leaderId !== before.leaderId) {
    complain(`is ${state.role} and follows ${state.leaderId ?? 'nobody'}`, REPLACED);
  }
  const results = resultsIn(sent);
  if (results === undefined) return;
  if (results.term !== state.currentTerm) {
    complain(`answered with term ${results.term}, and is in term ${state.currentTerm}`, REPLACED);
  }
  if (results.lastIncludedIndex === 0) return;
  complain(`refused a snapshot with lastIncludedIndex ${results.lastIncludedIndex}, and it must ` +
    'be 0', REFUSED);
}

const REFUSED: Because = {
  source: '§5.1; harness/raft/messages.ts',
  text: 'Results carry the receiver\'s term. Whoever leads that term takes them for its own, ' +
    'perhaps the very server that sent the snapshot in an earlier term: an index other than 0 ' +
    'tells it of entries that this server never took.',
};

const FOLLOWS: Because = {
  source: '§5.2; Figure 13, steps 1 and 8; Figure 2, "Rules for Servers"',
  text: 'Only the leader of a term sends snapshots in it. To the follower it is a word from its ' +
    'leader like any other: a candidate of that term has lost, and the timer starts afresh.',
};
const REPLACED: Because = {
  source: '§5.1; Figure 13, step 1',
  text: 'The sender was replaced and does not know. Its snapshot keeps nobody from standing for ' +
    'election, and nobody follows it; a refusal tells it the later term.',
};

function showLog(drawn: string): string {
  return drawn === '' ? 'nothing' : drawn;
}
