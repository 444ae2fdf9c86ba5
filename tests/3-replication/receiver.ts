/**
 * How a row of the receiver's tables is judged: S1 leads, S2 is the follower.
 *
 * Promises: what the contract leaves open passes either way. A request of an earlier term may be
 * refused or ignored, and a refusal may carry a hint or none.
 * Read next: 01-receiver.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {drawLog} from '../../harness/cluster/server-view';
import type {Fact, FailureParts} from '../../harness/world/lab-failure';
import {LabFailure} from '../../harness/scenario';
import type {Row} from '../../harness/scenario';
import {inWords, requestOf, showLog, termsOf} from './notation';
import type {DrawnRequest, Hint, Request, Results} from './notation';

export interface ReceiverCase extends Row {
  /** What S2 holds before. */
  readonly log: string;
  /** Defaults to the term of S2's last entry. */
  readonly currentTerm?: number;
  readonly request: DrawnRequest;
  /** 'success' with matchIndex, 'refused', or 'stale': refused or ignored. */
  readonly answer: `success ${number}` | 'refused' | 'stale';
  /** What S2 holds afterwards. */
  readonly then: string;
}

export interface HintCase extends Row {
  readonly log: string;
  readonly prev: string;
  readonly hint: Hint;
}

/** A request and what came back; no results if the follower ignored it. */
export interface Exchange {
  readonly request: Request;
  readonly results: Results | undefined;
}

type Why = NonNullable<FailureParts['why']>;

const LEADER = 'S1';
const FOLLOWER = 'S2';

const CHECK: Why = {
  source: '§5.3',
  text: 'A follower that has the same entry before the new ones has the same log up to there. ' +
    'That is what makes one check enough for a log of any length, so every request makes it.',
};
const LOG_AFTERWARDS: Why = {
  source: '§5.3; Figure 2, AppendEntries RPC',
  text: 'Only an entry that conflicts with one that arrives is removed, with all that follow it. ' +
    'Requests arrive late and twice: what they do not mention may have been acknowledged already.',
};
const VOUCHED_FOR: Why = {
  source: '§5.3',
  text: 'matchIndex tells the leader which entries are surely the same here: those up to the ' +
    'last one this request named. It counts them as replicated.',
};
const STALE: Why = {
  source: '§5.1',
  text: 'Another leader was elected since, and this server may hold its entries already. A ' +
    'leader of an earlier term has no say any more.',
};
const HINTS: Why = {
  source: 'end of §5.3',
  text: 'conflictTerm is the term of the follower\'s entry at prevLogIndex, if it has one ' +
    'there, and conflictIndex the first index it stores for that term, or lastIndex + 1. The ' +
    'leader jumps by them.',
};

/** S1 sends S2 a request; its results are kept from S1. */
export async function giveRequest(cluster: Cluster, row: DrawnRequest): Promise<Exchange> {
  const request = requestOf(row, LEADER);
  cluster.hold({from: FOLLOWER});
  const sent = await cluster.receive(FOLLOWER, LEADER, request);
  const answers = sent.map(({message}) => message)
    .filter((message): message is Results => message.type === 'AppendEntriesResults');
  return {request, results: answers[0]};
}

export function expectAnswer(cluster: Cluster, row: ReceiverCase, exchange: Exchange): void {
  const complain = (what: string, why: Why, hint?: string): never => {
    throw new LabFailure({
      kind: 'contract', claim: `${FOLLOWER} ${what} — ${row.because}.`, why,
      facts: factsOf(cluster, row, exchange), ...hint === undefined ? {} : {hint},
    });
  };
  expectVerdict(row, exchange, complain);
  const held = drawLog(cluster.view(FOLLOWER).log);
  if (held !== row.then) {
    complain(`must hold ${showLog(row.then)} now, and holds ${showLog(held)}`, LOG_AFTERWARDS,
      hintOnLog(row, held));
  }
  expectFields(row, exchange, complain);
}

type Complain = (what: string, why: Why, hint?: string) => never;

function expectVerdict(row: ReceiverCase, {request, results}: Exchange, complain: Complain): void {
  if (results === undefined) {
    if (row.answer === 'stale') return;
    return complain('did not answer an AppendEntries of its leader', {
      source: 'Figure 2, AppendEntries RPC',
      text: 'Only a request of an earlier term may be ignored. To any other the leader needs the ' +
        'results, or it never learns what the follower holds.',
    });
  }
  const isHeartbeat = request.entries.length === 0;
  if (results.success && row.answer === 'stale') {
    complain(`accepted an AppendEntries of term ${request.term} in term ${row.currentTerm}`, STALE);
  }
  if (results.success && row.answer === 'refused') {
    if (!isHeartbeat) complain(`accepted entries after ${row.request.prev}`, CHECK);
    complain(`accepted a heartbeat after ${row.request.prev}`, CHECK,
      'Does a request without entries pass the same check as any other (§5.3)?');
  }
  if (!results.success && row.answer.startsWith('success')) {
    const {prev} = row.request;
    const what = isHeartbeat ? 'a heartbeat' : 'entries';
    if (prev !== '0/0') complain(`refused ${what} after ${prev}, which it has`, CHECK);
    complain(`refused ${what} from the very beginning (${prev})`, CHECK,
      'What does the check say when prevLogIndex is 0?');
  }
}

/** Its term, and what it says it answers. */
function expectFields(row: ReceiverCase, {request, results}: Exchange, complain: Complain): void {
  if (results === undefined) return;
  const term = Math.max(request.term, row.currentTerm ?? termsOf(row.log).at(-1) ?? 0);
  if (results.term !== term) {
    complain(`answered in term ${results.term} while currentTerm is ${term}`, {
      source: '§5.1',
      text: 'Results carry currentTerm, so that a leader that is behind learns of it.',
    });
  }
  if (!results.success) {
    if (results.prevLogIndex === request.prevLogIndex) return;
    complain(`refused prevLogIndex ${results.prevLogIndex}, but was asked about ` +
      `${request.prevLogIndex}`, {
      source: '§5.3',
      text: 'Results may arrive late. A refusal says what it refuses, or the leader cannot tell ' +
        'which of its requests is meant.',
    });
    return;
  }
  const wanted = request.prevLogIndex + request.entries.length;
  if (results.matchIndex === wanted) return;
  const {length} = termsOf(row.then);
  complain(`answered matchIndex ${results.matchIndex}, but the request vouches for ${wanted}`,
    VOUCHED_FOR, results.matchIndex === length
      ? `Is matchIndex what this request vouches for, or how long ${FOLLOWER}'s log is (§5.3)?`
      : undefined);
}

/** No hint is a hint too; one that is there must be true. */
export function expectHint(cluster: Cluster, row: HintCase, exchange: Exchange): void {
  const {results} = exchange;
  if (results === undefined || results.success) {
    throw new LabFailure({
      kind: 'contract',
      claim: `${FOLLOWER} did not refuse entries after ${row.prev} — ${row.because}.`,
      facts: factsOf(cluster, row, exchange), why: CHECK,
    });
  }
  for (const field of ['conflictTerm', 'conflictIndex'] as const) {
    const found = results[field];
    const wanted = row.hint[field];
    if (found === undefined || found === wanted) continue;
    throw new LabFailure({
      kind: 'contract',
      claim: `${FOLLOWER} gave the hint ${field} ${found} for ${row.prev}, ` +
        `${wanted === undefined ? 'where it has no entry' : `not ${wanted}`} — ${row.because}.`,
      facts: factsOf(cluster, row, exchange), why: HINTS,
    });
  }
}

function factsOf(
  cluster: Cluster, row: {readonly log: string}, {request, results}: Exchange,
): readonly Fact[] {
  const atMs = cluster.nowMs;
  const held = drawLog(cluster.view(FOLLOWER).log);
  return [
    {who: FOLLOWER, what: `held ${showLog(row.log)}`},
    {who: LEADER, what: `sent ${inWords(request, LEADER)}`},
    {who: FOLLOWER, what: results === undefined ? 'answered nothing'
      : `answered ${inWords(results, FOLLOWER)}`, atMs},
    {who: FOLLOWER, what: `now holds ${showLog(held)}`, atMs},
  ];
}

function hintOnLog({log, answer}: ReceiverCase, held: string): string | undefined {
  if (answer.startsWith('success') && held.length < log.length && log.startsWith(held)) {
    return 'Which entries may a request remove: all after its own, or those that conflict (§5.3)?';
  }
  return undefined;
}
