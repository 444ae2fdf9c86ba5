/**
 * A network under random acts, and beside it a model that knows which messages may arrive.
 *
 * Promises: the model knows links, and what was sent when; not what chance decided. All acts are
 * drawn whether or not they are allowed, so that switching a fault off shifts no other.
 * Read next: 10-random-worlds.spec.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import type {Json} from '../../harness/raft';
import type {Scene} from '../../harness/scenario/definition';
import type {Received} from './network-words';
import {receivedWords} from './network-words';
import {NetworkScript} from './network-script';
import {ADDS_UP, CALM_AGAIN, CUT_AT_SENDING, NOTHING_FROM_NOWHERE} from './control-rules';

const ALL = 'S1 S2 S3 S4';
const SERVERS = ALL.split(' ');
const LONGEST_MS = 40;

interface Sent {
  readonly from: string;
  readonly to: string;
  readonly message: Json;
  readonly intoCut: boolean;
  times: number;
}

export class RandomNetwork {
  private readonly network: NetworkScript;
  private readonly sent: Sent[] = [];
  private readonly cut = new Set<string>();
  private readonly received = new Map(SERVERS.map(server => [server, [] as Received[]]));

  constructor(private readonly scene: Scene) {
    this.network = new NetworkScript(scene, {servers: SERVERS.length});
    this.network.watchEvents();
    this.setFaults();
  }

  async act(): Promise<void> {
    const {chance} = this.scene;
    const [first, second] = [chance.pick(SERVERS), chance.pick(SERVERS)];
    const ms = chance.between(1, 10);
    switch (chance.between(1, 12)) {
      case 1: return this.allowed('cut', () => this.cutOneWay(first, second));
      case 2: return this.allowed('cut', () => this.cutOff(first));
      case 3: return this.allowed('cut', () => this.heal());
      case 4: return this.allowed('restart', () => this.network.comeUp(first));
      case 5: await this.drain(first); return;
      case 6: case 7: this.network.advance(ms); return;
      default: this.send(first, second);
    }
  }

  /** Lets everything arrive that will, and judges what became of it. */
  async settle(): Promise<void> {
    this.network.advance(LONGEST_MS);
    for (const server of SERVERS) await this.drain(server);
    await this.judgeEvents();
    for (const server of SERVERS) this.judgeReceived(server);
    await this.judgeCalm();
  }

  private setFaults(): void {
    this.allowed('loss', () => this.network.setLoss(0.2));
    this.allowed('duplication', () => this.network.setDuplication(0.2));
    this.allowed('delay', () => this.network.setDelay(0, 15));
    this.allowed('reordering', () => {
      this.network.setReordering({reorderProbability: 0.2, delayMsMin: 5, delayMsMax: 20});
    });
  }

  private allowed(fault: string, act: () => void): void {
    if (this.scene.allows(fault)) act();
  }

  private send(from: string, to: string): void {
    const message = {number: this.sent.length + 1, to};
    this.sent.push({from, to, message, intoCut: this.cut.has(`${from} ${to}`), times: 0});
    this.network.send(from, to, message);
  }

  private cutOneWay(from: string, to: string): void {
    this.cut.add(`${from} ${to}`);
    this.network.cutOneWay(from, to);
  }

  private cutOff(server: string): void {
    for (const other of SERVERS.filter(each => each !== server)) {
      this.cut.add(`${server} ${other}`);
      this.cut.add(`${other} ${server}`);
    }
    this.network.cutOff(server);
  }

  private heal(): void {
    this.cut.clear();
    this.network.heal();
  }

  private async drain(server: string): Promise<void> {
    this.received.get(server)?.push(...await this.network.drain(server));
  }

  private async judgeEvents(): Promise<void> {
    const events = await this.network.events();
    const count = (...kinds: readonly string[]): number =>
      events.filter(({what}) => kinds.includes(what)).length;
    for (const {what} of events) this.scene.reached(what);
    const begun = count('sent', 'duplicated');
    this.network.expectWithin(count('sent'), {
      words: told => `told its log of ${told} messages sent`,
      least: this.sent.length, most: this.sent.length,
    }, ADDS_UP);
    this.network.expectWithin(count('delivered', 'lost', 'cut', 'away'), {
      words: told => `told its log of ${told} ends of copies`, least: begun, most: begun,
    }, ADDS_UP);
  }

  private judgeReceived(server: string): void {
    for (const one of this.received.get(server) ?? []) {
      const sent = this.sent.find(({from, to, message}) =>
        to === server && from === one.from && isDeepStrictEqual(message, one.message));
      if (sent !== undefined) sent.times++;
      const words = `${server} received ${receivedWords(one)}`;
      if (sent === undefined) {
        this.network.refuse(`${words}, which was never sent to it`, NOTHING_FROM_NOWHERE);
      } else if (sent.times > 2) {
        this.network.refuse(`${words} three times`, NOTHING_FROM_NOWHERE);
      } else if (sent.intoCut) {
        this.network.refuse(`${words}, sent when the link was cut`, CUT_AT_SENDING);
      }
    }
  }

  private async judgeCalm(): Promise<void> {
    this.heal();
    this.network.setLoss(0);
    this.network.setDuplication(0);
    this.network.setDelay(0);
    this.network.setReordering({reorderProbability: 0, delayMsMin: 0, delayMsMax: 0});
    await this.network.expectReach({S1: ALL, S2: ALL, S3: ALL, S4: ALL}, CALM_AGAIN);
  }
}
