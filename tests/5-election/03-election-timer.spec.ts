/**
 * When the election timer starts afresh, and when it must not.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", followers and candidates.
 */
import {lab, section, table} from '../../harness/scenario';
import {
  appendEntries, expectTimer, noVote, refusal, requestVote, runs, starts, success, vote,
} from './timer-event';

lab(5, 'election', () => {
  section('§5.2', 'the election timer', () => {
    // S1 is a follower in term 3 with the log 1 1; S2 sends, or asks for its vote.
    const events = [
      ...starts([
        {event: requestVote(3, '1 1'),       because: 'it grants a vote'},
        {event: requestVote(4, '1 1'),       because: 'it grants a vote in a later term'},
        {event: appendEntries(3, '1 1'),     because: 'the leader of its term sends a heartbeat'},
        {event: appendEntries(3, '1 1 3 3'), because: 'it is behind, but that was its leader'},
        {event: appendEntries(3, '1 2'),     because: 'its log differs, but that was its leader'},
        {event: appendEntries(5, '1 1'),     because: 'the leader of a later term sends one too'},
      ]),
      ...runs([
        {event: requestVote(3, '1 1'), votedFor: 'S3', because: 'it refuses: it has voted'},
        {event: requestVote(3, '1'),         because: 'it refuses: the log is old'},
        {event: requestVote(4, '1'),         because: 'it refuses: a new term, but an old log'},
        {event: requestVote(2, '1 1'),       because: 'the request is of an earlier term'},
        {event: appendEntries(2, '1 1'),     because: 'a leader of an earlier term was replaced'},
        {event: vote(3),                     because: 'a vote arrives that it did not ask for'},
        {event: noVote(4),                   because: 'a late refusal tells it of a later term'},
        {event: success(2),                  because: 'late results arrive from when it led'},
        {event: refusal(4),                  because: 'late results tell it of a later term'},
      ]),
    ];

    table('the timer starts afresh exactly when it must', {
      points: 2, servers: 3, name: 'timer',
    }, events, ({cluster}, row) => expectTimer(cluster, row), () => ({S1: {log: '1 1'}}));
  });
});
