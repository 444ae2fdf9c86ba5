/**
 * Who may have a server's vote, and who may not.
 *
 * Paper: §5.2, §5.4.1; Figure 7.
 */
import {lab, section, table} from '../../harness/scenario';
import {expectBallot, voterOf} from './ballot';
import type {Ballot} from './ballot';

const UP_TO_DATE = {
  why: {
    source: '§5.4.1',
    text: 'The log whose last entry has the later term is the more up to date; of two that end in ' +
      'the same term, the longer. Who votes only for logs at least as up to date as its own never ' +
      'helps to elect a leader that lacks a committed entry.',
  },
  hint: 'What does S1 compare first, the terms of the last entries or the lengths? And what if the ' +
    'logs are equal (§5.4.1)?',
};

const ONE_VOTE = {
  why: {
    source: '§5.2',
    text: 'A server votes for at most one candidate in a term, first come, first served. Two ' +
      'candidates that both have a majority in one term would both be its leader.',
  },
  hint: 'In which term did S1 give the vote that votedFor remembers, and for which term is it ' +
    'asked now (§5.1, §5.2)?',
};

lab(5, 'election', () => {
  section('§5.4.1', 'up to date', () => {
    const ballots: Ballot[] = [
      {voter: '',          candidate: '',          granted: true,  because: 'both logs are empty'},
      {voter: '1 1 2',     candidate: '1 1 2',     granted: true,  because: 'the logs are equal'},
      {voter: '',          candidate: '1',         granted: true,  because: 'the voter has no entries'},
      {voter: '1',         candidate: '',          granted: false, because: 'the candidate has no entries'},
      {voter: '1 1 2',     candidate: '1 1 2 2',   granted: true,  because: 'longer, same last term'},
      {voter: '1 1 2 2',   candidate: '1 1 2',     granted: false, because: 'shorter, same last term'},
      {voter: '1 1 2',     candidate: '1 1 3',     granted: true,  because: 'its last term is later'},
      {voter: '1 1 3',     candidate: '1 1 2',     granted: false, because: 'its last term is earlier'},
      {voter: '1 1 1 1 1', candidate: '1 1 2',     granted: true,  because: 'shorter, but its last term is later'},
      {voter: '1 1 2',     candidate: '1 1 1 1 1', granted: false, because: 'longer, but its last term is earlier'},
      {voter: '1 1 2',     candidate: '1 1 2',     granted: true,  because: 'only entries count, not the terms since', currentTerm: 6},
    ];

    table('a vote goes only to a log that is up to date', {
      points: 2, servers: 3, name: 'up-to-date',
    }, ballots, ({cluster}, ballot) => expectBallot(cluster, ballot, UP_TO_DATE), voterOf);
  });

  section('Figure 7', 'who may lead term 8', () => {
    const leader = '1 1 1 4 4 5 5 6 6 6';
    const ballots: Ballot[] = [
      {voter: '1 1 1 4 4 5 5 6 6',       candidate: leader, granted: true,  because: '(a) lacks its last entry'},
      {voter: '1 1 1 4',                 candidate: leader, granted: true,  because: '(b) lacks six entries'},
      {voter: '1 1 1 4 4 5 5 6 6 6 6',   candidate: leader, granted: false, because: '(c) has one entry of term 6 more'},
      {voter: '1 1 1 4 4 5 5 6 6 6 7 7', candidate: leader, granted: false, because: '(d) has entries of term 7'},
      {voter: '1 1 1 4 4 4 4',           candidate: leader, granted: true,  because: '(e) ends in term 4'},
      {voter: '1 1 1 2 2 2 3 3 3 3 3',   candidate: leader, granted: true,  because: '(f) is longer, but ends in term 3'},
    ];

    table('the leader of Figure 7 gets four of the six votes', {
      points: 1, servers: 3, name: 'figure-7',
    }, ballots.map(ballot => ({...ballot, currentTerm: 7, term: 8})),
    ({cluster}, ballot) => expectBallot(cluster, ballot, UP_TO_DATE), voterOf);
  });

  section('§5.2', 'one vote a term', () => {
    const same = {voter: '1 2', candidate: '1 2', currentTerm: 3};
    const ballots: Ballot[] = [
      {...same, term: 3, granted: true,  because: 'it has not voted in this term'},
      {...same, votedFor: 'S3', term: 3, granted: false, because: 'it has voted for another'},
      {...same, votedFor: 'S1', term: 3, granted: false, because: 'it has voted for itself'},
      {...same, votedFor: 'S2', term: 3, granted: true,  because: 'it voted for this very candidate: the results may be lost'},
      {...same, votedFor: 'S3', term: 4, granted: true,  because: 'a new term is a new vote'},
      {...same, votedFor: 'S1', term: 9, granted: true,  because: 'a new term is a new vote, also for one that stood itself'},
      {...same, term: 2, granted: false, because: 'the request is of an earlier term'},
      {...same, votedFor: 'S2', term: 2, granted: false, because: 'the request is of an earlier term, and the vote of a later one'},
      {...same, votedFor: 'S3', candidate: '1', term: 4, granted: false, because: 'a new term, but an old log'},
      {...same, candidate: '1', term: 3, granted: false, because: 'it has not voted, but the log is old'},
    ];

    table('a server votes once in a term', {
      points: 2, servers: 3, name: 'one-vote',
    }, ballots, ({cluster}, ballot) => expectBallot(cluster, ballot, ONE_VOTE), voterOf);
  });
});
