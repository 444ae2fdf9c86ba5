/**
 * When the election timer starts afresh, and when it must not.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", followers and candidates.
 */
import {lab, section, table} from '../../harness/scenario';
import {
  appendEntries, expectTimer, refusal, requestVote, success, voteResults,
} from './timer-event';
import type {TimerEvent} from './timer-event';

lab(5, 'election', () => {
  section('§5.2', 'the election timer', () => {
    // S1 is a follower in term 3 with the log 1 2.
    const events: TimerEvent[] = [
      {resets: true,  event: requestVote({term: 3, log: '1 2'}), because: 'it grants a vote'},
      {resets: true,  event: requestVote({term: 4, log: '1 2'}), because: 'it grants a vote in a later term'},
      {resets: false, event: requestVote({term: 3, log: '1 2'}), votedFor: 'S3', because: 'it refuses: it has voted for another'},
      {resets: false, event: requestVote({term: 3, log: '1'}), because: 'it refuses: the log is old'},
      {resets: false, event: requestVote({term: 4, log: '1'}), because: 'it refuses: the term is later, but the log is old'},
      {resets: false, event: requestVote({term: 2, log: '1 2'}), because: 'the request is of an earlier term'},

      {resets: true,  event: appendEntries({term: 3, prev: '1 2'}), because: 'the leader of its term sends a heartbeat'},
      {resets: true,  event: appendEntries({term: 3, prev: '1 2 3 3'}), because: 'the leader of its term sends what it must refuse: its log is behind'},
      {resets: true,  event: appendEntries({term: 3, prev: '1 3'}), because: 'the leader of its term sends what it must refuse: its log differs'},
      {resets: true,  event: appendEntries({term: 5, prev: '1 2'}), because: 'a leader of a later term sends a heartbeat'},
      {resets: false, event: appendEntries({term: 2, prev: '1 2'}), because: 'a leader of an earlier term was replaced'},

      {resets: false, event: voteResults({term: 3, voteGranted: true}), because: 'a vote arrives that it did not ask for'},
      {resets: false, event: voteResults({term: 4, voteGranted: false}), because: 'a refusal tells it of a later term'},
      {resets: false, event: success({term: 2}), because: 'late results arrive from when it led'},
      {resets: false, event: refusal({term: 4}), because: 'a late refusal tells it of a later term'},
    ];

    table('the timer starts afresh exactly when it must', {
      points: 2, servers: 3, name: 'timer',
    }, events, ({cluster}, row) => expectTimer(cluster, row), ({votedFor}) => ({
      S1: {log: '1 2', currentTerm: 3, votedFor: votedFor ?? null},
    }));
  });
});
