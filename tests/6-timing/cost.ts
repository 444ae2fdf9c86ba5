/**
 * What crosses the network, counted: requests, entries, bytes.
 *
 * Paper: §5.3; the Go labs' counts.
 * Promises: results are not counted as requests, so an answer more or less costs nothing; bytes are
 * those of all messages.
 * Read next: 05-cost.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';

interface Sent {
  requests: number;
  entries: number;
}

type Unit = 'requests' | 'entries' | 'bytes';

/** How much is allowed, and for what. */
export interface Allowance {
  readonly most: number;
  /** '10 commands of 5000 bytes to 2 followers' */
  readonly what: string;
  /** Count only what was sent to this server; bytes are counted for all of them together. */
  readonly to?: ServerId;
  readonly why?: Because;
  readonly hint?: string;
  /** Where to look: 'timing.entriesAppended'. */
  readonly functions?: readonly string[];
}

const ONCE: Because = {
  source: '§5.3',
  text: 'Only results move nextIndex. While a request is unanswered, each further one to the ' +
    'same follower carries the same entries again.',
};

const HINT = 'Before a follower is sent the next request: was the last one to it answered?';

const FUNCTIONS = ['timing.entriesAppended', 'timing.resultsReceived', 'timing.leadershipBegan'];

/** Counts from now on. */
export class Traffic {
  private readonly sent = new Map<ServerId, Sent>();
  private bytesBefore = 0;

  constructor(private readonly scene: Pick<Scene, 'cluster' | 'world'>) {
    this.restart();
    scene.cluster.listen(({to, message}) => {
      if (message.type.endsWith('Results')) return;
      const sent = this.to(to);
      sent.requests++;
      if (message.type === 'AppendEntries') sent.entries += message.entries.length;
    });
  }

  /** Forgets what was counted so far. */
  restart(): void {
    const {cluster, world} = this.scene;
    this.bytesBefore = world.counts.bytes;
    for (const server of cluster.servers) this.sent.set(server, {requests: 0, entries: 0});
  }

  count(unit: Unit, to?: ServerId): number {
    if (unit === 'bytes') return this.scene.world.counts.bytes - this.bytesBefore;
    if (to !== undefined) return this.to(to)[unit];
    return [...this.sent.values()].reduce((sum, sent) => sum + sent[unit], 0);
  }

  expectAtMost(unit: Unit, allowance: Allowance): void {
    const {most, what, to, why = ONCE, hint, functions = FUNCTIONS} = allowance;
    const asks = hint ?? (unit === 'entries' ? HINT : undefined);
    const total = this.count(unit, to);
    if (total <= most) return;
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many ${unit}: ${total}, at most ${Math.floor(most)} allowed for ${what}.`,
      facts: [...this.sent].filter(([, {requests}]) => requests > 0)
        .map(([who, {requests, entries}]) => ({
          who, what: `was sent ${requests} requests with ${entries} entries in all`,
        })),
      why, functions, ...asks === undefined ? {} : {hint: asks},
    });
  }

  private to(server: ServerId): Sent {
    const sent = this.sent.get(server);
    if (sent === undefined) throw new Error(`something was sent to ${server}`);
    return sent;
  }
}

interface Growth {
  readonly server: ServerId;
  /** The length of its log before. */
  readonly before: number;
  /** '20 reads' */
  readonly what: string;
  readonly why: Because;
  readonly functions: readonly string[];
}

/** The log of a server holds nothing that it did not hold before. */
export function expectNoGrowth(
  cluster: TimedCluster, {server, before, what, why, functions}: Growth,
): void {
  const {log} = cluster.view(server);
  if (log.length === before) return;
  throw new LabFailure({
    kind: 'cost',
    claim: `Too many entries: ${log.length - before}, at most 0 allowed for ${what}.`,
    facts: [
      {who: server, what: `had ${before} entries in its log, now has ${log.length}`},
      {who: server, what: `the last command is ${JSON.stringify(log.at(-1)?.command ?? null)}`},
    ],
    why, functions,
  });
}
