/**
 * How long a leader lets each follower wait for the next AppendEntries.
 *
 * Paper: §5.2.
 * Promises: any AppendEntries counts, with entries or without. A leader may be late by half an
 * interval: one that looks at its clock every 10 ms is late by less.
 * Read next: 03-leaders.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';
import {SLACK_MS} from './candidacies';

const NEVER_SILENT: Because = {
  source: '§5.2',
  text: 'A follower that hears nothing stands for election and deposes the leader. Whether it ' +
    'answers, and whether it lacks entries, makes no difference to its timer.',
};

interface Told {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly atMs: number;
}

/** Sees every AppendEntries from now on. */
export class HeartbeatGaps {
  private readonly told: Told[] = [];
  private readonly fromMs: number;

  constructor(private readonly cluster: TimedCluster) {
    this.fromMs = cluster.nowMs;
    cluster.listen(({from, to, message, atMs}) => {
      if (message.type === 'AppendEntries') this.told.push({from, to, atMs});
    });
  }

  /** When a server told another one something, oldest first. */
  times(from: ServerId, to: ServerId): readonly number[] {
    return this.told.filter(told => told.from === from && told.to === to)
      .map(({atMs}) => atMs);
  }

  /** Since this began to look, the leader told each other server something in time. */
  expectNoneLong(leader: ServerId): void {
    const {heartbeatIntervalMs} = this.cluster.settings;
    for (const follower of this.cluster.others(leader)) {
      let lastMs = this.fromMs;
      for (const atMs of [...this.times(leader, follower), this.cluster.nowMs]) {
        if (2 * (atMs - lastMs) > 3 * heartbeatIntervalMs) {
          this.silent(leader, follower, {fromMs: lastMs, toMs: atMs});
        }
        lastMs = atMs;
      }
    }
  }

  private silent(
    leader: ServerId, follower: ServerId, {fromMs, toMs}: {fromMs: number; toMs: number},
  ): never {
    const {heartbeatIntervalMs} = this.cluster.settings;
    throw new LabFailure({
      kind: 'contract',
      claim: `${leader} sent ${follower} nothing for ${toMs - fromMs}ms — a leader sends each ` +
        `follower something at least every ${heartbeatIntervalMs}ms.`,
      facts: [
        {who: leader, what: `sent ${follower} its last AppendEntries`, atMs: fromMs},
        {who: leader, what: `sent ${follower} nothing until`, atMs: toMs},
      ],
      why: NEVER_SILENT, functions: ['timing.leadershipBegan'],
    });
  }
}

interface Elected {
  readonly leader: ServerId;
  readonly electedAtMs: number;
  readonly gaps: HeartbeatGaps;
  readonly why: Because;
}

/** The leader sent every other server something as soon as it was elected. */
export function expectToldAtOnce(
  cluster: TimedCluster, {leader, electedAtMs, gaps, why}: Elected,
): void {
  for (const follower of cluster.others(leader)) {
    const first = gaps.times(leader, follower)[0];
    if (first !== undefined && first <= electedAtMs + SLACK_MS) continue;
    const waited = first === undefined ? 'has not told' : `waited ${first - electedAtMs}ms to tell`;
    throw new LabFailure({
      kind: 'contract',
      claim: `${leader} won the election and ${waited} ${follower} — a new leader tells ` +
        'everybody at once.',
      facts: [
        {who: leader, what: 'became leader', atMs: electedAtMs},
        ...(first === undefined ? []
          : [{who: leader, what: `sent ${follower} its first AppendEntries`, atMs: first}]),
      ],
      why, functions: ['timing.leadershipBegan'],
    });
  }
}
