/**
 * A table of Figure 7: what the leader of term 8 makes of each of the six followers.
 *
 * Paper: §5.3, Figure 7.
 */
import {lab, section, table} from '../../harness/scenario';
import type {Because, Row} from '../../harness/scenario';

interface Follower extends Row {
  readonly log: string;
  /** Its log when the new leader has only sent heartbeats and what was missing. */
  readonly repaired: string;
}

const LEADER = '1 1 1 4 4 5 5 6 6 6';

const followers: Follower[] = [
  {log: '1 1 1 4 4 5 5 6 6', repaired: LEADER, because: 'it lacks one entry (a)'},
  {log: '1 1 1 4', repaired: LEADER, because: 'it lacks six entries (b)'},
  {log: '1 1 1 4 4 5 5 6 6 6 6', repaired: '1 1 1 4 4 5 5 6 6 6 6',
    because: 'one entry too many stays for now (c)'},
  {log: '1 1 1 4 4 5 5 6 6 6 7 7', repaired: '1 1 1 4 4 5 5 6 6 6 7 7',
    because: 'two entries of a later term stay for now (d)'},
  {log: '1 1 1 4 4 4 4', repaired: LEADER, because: 'two of its entries are wrong (e)'},
  {log: '1 1 1 2 2 2 3 3 3 3 3', repaired: LEADER, because: 'eight of its entries are wrong (f)'},
];

const REPAIRED: Because = {
  source: '§5.3, Figure 7',
  text: 'The leader sends what comes after the last entry both logs share. What conflicts with ' +
    'it goes; what goes beyond it stays, until an entry arrives that contradicts it.',
};
const EQUAL: Because = {
  source: '§5.3, Figure 7',
  text: 'An entry of the leader\'s own term is at index 11 of no other log. Once a follower ' +
    'holds it, its log is the leader\'s.',
};

lab(3, 'replication', () => {
  section('Figure 7', 'the six followers', () => {
    table('a follower of Figure 7 is repaired', {name: 'figure7', points: 1.2, servers: 3},
      followers, async ({cluster}, row) => {
        cluster.isolate('S3');
        await cluster.appoint('S1', {term: 8});
        await cluster.deliver();
        cluster.expectLog('S2', row.repaired, REPAIRED);

        await cluster.submit('S1', 'x = 8');
        await cluster.replicateAndDeliver('S1');
        cluster.expectLog('S2', `${LEADER} 8`, EQUAL);
      }, ({log}) => ({S1: {log: LEADER}, S2: {log}}));
  });
});
