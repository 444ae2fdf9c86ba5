/**
 * Tables of the follower's side: what it answers to an AppendEntries, and what it then holds.
 *
 * Paper: §5.1, §5.3; Figure 2, "AppendEntries RPC", receiver.
 * Read next: receiver.ts, how a row is judged.
 */
import {lab, section, table} from '../../harness/scenario';
import {expectAnswer, expectHint, giveRequest} from './receiver';
import type {HintCase, ReceiverCase} from './receiver';

const requests: ReceiverCase[] = [
  {log: '', request: {term: 1, prev: '0/0', entries: '1'}, answer: 'success 1', then: '1',
    because: 'nothing stands before the first entry'},
  {log: '', request: {term: 1, prev: '0/0'}, answer: 'success 0', then: '',
    because: 'a heartbeat before the first entry matches every log'},
  {log: '1 1', request: {term: 2, prev: '2/1', entries: '2 2'}, answer: 'success 4',
    then: '1 1 2 2', because: 'the entry before the new ones matches'},
  {log: '1', request: {term: 5, prev: '1/1', entries: '1 3 5'}, answer: 'success 4',
    then: '1 1 3 5', because: 'each entry keeps the term in which it was created'},
  {log: '1', request: {term: 1, prev: '2/1', entries: '1'}, answer: 'refused', then: '1',
    because: 'its log ends before prevLogIndex, and a log has no holes'},
  {log: '1 1', request: {term: 2, prev: '2/2', entries: '2'}, answer: 'refused', then: '1 1',
    because: 'its entry at prevLogIndex is of an earlier term'},
  {log: '1 3', request: {term: 4, prev: '2/2', entries: '4'}, answer: 'refused', then: '1 3',
    because: 'its entry at prevLogIndex is of a later term'},
  {log: '1 1 2 2', request: {term: 3, prev: '2/1', entries: '3'}, answer: 'success 3',
    then: '1 1 3', because: 'a conflicting entry goes, and all that follow it'},
  {log: '1 1 2 2 2', request: {term: 3, prev: '1/1', entries: '1 2 3'}, answer: 'success 4',
    then: '1 1 2 3', because: 'the conflict may lie in the middle of the new entries'},
  {log: '1 3', currentTerm: 4, request: {term: 4, prev: '1/1', entries: '2'},
    answer: 'success 2', then: '1 2',
    because: 'an entry of an earlier term may take its place (Figure 8, d)'},
  {log: '1 1 2', request: {term: 2, prev: '1/1', entries: '1'}, answer: 'success 2',
    then: '1 1 2', because: 'an old, shorter request vouches for no more than it carries'},
  {log: '1 1', request: {term: 1, prev: '0/0', entries: '1 1'}, answer: 'success 2',
    then: '1 1', because: 'a request that arrives twice changes nothing the second time'},
  {log: '1 1', request: {term: 2, prev: '0/0', entries: '1 1 2'}, answer: 'success 3',
    then: '1 1 2', because: 'what is already there stays, what is new follows'},
  {log: '1 1 2 2', request: {term: 3, prev: '2/1'}, answer: 'success 2', then: '1 1 2 2',
    because: 'a heartbeat removes nothing and vouches for prevLogIndex alone'},
  {log: '1 1 2', request: {term: 3, prev: '3/3'}, answer: 'refused', then: '1 1 2',
    because: 'a heartbeat makes the consistency check: another term'},
  {log: '1 1', request: {term: 1, prev: '3/1'}, answer: 'refused', then: '1 1',
    because: 'a heartbeat makes the consistency check: no entry'},
  {log: '1 1', currentTerm: 3, request: {term: 2, prev: '1/1', entries: '2'}, answer: 'stale',
    then: '1 1', because: 'its sender is a leader of an earlier term'},
  {log: '1 1 2', currentTerm: 3, request: {term: 2, prev: '3/2', entries: '2'},
    answer: 'stale', then: '1 1 2',
    because: 'an earlier leader is turned away even if its entries fit'},
];

const hints: HintCase[] = [
  {log: '', prev: '3/1', hint: {conflictIndex: 1}, because: 'its log is empty'},
  {log: '1 1 1', prev: '6/2', hint: {conflictIndex: 4}, because: 'its log ends at index 3'},
  {log: '1 1 1', prev: '4/2', hint: {conflictIndex: 4}, because: 'its log ends right before'},
  {log: '1 1 2 2 2', prev: '5/3', hint: {conflictTerm: 2, conflictIndex: 3},
    because: 'its term 2 begins at index 3'},
  {log: '1 2 2 3 3', prev: '3/3', hint: {conflictTerm: 2, conflictIndex: 2},
    because: 'the term that counts is the one at prevLogIndex'},
  {log: '1 2 3', prev: '3/4', hint: {conflictTerm: 3, conflictIndex: 3},
    because: 'its term 3 is a single entry'},
  {log: '2 2 2', prev: '3/3', hint: {conflictTerm: 2, conflictIndex: 1},
    because: 'its term 2 begins with the log'},
];

lab(3, 'replication', () => {
  section('Figure 2', 'the receiver of AppendEntries', () => {
    table('an answer follows the rules', {
      name: 'receiver', points: 1.8, servers: 3,
    }, requests, async (scene, row) => {
      expectAnswer(scene.cluster, row, await giveRequest(scene.cluster, row.request));
    }, ({log, currentTerm}) => ({S2: {log, ...currentTerm === undefined ? {} : {currentTerm}}}));
  });

  section('§5.3', 'hints in a refusal', () => {
    table('a hint is true', {
      name: 'hint-given', points: 0.35, servers: 3,
    }, hints, async (scene, row) => {
      const request = {term: 5, prev: row.prev};
      expectHint(scene.cluster, row, await giveRequest(scene.cluster, request));
    }, ({log}) => ({S2: {log}}));
  });
});
