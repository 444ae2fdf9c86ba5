/**
 * Tables of the leader's side: what it sends, and what it learns from results.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC" and "Rules for Servers", the part for leaders.
 * Read next: leader.ts, how a row is judged.
 */
import {lab, section, table} from '../../harness/scenario';
import {
  disksBefore, expectRequest, giveResults, judgeResults, lead, nextRequest,
} from './leader';
import type {ResultsCase, SenderCase} from './leader';
import {ofTerm, refusal, success} from './notation';

const FIGURE_7 = '1 1 1 4 4 5 5 6 6 6';

const requests: SenderCase[] = [
  {log: '', sends: {term: 1, prev: '0/0'}, because: 'nothing is there to send or to name'},
  {log: '1 1 2', sends: {term: 3, prev: '3/2'},
    because: 'a new leader guesses that all followers have what it has'},
  {log: '1 1 2', term: 5, submitted: 2, sends: {term: 5, prev: '3/2', entries: '5 5'},
    because: 'what came since is sent together'},
  {log: '1 1 2', before: [refusal(3), refusal(2), refusal(1)],
    sends: {term: 3, prev: '0/0', entries: '1 1 2'},
    because: 'a follower without entries gets them all, each in its own term'},
  {log: '1', submitted: 3, before: [success(2)], sends: {term: 2, prev: '2/2', entries: '2 2'},
    because: 'a follower that has a part gets the rest'},
  {log: '1', submitted: 3, before: [success(4)], sends: {term: 2, prev: '4/2'},
    because: 'a follower that has everything gets a heartbeat'},
];

const results: ResultsCase[] = [
  {log: '1 1 1', results: success(3), matchIndex: 3, nextIndex: 4,
    because: 'a success says that both logs agree up to there'},
  {log: '1 1 1', submitted: 2, results: success(3), matchIndex: 3, nextIndex: 4,
    because: 'what was submitted after the request left is not yet there'},
  {log: '1 1 1', submitted: 2, results: success(5), matchIndex: 5, nextIndex: 6,
    because: 'the success covers the entries the request carried'},
  {log: '1', submitted: 4, before: [success(5)], results: success(3), matchIndex: 5, nextIndex: 6,
    because: 'an older success arrives late'},
  {log: '1 1 1', before: [success(3)], results: success(3), matchIndex: 3, nextIndex: 4,
    because: 'a success arrives twice'},
  {log: '1 1 2 2', results: refusal(4), matchIndex: 0, nextIndex: [1, 4],
    because: 'a refusal without a hint moves back by one at least'},
  {log: '1', results: refusal(1), matchIndex: 0, nextIndex: 1,
    because: 'the first entry is as far back as it goes'},
  {log: '1 1 2 2', before: [refusal(4, {conflictIndex: 3}), success(4)],
    results: refusal(4, {conflictIndex: 3}), matchIndex: 4, nextIndex: 5,
    because: 'a refusal arrives a second time, after its success'},
  {log: '1 1 2 2', submitted: 1, before: [refusal(4, {conflictIndex: 2}), success(5)],
    results: refusal(4, {conflictIndex: 2}), matchIndex: 5, nextIndex: 6,
    because: 'a refusal of an earlier request arrives late'},
  {log: '1 1 2 2', before: [success(4)], results: refusal(4), matchIndex: 4, nextIndex: 5,
    because: 'a late refusal without a hint does not undo a match'},
  {log: '1 1 2 2 2 2', before: [refusal(6), refusal(5), refusal(4)], results: refusal(6),
    matchIndex: 0, nextIndex: [1, 4],
    because: 'a late refusal never moves nextIndex forward'},
  {log: '1 1 2 2', before: [refusal(4)], results: refusal(4), matchIndex: 0, nextIndex: 'stays',
    because: 'an earlier refusal, delivered twice, moves nextIndex once'},
  {log: '1 1 2 2 2 2', before: [refusal(6), refusal(5)], results: refusal(6), matchIndex: 0,
    nextIndex: 'stays', because: 'an earlier refusal that comes last moves nothing'},
  {log: '1 1 2 2', before: [refusal(4), refusal(4)], results: refusal(3), matchIndex: 0,
    nextIndex: [1, 3], because: 'an earlier refusal came twice, and this one answers anew'},
  {log: '1 1 2', term: 4, results: ofTerm(2, success(3)), matchIndex: 0, nextIndex: 4,
    because: 'a success of an earlier term tells nothing about now'},
  {log: '1 1 2', term: 4, results: ofTerm(2, refusal(3, {conflictIndex: 1})), matchIndex: 0,
    nextIndex: 4, because: 'nor does a refusal of an earlier term'},
];

/** Followers of Figure 7 refuse; nextIndex may take any way that is no slower than the hint. */
const hinted: ResultsCase[] = [
  {log: FIGURE_7, term: 8, results: refusal(10, {conflictIndex: 8}), matchIndex: 0,
    nextIndex: [6, 8], because: 'its log ends at index 7'},
  {log: FIGURE_7, term: 8, results: refusal(10, {conflictTerm: 3, conflictIndex: 7}),
    matchIndex: 0, nextIndex: [4, 7], because: 'the leader has no entry of its term 3'},
  {log: FIGURE_7, term: 8, before: [refusal(10, {conflictIndex: 8})],
    results: refusal(7, {conflictTerm: 4, conflictIndex: 4}), matchIndex: 0, nextIndex: [4, 6],
    because: 'the leader\'s last entry of term 4 is at index 5'},
  {log: FIGURE_7, term: 8, results: refusal(10, {conflictIndex: 1}), matchIndex: 0, nextIndex: 1,
    because: 'its log is empty'},
  {log: '1 4 4 4 4 4', results: refusal(6, {conflictTerm: 2, conflictIndex: 2}), matchIndex: 0,
    nextIndex: 2, because: 'all its entries but the first are of a term the leader never saw'},
  {log: '1 2 2 2 5 5 5', results: refusal(7, {conflictTerm: 2, conflictIndex: 2}), matchIndex: 0,
    nextIndex: [2, 5], because: 'both have entries of term 2, up to index 4 here'},
];

lab(3, 'replication', () => {
  section('Figure 2', 'the sender of AppendEntries', () => {
    table('a request begins at nextIndex', {name: 'sender', points: 0.6, servers: 3}, requests,
      async ({cluster}, row) => {
        await lead(cluster, row);
        await giveResults(cluster, row, row.before ?? []);
        expectRequest(cluster, row, await nextRequest(cluster));
        expectRequest(cluster, row, await nextRequest(cluster));
      }, disksBefore);
  });

  section('§5.3', 'results', () => {
    table('results say what is replicated', {name: 'results', points: 1.3, servers: 3}, results,
      ({cluster}, row) => judgeResults(cluster, row), disksBefore);

    table('a hint is used', {name: 'hint-used', points: 0.6, servers: 3}, hinted,
      ({cluster}, row) => judgeResults(cluster, row), disksBefore);
  });
});
