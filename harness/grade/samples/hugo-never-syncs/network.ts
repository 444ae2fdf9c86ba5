/**
 * A network inside one process, for testing servers before they meet a real one.
 *
 * Paper: §2, the faults a Raft cluster must live with.
 * Promises: time and chance come only from `schedule` and `random`, so the same ones give the same
 * run. Sender, network and receivers share no object.
 * Hides: what is on its way, which links are cut.
 * Read next: harness/raft/network-interface.ts, the contract; then framing.ts.
 */
import type {
  DelayRange, Endpoint, Json, Network, NetworkEvent, NetworkOptions, ReceivedMessage, Reordering,
  ServerId,
} from '#raft';

// What else these classes keep is yours to choose.

/** One copy of a message on its way. As text it is nobody's to change. */
interface Packet {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly text: string;
}

/** A server's end of the network; after a restart of the server, another one takes its place. */
export class RaftEndpoint implements Endpoint {
  /** Arrived and not yet received, oldest first. Only the network adds to it. */
  readonly arrived: Packet[] = [];

  constructor(readonly server: ServerId, protected readonly network: RaftNetwork) {}

  /**
   * Sends a copy of `message` as it is now (§2).
   *
   * It never arrives while it is being sent, not even with a delay of 0 ms. An endpoint that was
   * replaced sends nothing, without an error: the server that held it has crashed.
   */
  send(to: ServerId, message: Json): void {
    this.network.accept(this, to, message);
  }

  /**
   * The message that has waited longest, as a copy of its own, or undefined if none waits.
   *
   * Each copy is received once. An endpoint that was replaced receives nothing.
   */
  receive(): ReceivedMessage | undefined {
    if (!this.network.isCurrent(this)) return undefined;
    const packet = this.arrived.shift();
    return packet && {from: packet.from, message: JSON.parse(packet.text) as Json};
  }
}

/** The links between all servers, and what goes wrong on them. */
export class RaftNetwork implements Network {
  private readonly endpoints = new Map<ServerId, RaftEndpoint>();
  /** For each server, those that its messages do not reach. */
  private readonly cutFrom = new Map<ServerId, Set<ServerId>>();
  private lossProbability = 0;
  private duplicationProbability = 0;
  private delay: DelayRange = {delayMsMin: 0, delayMsMax: 0};
  private reordering: Reordering = {reorderProbability: 0, delayMsMin: 0, delayMsMax: 0};
  private write: ((event: NetworkEvent) => void) | undefined;

  constructor(protected readonly options: NetworkOptions) {}

  /** Puts a server on the network, or puts it there anew after a restart. */
  createEndpoint(server: ServerId): RaftEndpoint {
    this.requireServer(server);
    const endpoint = new RaftEndpoint(server, this);
    this.endpoints.set(server, endpoint);
    return endpoint;
  }

  /** Cuts all links of a server, in both directions. It can still send to itself. */
  cutOff(server: ServerId): void {
    this.requireServer(server);
    for (const other of this.options.servers) {
      if (other === server) continue;
      this.cut(server, other);
      this.cut(other, server);
    }
  }

  /** Cuts all links between different groups. A server in no group is alone. */
  partition(groups: readonly (readonly ServerId[])[]): void {
    for (const server of groups.flat()) this.requireServer(server);
    const groupOf = (server: ServerId): unknown =>
      groups.find(group => group.includes(server)) ?? server;
    for (const from of this.options.servers) {
      for (const to of this.options.servers) {
        if (groupOf(from) !== groupOf(to)) this.cut(from, to);
      }
    }
  }

  /** Cuts the link from one server to another; the way back stays. */
  cutOneWay(from: ServerId, to: ServerId): void {
    this.requireServer(from);
    this.requireServer(to);
    this.cut(from, to);
  }

  /** Makes all links whole again. What was thrown away stays so: a retry is the sender's affair. */
  heal(): void {
    this.cutFrom.clear();
  }

  /** From 0 to 1, per message. At 0 every message passes; at 1 none does. */
  setLoss(lossProbability: number): void {
    requireProbability(lossProbability, 'lossProbability');
    this.lossProbability = lossProbability;
  }

  /** The range each message's delay is drawn from, in whole milliseconds. */
  setDelay(delay: DelayRange): void {
    requireDelays(delay);
    this.delay = {...delay};
  }

  /** From 0 to 1, per message: that a second copy of it is sent, with a delay of its own. */
  setDuplication(duplicationProbability: number): void {
    requireProbability(duplicationProbability, 'duplicationProbability');
    this.duplicationProbability = duplicationProbability;
  }

  /**
   * With reorderProbability a message is held back for a delay from this range, which comes on top
   * of its own, so that those sent after it arrive before it.
   */
  setReordering(reordering: Reordering): void {
    requireProbability(reordering.reorderProbability, 'reorderProbability');
    requireDelays(reordering);
    this.reordering = {...reordering};
  }

  /**
   * Tells `write` what happens to each message, or nobody any more if it is undefined. To follow
   * every message by eye: `network.setDebugLog(event => console.log(event))`.
   */
  setDebugLog(write: ((event: NetworkEvent) => void) | undefined): void {
    this.write = write;
  }

  /** Whether an endpoint is the one its server has now. */
  isCurrent(endpoint: RaftEndpoint): boolean {
    return this.endpoints.get(endpoint.server) === endpoint;
  }

  /** What RaftEndpoint.send does. */
  accept(sender: RaftEndpoint, to: ServerId, message: Json): void {
    this.requireServer(to);
    const text = JSON.stringify(message) as string | undefined;
    if (text === undefined) throw new TypeError(`message is no JSON: ${typeof message}`);
    if (!this.isCurrent(sender)) return;

    const packet: Packet = {from: sender.server, to, text};
    this.tell('sent', packet);
    this.dispatch(packet);
    if (this.happens(this.duplicationProbability)) {
      this.tell('duplicated', packet);
      this.dispatch(packet);
    }
  }

  private dispatch(packet: Packet): void {
    if (this.isCut(packet)) {
      this.tell('cut', packet);
    } else if (this.happens(this.lossProbability)) {
      this.tell('lost', packet);
    } else {
      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));
    }
  }

  /** The link is looked at again: a cut stops what is on its way, too. */
  private deliver(packet: Packet): void {
    const endpoint = this.endpoints.get(packet.to);
    if (this.isCut(packet)) {
      this.tell('cut', packet);
    } else if (endpoint === undefined) {
      this.tell('away', packet);
    } else {
      endpoint.arrived.push(packet);
      this.tell('delivered', packet);
    }
  }

  private drawDelayMs(): number {
    const delayMs = this.drawFrom(this.delay);
    const heldBack = this.happens(this.reordering.reorderProbability);
    return heldBack ? delayMs + this.drawFrom(this.reordering) : delayMs;
  }

  private drawFrom({delayMsMin, delayMsMax}: DelayRange): number {
    return delayMsMin + Math.floor(this.options.random() * (delayMsMax - delayMsMin + 1));
  }

  private happens(probability: number): boolean {
    return this.options.random() < probability;
  }

  private cut(from: ServerId, to: ServerId): void {
    const unreached = this.cutFrom.get(from) ?? new Set();
    this.cutFrom.set(from, unreached.add(to));
  }

  private isCut({from, to}: Packet): boolean {
    return this.cutFrom.get(from)?.has(to) ?? false;
  }

  private tell(what: NetworkEvent['what'], {from, to, text}: Packet): void {
    this.write?.({what, from, to, message: JSON.parse(text) as Json});
  }

  private requireServer(server: ServerId): void {
    const {servers} = this.options;
    if (servers.includes(server)) return;
    throw new RangeError(`no server is called ${String(server)}; there are ${servers.join(', ')}`);
  }
}

function requireProbability(probability: number, argument: string): void {
  if (probability >= 0 && probability <= 1) return;
  throw new RangeError(`${argument} must be from 0 to 1, but is ${String(probability)}`);
}

function requireDelays({delayMsMin, delayMsMax}: DelayRange): void {
  if (!Number.isSafeInteger(delayMsMin) || delayMsMin < 0) {
    throw new RangeError(`delayMsMin must be whole and at least 0, but is ${String(delayMsMin)}`);
  }
  if (!Number.isSafeInteger(delayMsMax) || delayMsMax < delayMsMin) {
    throw new RangeError(
      `delayMsMax must be whole and at least ${delayMsMin}, but is ${String(delayMsMax)}`,
    );
  }
}
