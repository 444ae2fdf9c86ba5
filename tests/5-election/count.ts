/**
 * Results that reach a candidate, one after the other, and what it is then.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", candidates.
 * Promises: a candidate that can no longer win may give up or not; no row asks.
 * Read next: 02-candidates.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {LabFailure} from '../../harness/scenario';
import type {Because, Row} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';

const SELF = 'S1';
const TERM = 4;

/** The results as they arrive: 'S2 !S3 S4@3' is a vote, a refusal, and a vote of term 3. */
export interface Count extends Row {
  readonly servers: number;
  readonly results: string;
  readonly outcome: 'leader' | 'candidate' | 'follower';
}

type CountRow = Omit<Count, 'outcome'>;

export function leads(rows: readonly CountRow[]): readonly Count[] {
  return rows.map(row => ({...row, outcome: 'leader'}));
}

export function stands(rows: readonly CountRow[]): readonly Count[] {
  return rows.map(row => ({...row, outcome: 'candidate'}));
}

/** In term 9, of which the results tell it. */
export function follows(rows: readonly CountRow[]): readonly Count[] {
  return rows.map(row => ({...row, outcome: 'follower'}));
}

/** Lets S1 stand in term 4, gives it the results, and looks at its role. */
export async function expectOutcome(cluster: Cluster, row: Count): Promise<void> {
  const arrivals = row.results.split(' ').filter(text => text !== '').map(arrivalOf);
  await cluster.startElection(SELF);
  for (const {from, voteGranted, term} of arrivals) {
    await cluster.receive(SELF, from, {type: 'RequestVoteResults', term, voteGranted});
  }
  const {role, currentTerm} = cluster.view(SELF).state;
  if (role !== row.outcome) {
    throw new LabFailure({
      kind: 'contract',
      claim: `${SELF} is ${role} of term ${currentTerm} — it must be ${row.outcome}: ` +
        `${row.because}.`,
      facts: [
        {who: SELF, what: `stood in term ${TERM}, one of ${row.servers} servers`},
        ...arrivals.map(({from, voteGranted, term}) => (
          {who: from, what: `${voteGranted ? 'voted for it' : 'refused'} in term ${term}`})),
      ],
      why: COUNTS,
      hint: arrivals.length === 0 ? hintBeforeResults(row) : 'For each of these results: is it ' +
        'a vote, is it of currentTerm, and has this voter been counted already (§5.2)?',
    });
  }
  cluster.expectTerm(SELF, row.outcome === 'follower' ? 9 : TERM, COUNTS);
}

/** No results have come yet, and in a cluster of one none ever will. */
function hintBeforeResults({servers}: Count): string {
  return servers === 1
    ? 'With nobody to ask no results come: who counts the votes then, and when (§5.2)?'
    : 'Which votes does a candidate have before any results arrive, and how many does it need ' +
      '(§5.2)?';
}

interface Arrival {
  readonly from: ServerId;
  readonly voteGranted: boolean;
  readonly term: number;
}

function arrivalOf(text: string): Arrival {
  const [who = '', term = String(TERM)] = text.split('@');
  return {from: who.replace('!', ''), voteGranted: !who.startsWith('!'), term: Number(term)};
}

const COUNTS: Because = {
  source: '§5.2',
  text: 'A candidate wins with the votes of a majority of all servers, its own included, given ' +
    'in this very term. A majority is more than half, so two candidates cannot both have one; ' +
    'and voters are counted, not messages, since the network may deliver one twice.',
};
