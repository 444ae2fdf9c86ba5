/**
 * A table of the two universal rules: what a server becomes when it hears of a term.
 *
 * Paper: §5.1, §5.2; Figure 2, "Rules for Servers", the part for all servers.
 * Read next: terms.ts, how a row is judged.
 */
import {lab, section, table} from '../../harness/scenario';
import {ofTerm, refusal, success} from './notation';
import {disksBefore, expectStanding, hear, stand} from './terms';
import type {TermCase} from './terms';

/** In every row S1 is in term 2. A follower of term 2 has voted for S3, which leads it. */
const terms: TermCase[] = [
  {role: 'follower', hears: {term: 3, prev: '0/0'},
    then: {role: 'follower', currentTerm: 3, votedFor: null, leaderId: 'S2'},
    because: 'in a later term it has voted for nobody yet'},
  {role: 'follower', hears: {term: 7, prev: '0/0'},
    then: {role: 'follower', currentTerm: 7, votedFor: null, leaderId: 'S2'},
    because: 'it enters the term it hears of, not the next one'},
  {role: 'follower', hears: {term: 3, prev: '9/1'},
    then: {role: 'follower', currentTerm: 3, votedFor: null, leaderId: 'S2'},
    because: 'the term counts even if the consistency check fails'},
  {role: 'follower', from: 'S3', hears: {term: 2, prev: '0/0'},
    then: {role: 'follower', currentTerm: 2, votedFor: 'S3', leaderId: 'S3'},
    because: 'in the same term it keeps its vote'},
  {role: 'follower', hears: {term: 1, prev: '0/0'},
    then: {role: 'follower', currentTerm: 2, votedFor: 'S3', leaderId: null},
    because: 'a leader of an earlier term is nobody\'s leader'},
  {role: 'follower', hears: ofTerm(3, refusal(1)),
    then: {role: 'follower', currentTerm: 3, votedFor: null, leaderId: null},
    because: 'results tell of a later term, too, but not who leads it'},
  {role: 'follower', hears: success(1),
    then: {role: 'follower', currentTerm: 2, votedFor: 'S3', leaderId: null},
    because: 'results mean nothing to a server that does not lead'},
  {role: 'candidate', hears: {term: 2, prev: '0/0'},
    then: {role: 'follower', currentTerm: 2, votedFor: 'S1', leaderId: 'S2'},
    because: 'a candidate that hears its term\'s leader follows, and keeps its vote'},
  {role: 'candidate', hears: {term: 2, prev: '9/1'},
    then: {role: 'follower', currentTerm: 2, votedFor: 'S1', leaderId: 'S2'},
    because: 'a candidate follows even a leader whose entries do not fit'},
  {role: 'candidate', hears: {term: 3, prev: '0/0'},
    then: {role: 'follower', currentTerm: 3, votedFor: null, leaderId: 'S2'},
    because: 'a later term ends a candidacy'},
  {role: 'candidate', hears: {term: 1, prev: '0/0'},
    then: {role: 'candidate', currentTerm: 2, votedFor: 'S1', leaderId: null},
    because: 'a leader of an earlier term does not end a candidacy'},
  {role: 'leader', hears: {term: 3, prev: '0/0'},
    then: {role: 'follower', currentTerm: 3, votedFor: null, leaderId: 'S2'},
    because: 'a leader steps down for a leader of a later term'},
  {role: 'leader', hears: ofTerm(3, refusal(1)),
    then: {role: 'follower', currentTerm: 3, votedFor: null, leaderId: null},
    because: 'a leader steps down when a refusal tells of a later term'},
  {role: 'leader', hears: {term: 1, prev: '0/0'},
    then: {role: 'leader', currentTerm: 2, votedFor: 'S1', leaderId: 'S1'},
    because: 'a leader stays when a leader of an earlier term speaks up'},
  {role: 'leader', hears: ofTerm(1, refusal(0)),
    then: {role: 'leader', currentTerm: 2, votedFor: 'S1', leaderId: 'S1'},
    because: 'a leader stays when a refusal of an earlier term arrives'},
  {role: 'leader', hears: success(1),
    then: {role: 'leader', currentTerm: 2, votedFor: 'S1', leaderId: 'S1'},
    because: 'results of the same term change no term and no role'},
];

lab(3, 'replication', () => {
  section('§5.1', 'terms', () => {
    table('a term is obeyed', {name: 'terms', points: 1.6, servers: 3}, terms,
      async ({cluster}, row) => {
        await stand(cluster, row);
        await hear(cluster, row);
        expectStanding(cluster, row);
      }, disksBefore);
  });
});
