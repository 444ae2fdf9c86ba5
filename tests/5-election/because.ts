/**
 * Why the expectations of this lab's stories must hold.
 *
 * Paper: §5.1, §5.2, §5.3.
 * Read next: 04-elections.spec.ts.
 */
import type {Because} from '../../harness/scenario';

export const FOLLOWS: Because = {
  source: '§5.2',
  text: 'A new leader sends AppendEntries to everybody at once, so that nobody else stands. Who ' +
    'hears it follows it, and knows whom to name to a client.',
};

export const ONE_VOTE: Because = {
  source: '§5.2',
  text: 'A vote is for the whole term. If votedFor changes or is emptied within a term, a second ' +
    'candidate may get the same vote, and two may lead.',
};

export const FRESH: Because = {
  source: '§5.3, Figure 2 "State", leaders',
  text: 'nextIndex and matchIndex are made afresh after each election, and votes are over with ' +
    'it. What a server knew from an earlier leadership may be false: followers may have cut ' +
    'entries since.',
};

export const WON_ALREADY: Because = {
  source: '§5.2',
  text: 'Only a candidate counts votes. A leader has won already: one vote more is not another ' +
    'victory, and what it has learned of its followers since still holds.',
};

export const TWO_OF_FIVE: Because = {
  source: '§5.2',
  text: 'In its second election S1 has two votes of five, its own and that of S3. What S2 gave ' +
    'it was a vote in the term before, and S2 is free to vote for S4 in this one.',
};

export const NO_LEADER_YET: Because = {
  source: '§5.1',
  text: 'A later term begins without a leader. To name the leader of the term before would send ' +
    'clients to a server that no longer leads.',
};

export const SAME_TERM_LEADER: Because = {
  source: '§5.2, Figure 4',
  text: 'There is one leader in a term. A candidate that hears from it has lost, and follows.',
};

export const STALE: Because = {
  source: '§5.1',
  text: 'What comes from an earlier term is stale and changes nothing. What comes from a later ' +
    'term makes a server, also a leader, a follower.',
};

export const ACROSS_CRASHES: Because = {
  source: '§5.2, Figure 2 "State"',
  text: 'currentTerm and votedFor are persistent: a server that forgot its vote in a crash would ' +
    'vote again in the same term, and two candidates could each have a majority.',
};

export const COMPLETE: Because = {
  source: '§5.4, Figure 3 "Leader Completeness"',
  text: 'A committed entry is in the log of every later leader. A majority holds it, a majority ' +
    'votes, so one of the voters holds it, and that one votes only for a log that has it.',
};

export const OWN_TERM_ONLY: Because = {
  source: '§5.4.2, Figure 8',
  text: 'An entry of an earlier term may be on a majority and still be overwritten, by a leader ' +
    'whose last entry is of a later term. Only an entry of its own term tells a leader that ' +
    'it is safe.',
};
