/**
 * How a row of the leader's tables is judged: S1 leads, S2 is the follower, nothing is delivered
 * but what the row says.
 *
 * Promises: where the contract leaves room, a range of nextIndex passes.
 * Read next: 03-leader.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import type {RaftMessage} from '../../harness/raft/messages';
import type {Fact, FailureParts} from '../../harness/world/lab-failure';
import {LabFailure} from '../../harness/scenario';
import type {Row, ScenarioOptions} from '../../harness/scenario';
import {entriesAfter, inWords, showLog, termsOf} from './notation';
import type {Drawn, DrawnRequest, Request} from './notation';

interface LeaderCase extends Row {
  /** What S1 holds when it is appointed. */
  readonly log: string;
  /** Of its leadership; the term of its last entry, plus one, if absent. */
  readonly term?: number;
  /** How many commands it is given afterwards. */
  readonly submitted?: number;
  /** Results that came before. */
  readonly before?: readonly Drawn[];
}

export interface SenderCase extends LeaderCase {
  /** The AppendEntries S1 then makes for S2. */
  readonly sends: DrawnRequest;
}

export interface ResultsCase extends LeaderCase {
  readonly results: Drawn;
  readonly matchIndex: number;
  /** One index, the least and the most that are right, or where it stood before these results. */
  readonly nextIndex: number | readonly [least: number, most: number] | 'stays';
}

type Why = NonNullable<FailureParts['why']>;

const LEADER = 'S1';
const FOLLOWER = 'S2';

const WHY_MATCH: Why = {
  source: '§5.3; Figure 2, State',
  text: 'matchIndex is what is known to be replicated: the leader commits by it. It rises to ' +
    'what a success names, and as long as this term lasts it never falls.',
};
const WHY_NEXT: Why = {
  source: '§5.3',
  text: 'nextIndex is where the next AppendEntries begins. A refusal moves it back, as far as ' +
    'the hint allows, until the logs agree; but what has matched once stays matched.',
};
const WHY_SENDER: Why = {
  source: 'Figure 2, AppendEntries RPC, arguments',
  text: 'The leader sends all entries from nextIndex on, and names the entry right before them, ' +
    'so that the follower can check that both logs agree up to there.',
};

function termOf({log, term}: LeaderCase): number {
  return term ?? (termsOf(log).at(-1) ?? 0) + 1;
}

/** The follower holds what its successes of this term say, as far as S1 has it from the start. */
export function disksBefore(row: LeaderCase): ScenarioOptions['initial'] {
  const held = termsOf(row.log).slice(0, heldBy(row)).join(' ');
  return {[LEADER]: {log: row.log}, [FOLLOWER]: {log: held}};
}

/** Appoints S1 and gives it its commands. S2 gets what it will vouch for; no results leave it. */
export async function lead(cluster: Cluster, row: LeaderCase): Promise<void> {
  cluster.hold({});
  await cluster.appoint(LEADER, {term: termOf(row)});
  for (let n = 1; n <= (row.submitted ?? 0); n++) await cluster.submit(LEADER, `command ${n}`);
  if (heldBy(row) > termsOf(row.log).length) {
    await cluster.replicate(LEADER, FOLLOWER);
    await cluster.release({from: LEADER, to: FOLLOWER});
  }
}

/** The highest index that results of this leadership vouch for. */
function heldBy(row: LeaderCase & Partial<ResultsCase>): number {
  const all = [...row.before ?? [], ...row.results === undefined ? [] : [row.results]];
  return Math.max(0, ...all.map(one => one(termOf(row)))
    .map(results => results.success && results.term === termOf(row) ? results.matchIndex : 0));
}

export async function giveResults(
  cluster: Cluster, row: LeaderCase, results: readonly Drawn[],
): Promise<void> {
  for (const one of results) await cluster.receive(LEADER, FOLLOWER, one(termOf(row)));
}

/** Leads, hears what came before and then the results, and looks at what S1 knows of S2. */
export async function judgeResults(cluster: Cluster, row: ResultsCase): Promise<void> {
  await lead(cluster, row);
  await giveResults(cluster, row, row.before ?? []);
  const stood = cluster.view(LEADER).state.nextIndex[FOLLOWER];
  await giveResults(cluster, row, [row.results]);
  expectKnowledge(cluster, row, stood);
}

/** What S1 makes for S2 when it is told to replicate. */
export async function nextRequest(cluster: Cluster): Promise<RaftMessage | undefined> {
  cluster.dropHeld({});
  await cluster.replicate(LEADER, FOLLOWER);
  return cluster.held({from: LEADER, to: FOLLOWER}).at(-1);
}

export function expectRequest(
  cluster: Cluster, row: SenderCase, found: RaftMessage | undefined,
): void {
  const {term, prev, entries = ''} = row.sends;
  const [prevLogIndex = 0, prevLogTerm = 0] = prev.split('/').map(Number);
  const held = cluster.view(LEADER).log;
  const wanted: Request = {
    type: 'AppendEntries', term, leaderId: LEADER, prevLogIndex, prevLogTerm,
    entries: entriesAfter(prevLogIndex, entries).map((entry, offset) => (
      {...entry, command: held[prevLogIndex + offset]?.command ?? entry.command}
    )),
    leaderCommit: 0,
  };
  if (found !== undefined && isSame(found, wanted)) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${LEADER} sends ${FOLLOWER} ${difference(found, wanted)} — ${row.because}.`,
    facts: [
      {who: LEADER, what: `leads term ${termOf(row)} with ${logOf(cluster)}, nextIndex ` +
        `${String(cluster.view(LEADER).state.nextIndex[FOLLOWER])}`},
      {who: LEADER, what: found === undefined ? 'sent nothing' : `sent ${inWords(found, LEADER)}`,
        atMs: cluster.nowMs},
      {who: 'needed', what: inWords(wanted, LEADER)},
    ],
    why: WHY_SENDER,
    ...isAhead(cluster, found)
      ? {hint: `Has ${FOLLOWER} said that it holds these entries, or were they only sent?`} : {},
  });
}

/** `stood` is where nextIndex was before the row's results came. */
function expectKnowledge(cluster: Cluster, row: ResultsCase, stood: number | undefined): void {
  const {matchIndex, nextIndex} = cluster.view(LEADER).state;
  const right = row.nextIndex === 'stays' ? stood ?? 1 : row.nextIndex;
  const [least, most] = typeof right === 'number' ? [right, right] : right;
  const match = matchIndex[FOLLOWER];
  const next = nextIndex[FOLLOWER];
  if (match !== row.matchIndex) {
    complain(cluster, row, WHY_MATCH,
      `has matchIndex ${String(match)} for ${FOLLOWER}, not ${row.matchIndex}`,
      hintOnMatch(row, match));
  }
  if (next === undefined || next < least || next > most) {
    const wanted = least === most ? `${least}` : `from ${least} to ${most}`;
    complain(cluster, row, WHY_NEXT, `has nextIndex ${String(next)} for ${FOLLOWER}, not ${wanted}`,
      hintOnNext(row, next, stood));
  }
}

function complain(
  cluster: Cluster, row: ResultsCase, why: Why, what: string, hint: string | undefined,
): never {
  const term = termOf(row);
  const told = (results: Drawn): string => `sent ${inWords(results(term), FOLLOWER)}`;
  const before: Fact[] = (row.before ?? [])
    .map(one => ({who: FOLLOWER, what: `${told(one)}, before`}));
  const {matchIndex, nextIndex} = cluster.view(LEADER).state;
  throw new LabFailure({
    kind: 'contract', claim: `${LEADER} ${what} — ${row.because}.`, why,
    facts: [
      {who: LEADER, what: `leads term ${term} with ${logOf(cluster)}, ` +
        `and began with ${showLog(row.log)}`},
      ...before,
      {who: FOLLOWER, what: told(row.results)},
      {who: LEADER, what: `has matchIndex ${String(matchIndex[FOLLOWER])}, nextIndex ` +
        `${String(nextIndex[FOLLOWER])} for ${FOLLOWER}`, atMs: cluster.nowMs},
    ],
    ...hint === undefined ? {} : {hint},
  });
}

function hintOnMatch(row: ResultsCase, found: number | undefined): string | undefined {
  const answer = row.results(termOf(row));
  if (!answer.success || found === undefined) return undefined;
  if (found > answer.matchIndex) {
    return 'Which entries did the request carry that is answered here, and which came later?';
  }
  return undefined;
}

function hintOnNext(
  row: ResultsCase, next: number | undefined, stood: number | undefined,
): string | undefined {
  const answer = row.results(termOf(row));
  if (next === undefined || stood === undefined || answer.success) return undefined;
  if (next <= row.matchIndex) {
    return 'Which entries does a late refusal call into question: those that matched since, too?';
  }
  if (answer.term !== termOf(row) || answer.prevLogIndex === stood - 1) return undefined;
  return `The refusal names prevLogIndex ${answer.prevLogIndex}, and nextIndex was ${stood}: is ` +
    'that nextIndex − 1, the entry a request would name now, or does it answer an earlier one?';
}

function logOf(cluster: Cluster): string {
  return showLog(cluster.view(LEADER).log.map(({term}) => term).join(' '));
}

/** A second request that goes on where the first one ended, though nobody has answered yet. */
function isAhead(cluster: Cluster, found: RaftMessage | undefined): boolean {
  const {log, state} = cluster.view(LEADER);
  return found?.type === 'AppendEntries' && found.entries.length === 0 &&
    found.prevLogIndex === log.length && (state.matchIndex[FOLLOWER] ?? 0) < log.length;
}

/** The first thing that is wrong with a request, and what would be right. */
function difference(found: RaftMessage | undefined, wanted: Request): string {
  if (found === undefined || found.type !== 'AppendEntries') return 'no AppendEntries at all';
  const prevOf = (request: Request): string => `${request.prevLogIndex}/${request.prevLogTerm}`;
  if (prevOf(found) !== prevOf(wanted)) return `prev=${prevOf(found)}, not prev=${prevOf(wanted)}`;
  if (found.entries.length !== wanted.entries.length) {
    return `${found.entries.length} entries after ${prevOf(found)}, not ${wanted.entries.length}`;
  }
  for (const field of ['term', 'leaderId', 'leaderCommit'] as const) {
    if (found[field] !== wanted[field]) return `${field} ${found[field]}, not ${wanted[field]}`;
  }
  return `other entries after ${prevOf(found)} than those of its log`;
}

/** Field by field: the order in which a message has them means nothing. */
function isSame(found: RaftMessage, wanted: RaftMessage): boolean {
  const sorted = (message: RaftMessage): string =>
    JSON.stringify(Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(found) === sorted(wanted);
}
