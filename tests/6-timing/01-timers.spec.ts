/**
 * What starts the election timer afresh, and what must not: rule by rule, on one server.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", followers.
 */
import {lab, section, table} from '../../harness/scenario';
import {heartbeat, noVote, refusal, requestVote, success, vote} from './played-messages';
import {afresh, expectRule, runsOn} from './timer-rules';

lab(6, 'timing', () => {
  section('§5.2', 'the election timer', () => {
    // S1 is a follower in term 3 with the log 1 1. S2 sends, 1 ms before S1 would stand.
    const rules = [
      ...afresh([
        {message: heartbeat(3, '1 1'),     because: 'the leader of its term sends a heartbeat'},
        {message: heartbeat(3, '1 1 3 3'), because: 'it lacks entries, but that was its leader'},
        {message: heartbeat(3, '1 2'),     because: 'its log differs, but that was its leader'},
        {message: heartbeat(5, '1 1'),     because: 'the leader of a later term sends one'},
        {message: requestVote(3, '1 1'),   because: 'it grants a vote'},
        {message: requestVote(4, '1 1'),   because: 'it grants a vote in a later term'},
      ]),
      ...runsOn([
        {message: requestVote(4, '1'),     because: 'it refuses its vote: the log is old'},
        {message: requestVote(3, '1 1'), votedFor: 'S3', because: 'it refuses: it has voted'},
        {message: requestVote(2, '1 1'),   because: 'the request is of an earlier term'},
        {message: heartbeat(2, '1 1'),     because: 'that leader was replaced: its term is over'},
        {message: vote(3),                 because: 'a vote arrives that it did not ask for'},
        {message: noVote(4),               because: 'a late refusal tells it of a later term'},
        {message: success(3),              because: 'late results arrive from when it led'},
        {message: refusal(4),              because: 'late results tell it of a later term'},
      ]),
    ];

    table('the timer starts afresh exactly when it must', {
      points: 1.6, servers: 3, name: 'timer',
    }, rules, expectRule, ({votedFor = null}) => ({S1: {log: '1 1', currentTerm: 3, votedFor}}));
  });
});
