/**
 * Who may have a server's vote, and who may not.
 *
 * Paper: §5.2, §5.4.1; Figure 7.
 */
import {lab, section, table} from '../../harness/scenario';
import {expectBallot, granted, refused, voterOf} from './ballot';

const UP_TO_DATE = {
  why: {
    source: '§5.4.1',
    text: 'The log whose last entry has the later term is the more up to date; of two that end ' +
      'in the same term, the longer. Who votes only for logs at least as up to date as its own ' +
      'never helps to elect a leader that lacks a committed entry.',
  },
  hint: 'What does S1 compare first, the terms of the last entries or the lengths? And what if ' +
    'the logs are equal (§5.4.1)?',
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
    const ballots = [
      ...granted([
        {voter: '',          candidate: '',          because: 'both logs are empty'},
        {voter: '1 1 2',     candidate: '1 1 2',     because: 'the logs are equal'},
        {voter: '',          candidate: '1',         because: 'the voter has no entries'},
        {voter: '1 1 2',     candidate: '1 1 2 2',   because: 'longer, same last term'},
        {voter: '1 1 2',     candidate: '1 1 3',     because: 'its last term is later'},
        {voter: '1 1 1 1 1', candidate: '1 1 2',     because: 'shorter, but later'},
        {voter: '1', currentTerm: 6, candidate: '1', because: 'entries count, not terms since'},
      ]),
      ...refused([
        {voter: '1',         candidate: '',          because: 'the candidate has no entries'},
        {voter: '1 1 2 2',   candidate: '1 1 2',     because: 'shorter, same last term'},
        {voter: '1 1 3',     candidate: '1 1 2',     because: 'its last term is earlier'},
        {voter: '1 1 2',     candidate: '1 1 1 1 1', because: 'longer, but earlier'},
      ]),
    ];

    table('a vote goes only to a log that is up to date', {
      points: 2, servers: 3, name: 'up-to-date',
    }, ballots, ({cluster}, ballot) => expectBallot(cluster, ballot, UP_TO_DATE), voterOf);
  });

  section('Figure 7', 'who may lead term 8', () => {
    const leader = {candidate: '1 1 1 4 4 5 5 6 6 6', currentTerm: 7, term: 8};
    const ballots = [
      ...granted([
        {...leader, voter: '1 1 1 4 4 5 5 6 6',       because: '(a) lacks its last entry'},
        {...leader, voter: '1 1 1 4',                 because: '(b) lacks six entries'},
        {...leader, voter: '1 1 1 4 4 4 4',           because: '(e) ends in term 4'},
        {...leader, voter: '1 1 1 2 2 2 3 3 3 3 3',   because: '(f) is longer, but ends in term 3'},
      ]),
      ...refused([
        {...leader, voter: '1 1 1 4 4 5 5 6 6 6 6',   because: '(c) has one entry of term 6 more'},
        {...leader, voter: '1 1 1 4 4 5 5 6 6 6 7 7', because: '(d) has entries of term 7'},
      ]),
    ];

    table('the leader of Figure 7 gets four of the six votes', {
      points: 1, servers: 3, name: 'figure-7',
    }, ballots, ({cluster}, ballot) => expectBallot(cluster, ballot, UP_TO_DATE), voterOf);
  });

  section('§5.2', 'one vote a term', () => {
    const in3 = {voter: '1 2', candidate: '1 2', currentTerm: 3};
    const old = {voter: '1 2', candidate: '1', currentTerm: 3};
    const ballots = [
      ...granted([
        {...in3, term: 3,                 because: 'it has not voted in this term'},
        {...in3, term: 3, votedFor: 'S2', because: 'it voted for this one: results may be lost'},
        {...in3, term: 4, votedFor: 'S3', because: 'a new term is a new vote'},
        {...in3, term: 9, votedFor: 'S1', because: 'a new term is a new vote, if it stood too'},
      ]),
      ...refused([
        {...in3, term: 3, votedFor: 'S3', because: 'it has voted for another'},
        {...in3, term: 3, votedFor: 'S1', because: 'it has voted for itself'},
        {...in3, term: 2,                 because: 'the request is of an earlier term'},
        {...in3, term: 2, votedFor: 'S2', because: 'the request is of a term before that vote'},
        {...old, term: 4, votedFor: 'S3', because: 'a new term, but an old log'},
        {...old, term: 3,                 because: 'it has not voted, but the log is old'},
      ]),
    ];

    table('a server votes once in a term', {
      points: 2, servers: 3, name: 'one-vote',
    }, ballots, ({cluster}, ballot) => expectBallot(cluster, ballot, ONE_VOTE), voterOf);
  });
});
