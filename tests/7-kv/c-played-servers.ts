/**
 * Servers that the test plays: they hear what a client asks, and answer what the test says.
 *
 * None is started (`serversPlayed`), and what is sent to them is held, so nobody else answers.
 * Paper: §8.
 * Read next: c-04-client.spec.ts.
 */
import type {KvAnswer, KvMessage, KvRequest} from '../../harness/raft/kv-messages';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';

/** A request of a client, as it left its box. */
export interface Heard {
  readonly client: string;
  readonly to: ServerId;
  readonly request: KvRequest;
  readonly atMs: number;
}

export class PlayedServers {
  /** Everything clients have asked so far, in order. */
  readonly heard: Heard[] = [];
  /** What a server says at once to whatever it is asked; silence if undefined. */
  always: ((heard: Heard) => KvAnswer | undefined) | undefined;

  constructor(private readonly scene: Scene) {
    const {world, cluster, clients} = scene;
    clients.history.isJudged = false;
    world.act(`answer in the place of ${cluster.servers.join(' ')}`);
    for (const server of cluster.servers) cluster.playedByTest.add(server);
    world.mail.hold(({to}) => cluster.servers.includes(to));
    world.observe({
      effect: (box, effect) => {
        if (effect.kind === 'send' && cluster.servers.includes(effect.to)) {
          this.hear(box, effect.to, effect.message);
        }
      },
    });
  }

  /** Waits for the next request, or for one to a certain server. @throws LabFailure 'progress' */
  async next(
    {to, withinMs, because}: {
      readonly to?: ServerId; readonly withinMs: number; readonly because: Because;
    },
  ): Promise<Heard> {
    const {world} = this.scene;
    const from = this.heard.length;
    const find = (): Heard | undefined =>
      this.heard.slice(from).find(heard => to === undefined || heard.to === to);
    await world.run(world.nowMs + withinMs, () => find() !== undefined);
    const found = find();
    if (found !== undefined) return found;
    const last = this.heard.slice(-5).map(({client, to: server, request, atMs}) =>
      ({who: client, what: `asked ${server}, #${request.serial}`, atMs}));
    throw new LabFailure({
      kind: 'progress',
      claim: `No request to ${to ?? 'any server'} within ${withinMs}ms of virtual time.`,
      facts: last, why: because,
    });
  }

  /** Answers a request, or an earlier one again; it arrives a millisecond later. */
  answer({client, to, request}: Heard, answer: KvAnswer): void {
    const {world} = this.scene;
    const {clientId, serial} = request;
    world.act(`${to} answers ${client}, #${serial}: ${JSON.stringify(answer)}`);
    this.send(to, client, {type: 'KvResults', clientId, serial, ...answer});
  }

  private hear(client: string, to: ServerId, text: string): void {
    const message = JSON.parse(text) as KvMessage;
    if (message.type !== 'KvRequest') return;
    const {type, ...request} = message;
    const heard = {client, to, request, atMs: this.scene.world.nowMs};
    this.heard.push(heard);
    const answer = this.always?.(heard);
    if (answer === undefined) return;
    const {clientId, serial} = request;
    this.send(to, client, {type: 'KvResults', clientId, serial, ...answer});
  }

  private send(from: ServerId, to: string, message: KvMessage): void {
    this.scene.world.mail.arrive({from, to, message: JSON.stringify(message)}, 1);
  }
}
