/**
 * Tables: how far a follower's commitIndex goes after one AppendEntries.
 *
 * S1 leads term 2 with the log 1 2 2 2, and has committed all of it with S2. S3 is the follower
 * that is looked at; what it is told was true when it was sent, and may arrive late.
 * Paper: §5.3; Figure 2, "AppendEntries RPC", receiver, step 5.
 */
import type {RaftMessage} from '../../harness/raft/messages';
import {entriesOf, lab, section, table} from '../../harness/scenario';
import {
  expectAppliedEntries, expectCommitted, expectLearned, whileLearning,
} from './expectations';

const LEADER = '1 2 2 2';

/** S2's results. */
const ALL_OF_IT: RaftMessage = {
  type: 'AppendEntriesResults', term: 2, success: true, matchIndex: 4,
};

interface Request {
  readonly prevLogIndex: number;
  /** How many entries follow the one at prevLogIndex; 0 for a heartbeat. */
  readonly carries: number;
  readonly leaderCommit: number;
}

interface LearnCase {
  readonly follower: string;
  readonly requests: readonly Request[];
  readonly commits: number;
  readonly because: string;
}

const heartbeat = (prevLogIndex: number, leaderCommit: number): Request =>
  ({prevLogIndex, carries: 0, leaderCommit});
const entries = (prevLogIndex: number, carries: number, leaderCommit: number): Request =>
  ({prevLogIndex, carries, leaderCommit});

const learning: LearnCase[] = [
  {follower: '1 2 2 2', requests: [heartbeat(4, 4)], commits: 4,
    because: 'a heartbeat says how far the leader is'},
  {follower: '', requests: [entries(0, 4, 2)], commits: 2,
    because: 'the leader sends more than it has committed'},
  {follower: '', requests: [entries(0, 4, 0)], commits: 0,
    because: 'an entry is there, but nobody says committed'},
  {follower: '1', requests: [heartbeat(1, 1)], commits: 1,
    because: 'for a follower, any term counts'},
  {follower: '', requests: [entries(0, 2, 4)], commits: 2,
    because: 'the leader has committed more than it sends'},
  {follower: '1', requests: [heartbeat(1, 4)], commits: 1,
    because: 'a heartbeat vouches up to prevLogIndex'},
  {follower: '1 1 1', requests: [heartbeat(1, 4)], commits: 1,
    because: 'the rest is left over from another leader'},
  {follower: '1 1 1 1', requests: [heartbeat(1, 3)], commits: 1,
    because: 'a long log of another leader is no proof'},
  {follower: '1', requests: [heartbeat(4, 4)], commits: 0,
    because: 'it lacks the entry a heartbeat names'},
  {follower: '1 1 1', requests: [heartbeat(3, 4)], commits: 0,
    because: 'it holds another entry than the one named'},
  {follower: '1', requests: [heartbeat(1, 1), entries(1, 3, 1), heartbeat(4, 4)], commits: 4,
    because: 'each request may bring news'},
  {follower: '', requests: [entries(0, 4, 4), entries(0, 1, 1)], commits: 4,
    because: 'an old request comes late'},
  {follower: '', requests: [entries(0, 3, 3), heartbeat(1, 4)], commits: 3,
    because: 'a later request vouches for less'},
];

lab(4, 'commit', () => {
  section('Figure 2', 'what a follower learns', () => {
    table<LearnCase>(
      'a follower learns',
      {name: 'learn', points: 1.3, servers: 3}, learning,
      async ({cluster}, row) => {
        const {requests, commits} = row;
        cluster.hold({});
        await cluster.appoint('S1', {term: 2});
        await cluster.receive('S1', 'S2', ALL_OF_IT);
        expectCommitted(cluster, {S1: 4}, {source: '§5.3', text: 'S2 holds all that S1 holds.'});

        await whileLearning(cluster, {id: 'S3', index: commits}, async () => {
          for (const request of requests) await cluster.receive('S3', 'S1', messageOf(request));
        });

        const why = {source: 'Figure 2, "AppendEntries RPC"', text: storyOf(row)};
        expectLearned(cluster, {S3: commits}, why);
        expectAppliedEntries(cluster, 'S3', entriesOf(LEADER).slice(0, commits));
      },
      ({follower}) => ({
        S1: {log: LEADER, currentTerm: 2}, S2: {log: LEADER, currentTerm: 2}, S3: {log: follower},
      }),
    );
  });
});

/** What S3 held, what it was sent, and what follows. */
function storyOf({follower, requests, commits, because}: LearnCase): string {
  const sent = requests.map(({prevLogIndex, carries, leaderCommit}) =>
    `prev=${prevLogIndex} with ${carries} entries and leaderCommit=${leaderCommit}`);
  return `S1's log is ${LEADER}, and S3's was ${follower === '' ? 'empty' : follower}. S1 sent ` +
    `${sent.join(', then ')}. That makes S3's commitIndex ${commits}: ${because}.`;
}

function messageOf({prevLogIndex, carries, leaderCommit}: Request): RaftMessage {
  const log = entriesOf(LEADER);
  return {
    type: 'AppendEntries', term: 2, leaderId: 'S1', prevLogIndex,
    prevLogTerm: log[prevLogIndex - 1]?.term ?? 0,
    entries: log.slice(prevLogIndex, prevLogIndex + carries), leaderCommit,
  };
}
