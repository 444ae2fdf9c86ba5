/**
 * Churn: servers come and go, and clients note which of their commands they saw committed.
 *
 * Source: Go labs, ReliableChurn and UnreliableChurn: three clients, twenty rounds of 0.7 s.
 * Promises: whatever a client has seen applied at an index is there in the end, on every server.
 * Read next: a-04-go-labs.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {Command} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';
import {
  bringBack, cutOff, ELECTION_MS, offerToAll, restartAll, rounds,
} from './a-go-labs';

const CLIENTS = 3;
/** Between a command that is known to be committed and the next; Go's clients do not pause. */
const REST_MS = {go: 0, here: 100} as const;
/** How long a client waits between two looks at what became of its command. */
const LOOKS_MS = [10, 20, 50, 100, 200] as const;

interface Seen {
  readonly index: number;
  readonly command: Command;
}

/** One client. It has one command under way at most, and gives it up after the fifth look. */
class ChurnClient {
  readonly seen: Seen[] = [];
  nextAtMs = 0;
  private waiting: Seen | undefined;
  private looks = 0;
  private submitted = 0;

  constructor(
    private readonly number: number, private readonly cluster: TimedCluster,
    private readonly restMs: number,
  ) {}

  async act(): Promise<void> {
    if (this.waiting === undefined) await this.submit();
    else this.look(this.waiting);
  }

  private async submit(): Promise<void> {
    const {cluster} = this;
    const command = `client ${this.number}, ${++this.submitted}`;
    const taker = await offerToAll(cluster, cluster.servers, command);
    if (taker === null) {
      this.nextAtMs = cluster.nowMs + 79 + this.number * 17;
      return;
    }
    this.waiting = {index: cluster.view(taker).log.length, command};
    this.looks = 0;
    this.look(this.waiting);
  }

  private look(waiting: Seen): void {
    const {command} = this.cluster.nCommitted(waiting.index);
    if (command === waiting.command) this.seen.push(waiting);
    const pauseMs = LOOKS_MS[this.looks++];
    if (command !== undefined || pauseMs === undefined) {
      this.waiting = undefined;
      this.nextAtMs = this.cluster.nowMs + this.restMs;
    } else {
      this.nextAtMs = this.cluster.nowMs + pauseMs;
    }
  }
}

/** Time passes, and clients act when it is their time. */
async function runWith(
  clients: readonly ChurnClient[], cluster: TimedCluster, durationMs: number,
): Promise<void> {
  const untilMs = cluster.nowMs + durationMs;
  for (;;) {
    const next = clients.reduce((a, b) => (b.nextAtMs < a.nextAtMs ? b : a));
    if (next.nextAtMs >= untilMs) break;
    if (next.nextAtMs > cluster.nowMs) await cluster.runFor(next.nextAtMs - cluster.nowMs);
    await next.act();
  }
  await cluster.runFor(untilMs - cluster.nowMs);
}

/** The whole scenario. In the end the network is calm, everybody is up, and agrees. */
export async function churn(scene: Scene): Promise<void> {
  const {cluster, chance} = scene;
  const restMs = rounds(scene, REST_MS);
  const clients = Array.from({length: CLIENTS}, (_, n) => new ChurnClient(n, cluster, restMs));

  for (let round = 0; round < rounds(scene, {go: 20, here: 4}); round++) {
    const [one, other, third] = [1, 2, 3].map(() => chance.pick(cluster.servers));
    if (chance.happens(0.2) && one !== undefined) cutOff(cluster, one);
    if (chance.happens(0.5) && other !== undefined) {
      if (!cluster.view(other).isUp) await cluster.restart(other);
      bringBack(cluster, other);
    }
    if (chance.happens(0.2) && third !== undefined && cluster.view(third).isUp) {
      cluster.crash(third);
    }
    await runWith(clients, cluster, 0.7 * ELECTION_MS);
  }

  await runWith(clients, cluster, ELECTION_MS);
  cluster.calm();
  await restartAll(cluster);
  cluster.heal();
  await cluster.runFor(ELECTION_MS);
  const lastIndex = await cluster.one('the last', {servers: cluster.servers.length});
  const seen = clients.flatMap(client => client.seen);
  for (const one of seen) expectThere(cluster, one, lastIndex);
  if (seen.length > 0) scene.reached('command seen committed');
}

function expectThere(cluster: TimedCluster, {index, command}: Seen, lastIndex: number): void {
  const there = cluster.nCommitted(index);
  if (there.command === command && index < lastIndex) return;
  throw new LabFailure({
    kind: 'safety',
    claim: `State Machine Safety is broken: a client saw ${JSON.stringify(command)} committed at ` +
      `index ${index}, and now ${JSON.stringify(there.command ?? 'nothing')} is there.`,
    facts: cluster.whatAllDid(),
    why: {
      source: '§5.4.3, Figure 3',
      text: 'What one server has given to its state machine is there for ever, whoever crashes ' +
        'and comes back.',
    },
  });
}
