/**
 * What a candidate is, whom it asks, and which votes count.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", candidates.
 */
import {lab, section, table} from '../../harness/scenario';
import {candidateOf, expectCandidacy, expectSameTermRole} from './candidacy';
import type {Candidacy, SameTerm} from './candidacy';
import {expectOutcome, follows, leads, stands} from './count';

lab(5, 'election', () => {
  section('§5.2', 'standing for election', () => {
    const candidacies: Candidacy[] = [
      {log: '', currentTerm: 0, because: 'nobody has ever led'},
      {log: '1 1 2', currentTerm: 2, because: 'it has entries, and says where they end'},
      {log: '1', currentTerm: 7, because: 'its last entry is much older than its term'},
      {log: '1', currentTerm: 3, votedFor: 'S2', because: 'it voted for another in the last term'},
      {log: '1', currentTerm: 3, as: 'follower', because: 'it had a leader until now'},
      {log: '1', currentTerm: 3, as: 'candidate', because: 'its first election was not won'},
      {log: '1', currentTerm: 3, as: 'candidate', servers: 2, because: 'there are two servers'},
    ];

    table('a candidate stands in a new term, with one vote', {
      points: 1, servers: 5, name: 'candidate',
    }, candidacies, ({cluster}, row) => expectCandidacy(cluster, row), candidateOf);
  });

  section('§5.2', 'counting votes', () => {
    // Results of term 4, in the order they come: S2 votes for S1, !S2 refuses; @3 is of term 3.
    const counts = [
      ...leads([
        {servers: 1, results: '',              because: 'its own vote is a majority of one'},
        {servers: 2, results: 'S2',            because: 'two votes of two'},
        {servers: 3, results: 'S2',            because: 'two votes of three'},
        {servers: 4, results: 'S2 S4',         because: 'three votes of four'},
        {servers: 5, results: 'S2 S4',         because: 'three votes of five'},
        {servers: 7, results: 'S2 S4 S7',      because: 'four votes of seven'},
        {servers: 3, results: '!S2 S3',        because: 'it won after a refusal'},
        {servers: 5, results: '!S2 !S3 S4 S5', because: 'three votes of five, whatever others say'},
        {servers: 3, results: '!S2@3 S3',      because: 'an earlier refusal says nothing'},
        {servers: 3, results: 'S2 !S3',        because: 'a refusal of its own term deposes nobody'},
      ]),
      ...stands([
        {servers: 2, results: '',              because: 'one vote of two is not a majority'},
        {servers: 4, results: 'S2',            because: 'half of four is not a majority'},
        {servers: 5, results: 'S2',            because: 'two votes of five'},
        {servers: 6, results: 'S2 S4',         because: 'half of six is not a majority'},
        {servers: 5, results: 'S2 S2 S2',      because: 'a voter counts once, however often heard'},
        {servers: 3, results: '!S2',           because: 'a refusal is neither a vote nor a defeat'},
        {servers: 5, results: '!S2 !S3 S4',    because: 'refusals are not votes'},
        {servers: 3, results: 'S2@3 S3@3',     because: 'the votes are of an earlier election'},
        {servers: 5, results: 'S2 S3@3',       because: 'one of the two votes is too old'},
      ]),
      ...follows([
        {servers: 3, results: '!S2@9',         because: 'a refusal of a later term ends it'},
        {servers: 5, results: '!S2@9 S3 S4',   because: 'the votes came after it left the term'},
        {servers: 3, results: 'S2 !S3@9',      because: 'a later term deposes a leader too'},
      ]),
    ];

    table('a candidate leads once a majority has voted for it', {
      points: 2.5, name: 'count',
    }, counts, ({cluster}, row) => expectOutcome(cluster, row), () => ({
      S1: {log: '1 2', currentTerm: 3},
    }));
  });

  section('§5.2', 'two candidates in one term', () => {
    const rows: SameTerm[] = [
      {as: 'candidate', log: '1 1', because: 'a candidate has voted for itself'},
      {as: 'candidate', log: '1 1 2', because: 'a candidate refuses even a better log'},
      {as: 'leader', log: '1 1', because: 'a leader has won with its own vote'},
      {as: 'leader', log: '1 1 2', because: 'a leader refuses even a better log'},
      {as: 'candidate', log: '1 1', earlier: true, because: 'the rival is a term behind'},
      {as: 'leader', log: '1 1 2', earlier: true, because: 'the rival is a term behind a leader'},
    ];

    table('a rival of no later term changes nothing', {
      points: 0.5, servers: 3, name: 'rival',
    }, rows, ({cluster}, row) => expectSameTermRole(cluster, row), () => ({
      S1: {log: '1 1', currentTerm: 3},
    }));
  });
});
