/**
 * Why the expectations of this lab's stories must hold.
 *
 * Paper: §5.2, §5.3, §5.6, §8.
 * Read next: 03-leaders.spec.ts.
 */
import type {Because} from '../../harness/scenario';

export const STAYS: Because = {
  source: '§5.2, §5.6',
  text: 'A leader that everybody can hear stays the leader. Each election without need costs ' +
    'the cluster a moment in which it does nothing.',
};

export const TOLD: Because = {
  source: '§5.2',
  text: 'A new leader sends AppendEntries to everybody at once, so that nobody else stands: the ' +
    'election timers of the others have been running for long.',
};

export const RETURNS: Because = {
  source: '§5.1, §5.2',
  text: 'A server that was away may be terms ahead, and may depose the leader or not. But then ' +
    'the servers agree on one term and one leader again.',
};

export const SPARE: Because = {
  source: '§5.2, §5.6',
  text: 'Heartbeats are for the election timers of the others, which are many intervals long. ' +
    'More of them make nothing safer, and a server is busy with each.',
};

export const QUICK: Because = {
  source: '§5.3',
  text: 'A client waits for each command. A leader that has an entry for a follower which is not ' +
    'busy with another one has no reason to let it lie.',
};

export const GATHER: Because = {
  source: '§5.3',
  text: 'Only results move nextIndex: each request to a follower that has not answered carries ' +
    'the same entries again. While one is under way let them gather; then send all in one.',
};

export const REPEAT: Because = {
  source: '§5.3, §5.5',
  text: 'Messages get lost. The leader sends AppendEntries again, without end, until all ' +
    'followers store all entries; rpcTimeoutMs is how long it waits for results.',
};

export const SLOW_ONE: Because = {
  source: '§5.3',
  text: 'A command is complete as soon as a majority has answered. One slow server need not hold ' +
    'up the others: each follower is talked to by itself.',
};

export const NO_ENTRY: Because = {
  source: '§8',
  text: 'A read changes nothing, so it need not be in the log of every server for ever. It is ' +
    'enough to know that this server still leads.',
};

export const SHARED: Because = {
  source: '§8',
  text: 'That a majority follows this leader is proved for all reads that were waiting when the ' +
    'question was sent. One round is enough for them, as one AppendEntries is for many entries.',
};

export const ALONE: Because = {
  source: '§5.2, §5.3',
  text: 'One server is a majority of one: its own vote elects it, what it stores is committed, ' +
    'and there is nobody to ask.',
};

export const DRIFT: Because = {
  source: '§5.6',
  text: 'Safety does not depend on timing, and the rest only on its order: heartbeats are ten ' +
    'times as frequent as elections. A clock that is a tenth wrong makes no difference to that.',
};
