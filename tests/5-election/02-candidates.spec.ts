/**
 * What a candidate is, whom it asks, and which votes count.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", candidates.
 */
import {lab, section, table} from '../../harness/scenario';
import {expectCandidacy, expectOutcome, expectSameTermRole, no, yes} from './candidacy';
import type {Candidacy, Count, SameTerm} from './candidacy';

lab(5, 'election', () => {
  section('§5.2', 'standing for election', () => {
    const candidacies: Candidacy[] = [
      {log: '',      currentTerm: 0, because: 'nobody has ever led'},
      {log: '1 1 2', currentTerm: 2, because: 'it has entries, and says where they end'},
      {log: '1',     currentTerm: 7, because: 'its last entry is much older than its term'},
      {log: '1',     currentTerm: 3, votedFor: 'S2', because: 'it voted for another in the last term'},
      {log: '1',     currentTerm: 3, votedFor: 'S2', as: 'follower of S2', because: 'it had a leader until now'},
      {log: '1',     currentTerm: 3, as: 'candidate with a vote', because: 'its first election was not won'},
      {log: '1',     currentTerm: 3, as: 'candidate with a vote', servers: 2, because: 'there are two servers'},
    ];

    table('a candidate stands in a new term, with one vote', {
      points: 1, servers: 5, name: 'candidate',
    }, candidacies, ({cluster}, row) => expectCandidacy(cluster, row), ({log, currentTerm, votedFor}) => ({
      S1: {log, currentTerm, votedFor: votedFor ?? null},
    }));
  });

  section('§5.2', 'counting votes', () => {
    const counts: Count[] = [
      {servers: 1, results: [], outcome: 'leads', because: 'its own vote is a majority of one'},
      {servers: 2, results: [], outcome: 'stands', because: 'one vote of two is not a majority'},
      {servers: 2, results: [yes('S2')], outcome: 'leads', because: 'two votes of two'},
      {servers: 3, results: [yes('S2')], outcome: 'leads', because: 'two votes of three'},
      {servers: 4, results: [yes('S2')], outcome: 'stands', because: 'half of four is not a majority'},
      {servers: 4, results: [yes('S2'), yes('S4')], outcome: 'leads', because: 'three votes of four'},
      {servers: 5, results: [yes('S2')], outcome: 'stands', because: 'two votes of five'},
      {servers: 5, results: [yes('S2'), yes('S4')], outcome: 'leads', because: 'three votes of five'},
      {servers: 6, results: [yes('S2'), yes('S4')], outcome: 'stands', because: 'half of six is not a majority'},
      {servers: 7, results: [yes('S2'), yes('S4'), yes('S7')], outcome: 'leads', because: 'four votes of seven'},

      {servers: 5, results: [yes('S2'), yes('S2'), yes('S2')], outcome: 'stands', because: 'one voter counts once, however often its results arrive'},
      {servers: 3, results: [no('S2')], outcome: 'stands', because: 'a refusal is neither a vote nor a defeat'},
      {servers: 3, results: [no('S2'), yes('S3')], outcome: 'leads', because: 'it won after a refusal'},
      {servers: 5, results: [no('S2'), no('S3'), yes('S4')], outcome: 'stands', because: 'refusals are not votes'},
      {servers: 5, results: [no('S2'), no('S3'), yes('S4'), yes('S5')], outcome: 'leads', because: 'three votes of five, whatever the others say'},

      {servers: 3, results: [yes('S2', {term: 3}), yes('S3', {term: 3})], outcome: 'stands', because: 'the votes are of an earlier election'},
      {servers: 5, results: [yes('S2'), yes('S3', {term: 3})], outcome: 'stands', because: 'one vote counts, one is of an earlier election'},
      {servers: 3, results: [no('S2', {term: 3}), yes('S3')], outcome: 'leads', because: 'a refusal of an earlier election says nothing'},
      {servers: 3, results: [no('S2', {term: 9})], outcome: 'follows', because: 'a refusal of a later term ends its candidacy'},
      {servers: 5, results: [no('S2', {term: 9}), yes('S3'), yes('S4')], outcome: 'follows', because: 'the votes came after it had left the term'},
      {servers: 3, results: [yes('S2'), no('S3', {term: 9})], outcome: 'follows', because: 'a refusal of a later term deposes a leader too'},
      {servers: 3, results: [yes('S2'), no('S3')], outcome: 'leads', because: 'a refusal of its own term deposes nobody'},
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
      {as: 'candidate', log: '1 1 2', because: 'a candidate keeps its vote, even from a better log'},
      {as: 'leader', log: '1 1', because: 'a leader has won with its own vote'},
      {as: 'leader', log: '1 1 2', because: 'a leader keeps its vote, even from a better log'},
      {as: 'candidate', log: '1 1', earlier: true, because: 'the other stands in an earlier term'},
      {as: 'leader', log: '1 1 2', earlier: true, because: 'the other stands in an earlier term, and this one leads'},
    ];

    table('a rival of no later term changes nothing', {
      points: 0.5, servers: 3, name: 'rival',
    }, rows, ({cluster}, row) => expectSameTermRole(cluster, row), () => ({
      S1: {log: '1 1', currentTerm: 3},
    }));
  });
});
