/**
 * A cluster whose messages travel through the student's own network of lab 2.
 *
 * The network lives in the scripted box beside the servers. Every message a server sends is held,
 * sent at its endpoint of that network, and given to its receiver when it comes out there. Both
 * keep the same time, millisecond by millisecond.
 * Promises: what comes out of the network must have been put into it, or that is the failure.
 * Read next: 08-your-own-network.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import type {Answer, Operation, ScriptValue} from '../../harness/host/script';
import type {Json, ServerId} from '../../harness/raft/messages';
import {raftNotation} from '../../harness/report/describe-raft';
import {fieldsOf} from '../../harness/report/notation';
import {LabFailure} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';

/** Nothing came out for so long: no delay in these scenarios is longer. */
const QUIET_MS = 50;
const LIMIT_MS = 5_000;

interface Received {
  readonly from: ServerId;
  readonly message: Json;
}

export class NetworkBridge {
  /** What was put in, by sender, receiver and text. */
  private readonly sent = new Set<string>();

  private constructor(private readonly scene: Scene, private readonly cluster: Cluster) {}

  /** Builds the network in its box, with an endpoint for every server, and takes over. */
  static async between(scene: Scene): Promise<NetworkBridge> {
    const {cluster} = scene;
    const bridge = new NetworkBridge(scene, cluster);
    await bridge.run([
      {seedRandom: scene.seed, as: 'random'},
      {makeSchedule: true, as: 'schedule'},
      {construct: 'RaftNetwork', as: 'network', arguments: [{
        servers: cluster.servers, random: {$ref: 'random'}, schedule: {$ref: 'schedule'},
      }]},
      ...cluster.servers.map((server): Operation => (
        {call: 'createEndpoint', on: 'network', arguments: [server], as: endpointOf(server)}
      )),
    ]);
    cluster.hold({});
    return bridge;
  }

  /** One of the network's controls: `cutOff`, `heal`, `setDelay`, … */
  async control(name: string, ...values: readonly ScriptValue[]): Promise<void> {
    const written = values.map(value => JSON.stringify(value)).join(', ');
    this.scene.world.act(`RaftNetwork.${name}(${written})`);
    await this.run([{call: name, on: 'network', arguments: values}]);
  }

  /** Carries messages until nothing more is sent and nothing more comes out. */
  async carry(): Promise<void> {
    for (let quietMs = 0, passedMs = 0; quietMs < QUIET_MS; passedMs++) {
      if (passedMs > LIMIT_MS) this.fail(`still carries messages after ${LIMIT_MS}ms`);
      const taken = await this.step();
      quietMs = taken ? 0 : quietMs + 1;
    }
  }

  /** One millisecond: what was sent goes in, what is due comes out. Says whether anything did. */
  private async step(): Promise<boolean> {
    const held = this.scene.world.mail.takeHeld(() => true)
      .map(({from, to, message}) => ({from, to, message: JSON.parse(message) as Json}));
    for (const {from, to, message} of held) this.sent.add(keyOf(from, to, message));
    const {servers} = this.cluster;
    const answers = await this.run([
      ...held.map(({from, to, message}): Operation => ({
        call: 'send', on: endpointOf(from), arguments: [to, {$json: message}],
      })),
      {advanceMs: 1},
      ...servers.map((server): Operation => ({drain: endpointOf(server)})),
    ]);
    await this.cluster.runFor(1);
    const drained = answers.slice(held.length + 1);
    const arrived = servers.map((server, n) => this.deliver(server, drained[n]));
    await this.cluster.now();
    return held.length > 0 || arrived.some(count => count > 0);
  }

  private deliver(to: ServerId, answer: Answer | undefined): number {
    const received = answer !== undefined && 'value' in answer ? answer.value : null;
    if (!Array.isArray(received)) return this.fail(`gave ${JSON.stringify(answer)} for receive()`);
    for (const one of received) {
      const {from, message} = Object(one) as Received;
      if (!this.sent.has(keyOf(from, to, message))) {
        this.fail(`gave ${to} what was never sent: ${describe(message, from)} from ${from}`);
      }
      this.scene.world.deliver(from, to, JSON.stringify(message));
    }
    return received.length;
  }

  private async run(script: readonly Operation[]): Promise<readonly Answer[]> {
    const answers = await this.scene.object.run(script);
    for (const answer of answers) {
      if ('threw' in answer) this.fail(`threw ${answer.threw.name}: ${answer.threw.message}`);
      if ('refused' in answer) this.fail(`gave what is no JSON: ${answer.refused}`);
    }
    return answers;
  }

  private fail(what: string): never {
    throw new LabFailure({
      kind: 'contract',
      claim: `RaftNetwork ${what} — here it carries the messages of your own Raft.`,
      why: {
        source: '§2',
        text: 'Raft survives a network that loses, delays and repeats messages. One that bends ' +
          'them, or makes up its own, is beyond it. Lab 2 has the tests of this file.',
      },
    });
  }
}

function endpointOf(server: ServerId): string {
  return `end ${server}`;
}

function keyOf(from: ServerId, to: ServerId, message: Json): string {
  return `${from} ${to} ${canonical(message)}`;
}

/** As traces show it, if it is a message of Raft. */
function describe(message: Json, from: ServerId): string {
  const text = JSON.stringify(message);
  const fields = fieldsOf(text);
  return (fields === null ? null : raftNotation.message(fields, from)) ?? text;
}

/** JSON text with the keys of every object in order. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_key, part: unknown) => (
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  ));
}
