/**
 * How a row of the table of terms is judged: S1 is in term 2 and hears something.
 *
 * Read next: 02-terms.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import type {ReportedState, ServerView} from '../../harness/cluster/server-view';
import type {RaftMessage, ServerId} from '../../harness/raft/messages';
import type {Role} from '../../harness/raft/state';
import type {FailureParts} from '../../harness/world/lab-failure';
import {LabFailure} from '../../harness/scenario';
import type {Row, ScenarioOptions} from '../../harness/scenario';
import {inWords, requestOf} from './notation';
import type {Drawn, DrawnRequest} from './notation';

export interface TermCase extends Row {
  /** What S1 is in term 2. */
  readonly role: Role;
  /** Who speaks: S2 if absent. */
  readonly from?: ServerId;
  readonly hears: DrawnRequest | Drawn;
  readonly then: Standing;
}

type Standing = Pick<ReportedState, 'role' | 'currentTerm' | 'votedFor' | 'leaderId'>;
type Why = NonNullable<FailureParts['why']>;

const SERVER = 'S1';
const TERM = 2;

const WHY: Readonly<Record<keyof Standing, Why>> = {
  currentTerm: {
    source: '§5.1',
    text: 'Terms are Raft\'s clock: a server adopts every later term it hears of, and never goes ' +
      'back. By them it tells what is out of date.',
  },
  role: {
    source: '§5.1, §5.2',
    text: 'A candidate or leader that learns of a later term is out of date and becomes a ' +
      'follower at once; so does a candidate when its own term turns out to have a leader.',
  },
  votedFor: {
    source: '§5.2; Figure 2, State',
    text: 'votedFor is the vote in currentTerm: one vote in each term. Kept into a later term it ' +
      'blocks an election; forgotten within a term, it lets the server vote twice.',
  },
  leaderId: {
    source: 'Figure 2, AppendEntries RPC',
    text: 'A follower remembers who leads currentTerm, so that it can send clients there. Only ' +
      'an AppendEntries of currentTerm tells; what it knew of an earlier term is void.',
  },
};

const EMPTIED: Why = {
  source: '§5.3; Figure 2, State',
  text: 'What a leader kept of each follower, or a candidate of its votes, belongs to that one ' +
    'term. Left over, it would be taken for the truth in a later one.',
};

/** A follower of term 2 has voted in it already; others enter it when they stand. */
export function disksBefore({role}: TermCase): ScenarioOptions['initial'] {
  const vote = role === 'follower' ? {currentTerm: TERM, votedFor: 'S3'} : {currentTerm: 1};
  return {[SERVER]: {log: '1', ...vote}, S2: {log: '1'}};
}

export async function stand(cluster: Cluster, {role}: TermCase): Promise<void> {
  cluster.hold({});
  if (role === 'leader') await cluster.appoint(SERVER, {term: TERM});
  if (role === 'candidate') await cluster.nominate(SERVER, {term: TERM});
}

export async function hear(cluster: Cluster, row: TermCase): Promise<void> {
  await cluster.receive(SERVER, row.from ?? 'S2', messageOf(row));
}

export function expectStanding(cluster: Cluster, row: TermCase): void {
  const {state} = cluster.view(SERVER);
  for (const field of ['currentTerm', 'role', 'votedFor', 'leaderId'] as const) {
    if (state[field] === row.then[field]) continue;
    complain(cluster, row, WHY[field],
      `must have ${field} ${show(row.then[field])} now, and has ${show(state[field])}`,
      hintFor(field, state, row));
  }
  const left = leftOver(cluster.view(SERVER));
  if (left !== undefined) complain(cluster, row, EMPTIED, `keeps ${left} as a ${state.role}`);
}

function messageOf({hears, from = 'S2'}: TermCase): RaftMessage {
  return typeof hears === 'function' ? hears(TERM) : requestOf(hears, from);
}

/** What only candidates and leaders keep, on a server that is neither any more. */
function leftOver({state}: ServerView): string | undefined {
  const {role, votesGranted, nextIndex, matchIndex} = state;
  if (role !== 'candidate' && votesGranted.length > 0) return `votes of ${votesGranted.join(' ')}`;
  if (role === 'leader') return undefined;
  if (Object.keys(nextIndex).length > 0) return `nextIndex ${JSON.stringify(nextIndex)}`;
  if (Object.keys(matchIndex).length > 0) return `matchIndex ${JSON.stringify(matchIndex)}`;
  return undefined;
}

function complain(
  cluster: Cluster, row: TermCase, why: Why, what: string, hint: string | undefined = undefined,
): never {
  throw new LabFailure({
    kind: 'contract', claim: `${SERVER} ${what} — ${row.because}.`, why,
    facts: [
      {who: SERVER, what: `was a ${row.role} of term ${TERM}${voteOf(row)}`},
      {who: row.from ?? 'S2', what: `sent ${inWords(messageOf(row), row.from ?? 'S2')}`},
      {who: SERVER, what: standing(cluster.view(SERVER).state), atMs: cluster.nowMs},
    ],
    ...hint === undefined ? {} : {hint},
  });
}

function standing({role, currentTerm, votedFor, leaderId}: Standing): string {
  return `is a ${role} of term ${currentTerm}, votedFor ${show(votedFor)}, ` +
    `leaderId ${show(leaderId)}`;
}

function voteOf({role}: TermCase): string {
  return ` that had voted for ${role === 'follower' ? 'S3' : SERVER}`;
}

function hintFor(field: keyof Standing, state: Standing, row: TermCase): string | undefined {
  if (field === 'votedFor' && state.votedFor === null) {
    return 'Is the vote forgotten whenever somebody becomes a follower, or only in a later term?';
  }
  if (field === 'currentTerm' && state.currentTerm < row.then.currentTerm) {
    return 'Is observeTerm called before anything else is decided, and for this message, too?';
  }
  return undefined;
}

function show(value: string | number | null): string {
  return value === null ? 'null' : String(value);
}
