/**
 * What a server has told others, it knows when it starts again; however its life ended.
 *
 * Paper: §5.1, §5.2; Figure 2, "State".
 */
import type {Command} from '../../harness/raft/messages';
import {lab, section, table} from '../../harness/scenario';
import {asks, leads, leadsWith, refuses, restore, stands} from './a-told';
import type {RestoreCase} from './a-told';

const COMMANDS: readonly Command[] = [
  null, false, 0, '', -1.5, 'x = 1', '\u00e9 \u2028 "\\" \ud83d\ude80', [], {}, [null, [[]]],
  {currentTerm: 9, votedFor: 'S9'}, {from: 1, entries: []}, {term: 9, command: 'not an entry'},
];

/** Twelve entries, one in each request. */
const ONE_BY_ONE = Array.from({length: 12}, (_, n) =>
  leads('S2', 1, {after: '1 '.repeat(n), entries: '1'}));

const LIVES: readonly RestoreCase[] = [
  {
    told: [asks('S2', 3)],
    currentTerm: 3, votedFor: 'S2', log: '', because: 'it has given its vote',
  }, {
    told: [stands],
    currentTerm: 1, votedFor: 'S1', log: '', because: 'it has given its vote to itself',
  }, {
    told: [asks('S2', 1), asks('S3', 2)],
    currentTerm: 2, votedFor: 'S3', log: '', because: 'it has voted in one term, then in the next',
  }, {
    told: [stands, refuses('S2', 3), asks('S2', 3)],
    currentTerm: 3, votedFor: 'S2', log: '', because: 'it knew the term before it voted in it',
  }, {
    told: [leads('S2', 2, {after: '1 1'})],
    currentTerm: 2, votedFor: null, log: '', because: 'it has refused entries, in a later term',
  }, {
    told: [asks('S2', 1), leads('S3', 2)],
    currentTerm: 2, votedFor: null, log: '', because: 'its vote was of the term before',
  }, {
    told: [leads('S2', 1, {entries: '1 1 1'})],
    currentTerm: 1, votedFor: null, log: '1 1 1', because: 'it has stored three entries',
  }, {
    told: [asks('S2', 2), leads('S2', 2, {entries: '1 2'})],
    currentTerm: 2, votedFor: 'S2', log: '1 2', because: 'it has voted, then stored entries',
  }, {
    told: ONE_BY_ONE,
    currentTerm: 1, votedFor: null, log: '1 1 1 1 1 1 1 1 1 1 1 1',
    because: 'its entries came one by one',
  }, {
    told: [
      leads('S2', 1, {entries: '1 1 1 1'}), leads('S3', 2, {after: '1', entries: '2'}),
    ],
    currentTerm: 2, votedFor: null, log: '1 2', because: 'three entries were replaced by one',
  }, {
    told: [
      leads('S2', 1, {entries: '1 1'}), leads('S3', 2, {entries: '2 2 2'}),
      leads('S2', 3, {after: '2', entries: '3'}),
    ],
    currentTerm: 3, votedFor: null, log: '2 3', because: 'its log was replaced, and then its end',
  }, {
    told: [leads('S2', 1, {entries: '1 1 1'}), leads('S2', 1, {entries: '1'})],
    currentTerm: 1, votedFor: null, log: '1 1 1', because: 'an old request came once more',
  }, {
    told: [leadsWith('S2', COMMANDS)],
    currentTerm: 1, votedFor: null, log: '1 1 1 1 1 1 1 1 1 1 1 1 1',
    because: 'its commands look like anything',
  },
];

const NOTHING_YET: RestoreCase = {
  told: [], currentTerm: 0, votedFor: null, log: '', because: 'nothing has happened yet',
};

lab('7a', 'persistence', () => {
  section('Figure 2', 'starting again', () => {
    table('a server that starts again knows what it has told others', {
      points: 1, servers: 3, name: 'restored',
    }, [NOTHING_YET, ...LIVES], (scene, row) => restore(scene, row, 'later'));
  });

  section('§5.1', 'in the middle of it', () => {
    table('it knows as much if it crashes the moment its last answer has left', {
      points: 1, servers: 3, name: 'told',
    }, LIVES, (scene, row) => restore(scene, row, 'when its last answer leaves'));
  });
});
