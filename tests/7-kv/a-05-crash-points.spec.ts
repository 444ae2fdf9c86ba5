/**
 * A crash after every effect of every server, one for each seed: seed 17 crashes after the 17th.
 *
 * Paper: §5.1, §5.2, §5.3; Figure 2, "State".
 */
import {lab, scenario, section} from '../../harness/scenario';
import {
  at, BEYOND_THE_END, crashAtSeed, inTurn, replicates, stands, submits,
} from './a-crash-points';
import type {Story} from './a-crash-points';

/** Everybody has voted before. Now S2 stands, and then S3 asks the crashed one in the same term. */
const ELECTION: Story = {
  before: inTurn(stands('S1'), at(cluster => cluster.isolate('S3'))),
  crashIn: stands('S2'),
  then: async (cluster, crashed) => {
    cluster.partition(['S3', crashed]);
    await stands('S3')(cluster);
  },
  else: 'S1',
};

/** S1 comes back with two entries that nobody else has, and meets the leader of a later term. */
const CONFLICT: Story = {
  before: inTurn(
    stands('S1'), submits('S1', 'a'),
    at(cluster => cluster.isolate('S1')), submits('S1', 'b', 'c'),
    stands('S2'), submits('S2', 'd'),
  ),
  crashIn: inTurn(at(cluster => cluster.heal()), replicates('S2', 'S1')),
};

/** S1 and S2 are the majority that stores the entry; S2 is gone when the next leader is elected. */
const OWN_ENTRIES: Story = {
  before: inTurn(stands('S1'), at(cluster => cluster.isolate('S3'))),
  crashIn: submits('S1', 'a', 'b'),
  then: async cluster => {
    cluster.crash('S2');
    cluster.heal();
    await cluster.one('without S2', {servers: 2});
  },
};

/** S3 starts again, gets what it has missed, and it all happens once more. */
const RESTART: Story = {
  before: inTurn(stands('S1'), submits('S1', 'a'), at(cluster => cluster.crash('S3')),
    submits('S1', 'b', 'c')),
  crashIn: inTurn(cluster => cluster.restart('S3'), replicates('S1', 'S3')),
};

/** Nobody else knows what this server has promised its clients. */
const ALONE: Story = {
  crashIn: inTurn(stands('S1'), submits('S1', 'a', 'b')),
};

/** Short timeouts and few heartbeats: each story is played in many worlds. */
const SETTINGS = {electionTimeoutMs: 300, heartbeatIntervalMs: 100};

interface Run {
  readonly name: string;
  readonly title: string;
  readonly servers: number;
  readonly story: Story;
  /** More than there are points: the last seeds crash nobody. */
  readonly effects: number;
  readonly records: number;
}

/** In our solution there are 22, 18, 25, 27 and 16 points, and 4, 2, 4, 1 and 4 of records. */
const RUNS: readonly Run[] = [
  {
    name: 'vote', title: 'a vote that is given', servers: 3, story: ELECTION,
    effects: 32, records: 10,
  }, {
    name: 'conflict', title: 'entries that replace others', servers: 3, story: CONFLICT,
    effects: 30, records: 9,
  }, {
    name: 'own', title: 'entries of a leader', servers: 3, story: OWN_ENTRIES,
    effects: 34, records: 11,
  }, {
    name: 'again', title: 'entries for a server that starts again', servers: 3, story: RESTART,
    effects: 40, records: 8,
  }, {
    name: 'alone', title: 'entries of a server alone', servers: 1, story: ALONE,
    effects: 24, records: 11,
  },
];

lab('7a', 'persistence', () => {
  section('Figure 2', 'a crash after every effect', () => {
    for (const {name, title, servers, story, effects} of RUNS) {
      scenario(`wherever a server crashes, it keeps its word: ${title}`, {
        points: 0.2, servers, settings: SETTINGS, cases: effects,
        name: `crash-over-${name}`, mustReach: [BEYOND_THE_END],
      }, scene => crashAtSeed(scene, story, {after: 'effect', fewerThan: effects}));
    }
  });

  section('Figure 2', 'a crash after every record, which the disk has written early', () => {
    for (const {name, title, servers, story, records} of RUNS) {
      scenario(`so it does if every record survives without a sync: ${title}`, {
        points: 0.1, servers, settings: SETTINGS, unsynced: 'all survive',
        cases: records, name: `record-over-${name}`, mustReach: [BEYOND_THE_END],
      }, scene => crashAtSeed(
        scene, story, {after: 'unsynced record', fewerThan: records}));
    }
  });
});
