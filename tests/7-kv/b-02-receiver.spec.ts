/**
 * Tables: a follower is sent a snapshot.
 *
 * S1 leads term 3 with the log 1 1 3 3 3 3, all of it committed and applied. S3 holds what a row
 * says, and is sent a snapshot of S1's log.
 * Paper: §7; Figure 13, receiver.
 */
import {lab, section, table} from '../../harness/scenario';
import {expectHeard, expectInstalled} from './b-receiver';
import type {InstallCase, SenderCase} from './b-receiver';
import {WHEN_ASKED} from './b-scene';

const news: Omit<InstallCase, 'restores'>[] = [
  {log: '',              commitIndex: 0, snapshot: '4/3', keeps: '',
    because: 'an empty log is behind any snapshot'},
  {log: '',              commitIndex: 0, snapshot: '1/1', keeps: '',
    because: 'one entry may be all there is in a snapshot'},
  {log: '',              commitIndex: 0, snapshot: '6/3', keeps: '',
    because: 'a snapshot may hold all that the leader has'},
  {log: '1 1',           commitIndex: 2, snapshot: '4/3', keeps: '',
    because: 'its log ends before the snapshot does'},
  {log: '1 1 3',         commitIndex: 2, snapshot: '4/3', keeps: '',
    because: 'its log ends one entry before the snapshot does'},
  {log: '1 1 2 2',       commitIndex: 2, snapshot: '4/3', keeps: '',
    because: 'an entry of another term stands where the snapshot ends'},
  {log: '1 1 2 2 2',     commitIndex: 2, snapshot: '4/3', keeps: '',
    because: 'behind an entry of another term nothing is worth keeping'},
  {log: '1 2 2 2 2 2 2', commitIndex: 1, snapshot: '6/3', keeps: '',
    because: 'a long log of another leader is no better'},
];

const held: Omit<InstallCase, 'restores'>[] = [
  {log: '1 1 3 3',       commitIndex: 2, snapshot: '4/3', keeps: '',
    because: 'its log ends where the snapshot does'},
  {log: '1 1 3 3 3',     commitIndex: 2, snapshot: '4/3', keeps: '3',
    because: 'it has that entry, so what follows stays'},
  {log: '1 1 3 3 3 3',   commitIndex: 3, snapshot: '4/3', keeps: '3 3',
    because: 'the snapshot is one entry beyond its commitIndex'},
  {log: '1 1 2 2',       commitIndex: 1, snapshot: '2/1', keeps: '2 2',
    because: 'nothing in the snapshot contradicts what another leader left behind it'},
];

const known: Omit<InstallCase, 'restores'>[] = [
  {log: '1 1 3 3',       commitIndex: 4, snapshot: '4/3', keeps: '',
    because: 'it has applied just what the snapshot holds'},
  {log: '1 1 3 3 3 3',   commitIndex: 4, snapshot: '4/3', keeps: '3 3',
    because: 'it has applied that, and holds more'},
  {log: '1 1 3 3 3',     commitIndex: 5, snapshot: '4/3', keeps: '3',
    because: 'it has applied one entry more'},
  {log: '1 1 3 3 3 3',   commitIndex: 6, snapshot: '2/1', keeps: '3 3 3 3',
    because: 'the snapshot was sent long ago'},
];

const installing: InstallCase[] = [
  ...news.map(row => ({...row, restores: 'must' as const})),
  ...held.map(row => ({...row, restores: 'may' as const})),
  ...known.map(row => ({...row, restores: 'never' as const})),
];

const senders: SenderCase[] = [
  {role: 'follower',  currentTerm: 3, term: 3, sender: 'leader',   snapshot: '4/3',
    because: 'a new snapshot comes from the leader of its term'},
  {role: 'follower',  currentTerm: 3, term: 3, sender: 'leader',   snapshot: '2/1',
    because: 'the snapshot is no news, but it comes from the leader of its term'},
  {role: 'follower',  currentTerm: 3, term: 5, sender: 'leader',   snapshot: '4/3',
    because: 'the leader of a later term has a snapshot for it'},
  {role: 'candidate', currentTerm: 4, term: 4, sender: 'leader',   snapshot: '4/3',
    because: 'another server has won the election of this term'},
  {role: 'candidate', currentTerm: 4, term: 5, sender: 'leader',   snapshot: '4/3',
    because: 'another server has won a later election'},
  {role: 'leader',    currentTerm: 4, term: 5, sender: 'leader',   snapshot: '4/3',
    because: 'it was replaced, and has a leader now'},
  {role: 'follower',  currentTerm: 3, term: 2, sender: 'replaced', snapshot: '4/3',
    because: 'the sender led an earlier term'},
  {role: 'candidate', currentTerm: 4, term: 3, sender: 'replaced', snapshot: '4/3',
    because: 'the sender led the term before this election'},
  {role: 'leader',    currentTerm: 4, term: 3, sender: 'replaced', snapshot: '4/3',
    because: 'the sender led the term before this one'},
];

lab('7b', 'snapshots', () => {
  section('Figure 13', 'a follower is sent a snapshot', () => {
    table('a snapshot takes the place of the log, and of no more', {
      ...WHEN_ASKED, name: 'install', points: 0.65, servers: 3,
    }, installing, (scene, row) => expectInstalled(scene, row));

    table('a snapshot is a word from the leader', {
      ...WHEN_ASKED, name: 'sender', points: 0.35, servers: 3,
    }, senders, (scene, row) => expectHeard(scene, row));
  });
});
