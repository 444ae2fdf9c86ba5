/**
 * What replication may cost, in messages, entries and bytes.
 *
 * Paper: §5.3, and its end for the fast way back.
 */
import {lab, scenario, section, table} from '../../harness/scenario';
import type {Because, Row} from '../../harness/scenario';
import {Traffic} from './cost';
import {drawn, termsOf} from './notation';

const BIG = 'x'.repeat(5_000);

interface BackupCase extends Row {
  readonly leader: string;
  readonly follower: string;
  /** AppendEntries on the way back and up, the first heartbeat included. */
  readonly rounds: number;
}

/** One round for each of the follower's terms in question, one for the entries, one to spare. */
const backups: BackupCase[] = [
  {leader: drawn('1 5*60'), follower: '1', rounds: 3, because: 'sixty entries are missing'},
  {leader: drawn('1 5*60'), follower: drawn('1 2*60'), rounds: 3,
    because: 'sixty entries of one term are wrong'},
  {leader: drawn('1 5*60'), follower: drawn('1 2*20 3*20 4*20'), rounds: 5,
    because: 'sixty entries of three terms are wrong'},
  {leader: drawn('1 2*30 5*30'), follower: drawn('1 2*60'), rounds: 3,
    because: 'thirty entries are wrong, in a term both have'},
];

const FAST: Because = {
  source: 'end of §5.3',
  text: 'A refusal can name the term of the conflicting entry and the first index the follower ' +
    'stores for it. So the leader passes all entries of that term in one round, not one by one.',
};

lab(3, 'replication', () => {
  section('§5.3', 'what it costs', () => {
    scenario('a command crosses to each follower about once', {
      points: 0.4, servers: 3, name: 'bytes',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      const traffic = new Traffic(cluster);

      for (let n = 0; n < 10; n++) {
        await cluster.submit('S1', BIG);
        await cluster.replicateAndDeliver('S1');
      }

      cluster.expectSameLogs('S1', cluster.others('S1'));
      traffic.expectAtMost('bytes', {
        most: 115_000, what: '10 commands of 5000 bytes to 2 followers',
        hint: 'Where does each AppendEntries begin: at nextIndex, or earlier?',
      });
    });

    scenario('commands submitted together travel together', {
      points: 0.25, servers: 3, name: 'batch',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      const traffic = new Traffic(cluster);

      for (let n = 0; n < 20; n++) await cluster.submit('S1', `x = ${n}`);
      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
      traffic.expectAtMost('requests', {
        most: 4, what: '20 commands at once to 2 followers',
        hint: 'How many entries does one AppendEntries carry?',
      });
    });

    scenario('a follower that is away costs the others nothing', {
      points: 0.2, servers: 5, name: 'away',
    }, async ({cluster}) => {
      await cluster.appoint('S1', {term: 1});
      await cluster.deliver();
      cluster.crash('S3');
      for (let n = 0; n < 10; n++) await cluster.submit('S1', BIG);
      await cluster.replicateAndDeliver('S1');
      const traffic = new Traffic(cluster);

      for (const follower of cluster.others('S1', 'S3')) await cluster.replicate('S1', follower);
      await cluster.deliver();
      await cluster.restart('S3');
      await cluster.replicateAndDeliver('S1');

      cluster.expectSameLogs('S1', cluster.others('S1'));
      traffic.expectAtMost('entries', {
        most: 10, what: 'the one follower that lacked 10 entries',
        hint: 'Is nextIndex kept for each follower, or is one follower\'s used for another?',
      });
    });
  });

  section('end of §5.3', 'the fast way back', () => {
    table('with hints, few rounds repair a log', {
      name: 'backup', points: 0.6, servers: 2,
    }, backups, async ({cluster}, row) => {
      const traffic = new Traffic(cluster);
      await cluster.appoint('S1', {term: 6});
      await cluster.deliver();

      cluster.expectSameLogs('S1', ['S2']);
      // Without hints a leader can only back up entry by entry, which is slow but not wrong.
      const {hinted, plain} = traffic.refusals;
      const most = hinted === 0 && plain > 0 ? termsOf(row.leader).length + 2 : row.rounds;
      traffic.expectAtMost('requests', {
        most, what: `a log in which ${row.because}`, why: FAST,
        hint: 'Where does nextIndex go when a refusal names conflictTerm and conflictIndex?',
      });
    }, ({leader, follower}) => ({S1: {log: leader}, S2: {log: follower}}));
  });
});
