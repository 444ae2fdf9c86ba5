/**
 * Correct, and unlike the reference: messages are frozen clones, and links are a set of pairs.
 *
 * Paper: §2.
 * Differs: chance is asked in another order and the other way round, a lost message is lost before
 * it could be doubled, and an endpoint knows itself that it was replaced.
 */
import type {
  DelayRange, Endpoint, Json, Network, NetworkEvent, NetworkOptions, ReceivedMessage, Reordering,
  ServerId,
} from '#raft';

interface Letter {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly message: Json;
}

export class RaftEndpoint implements Endpoint {
  replaced = false;
  inbox: Letter[] = [];

  constructor(readonly server: ServerId, protected readonly network: RaftNetwork) {}

  send(to: ServerId, message: Json): void {
    this.network.post(this, {from: this.server, to, message: frozenClone(message)});
  }

  receive(): ReceivedMessage | undefined {
    const [letter, ...rest] = this.inbox;
    if (this.replaced || letter === undefined) return undefined;
    this.inbox = rest;
    return {from: letter.from, message: frozenClone(letter.message)};
  }
}

export class RaftNetwork implements Network {
  private readonly endpoints: Record<ServerId, RaftEndpoint> = {};
  private broken: string[] = [];
  private loss = 0;
  private duplication = 0;
  private delay: readonly [number, number] = [0, 0];
  private reordering: readonly [number, number, number] = [0, 0, 0];
  private log: (event: NetworkEvent) => void = () => undefined;

  constructor(protected readonly options: NetworkOptions) {}

  createEndpoint(server: ServerId): RaftEndpoint {
    this.check(server);
    const former = this.endpoints[server];
    if (former !== undefined) former.replaced = true;
    return this.endpoints[server] = new RaftEndpoint(server, this);
  }

  cutOff(server: ServerId): void {
    this.check(server);
    this.partition([[server], this.options.servers.filter(other => other !== server)]);
  }

  partition(groups: readonly (readonly ServerId[])[]): void {
    groups.flat().forEach(server => this.check(server));
    for (const from of this.options.servers) {
      const group = groups.find(one => one.includes(from)) ?? [from];
      for (const to of this.options.servers) {
        if (!group.includes(to)) this.broken.push(`${from}>${to}`);
      }
    }
  }

  cutOneWay(from: ServerId, to: ServerId): void {
    this.check(from, to);
    this.broken.push(`${from}>${to}`);
  }

  heal(): void {
    this.broken = [];
  }

  setLoss(lossProbability: number): void {
    this.loss = probability({lossProbability});
  }

  setDelay({delayMsMin, delayMsMax}: DelayRange): void {
    this.delay = range(delayMsMin, delayMsMax);
  }

  setDuplication(duplicationProbability: number): void {
    this.duplication = probability({duplicationProbability});
  }

  setReordering({reorderProbability, delayMsMin, delayMsMax}: Reordering): void {
    const chance = probability({reorderProbability});
    this.reordering = [chance, ...range(delayMsMin, delayMsMax)];
  }

  setDebugLog(write: ((event: NetworkEvent) => void) | undefined): void {
    this.log = write ?? (() => undefined);
  }

  post(sender: RaftEndpoint, letter: Letter): void {
    this.check(letter.to);
    if (sender.replaced) return;
    const delays = [this.drawDelay(), this.drawDelay()];
    const isDoubled = this.draws(this.duplication);
    const isLost = this.draws(this.loss);
    this.tell('sent', letter);
    if (this.isBroken(letter)) return this.tell('cut', letter);
    if (isLost) return this.tell('lost', letter);
    if (isDoubled) this.tell('duplicated', letter);
    for (const delayMs of isDoubled ? delays : delays.slice(1)) {
      this.options.schedule(delayMs, () => this.arrive(letter));
    }
  }

  private arrive(letter: Letter): void {
    const endpoint = this.endpoints[letter.to];
    if (endpoint === undefined) return this.tell('away', letter);
    if (this.isBroken(letter)) return this.tell('cut', letter);
    endpoint.inbox = [...endpoint.inbox, letter];
    this.tell('delivered', letter);
  }

  private isBroken({from, to}: Letter): boolean {
    return this.broken.includes(`${from}>${to}`);
  }

  private drawDelay(): number {
    const [chance, least, most] = this.reordering;
    const heldMs = this.between(least, most);
    return this.between(...this.delay) + (this.draws(chance) ? heldMs : 0);
  }

  private between(least: number, most: number): number {
    return most - Math.floor(this.options.random() * (most - least + 1));
  }

  /** 1 - random() is uniform in (0, 1]. */
  private draws(chance: number): boolean {
    return 1 - this.options.random() <= chance;
  }

  private tell(what: NetworkEvent['what'], {from, to, message}: Letter): void {
    this.log({what, from, to, message: frozenClone(message)});
  }

  private check(...servers: readonly ServerId[]): void {
    for (const server of servers) {
      if (!this.options.servers.includes(server)) throw new RangeError(`unknown server ${server}`);
    }
  }
}

/** @param named one argument under its own name, for the error. */
function probability(named: Readonly<Record<string, number>>): number {
  const [name = '', value = NaN] = Object.entries(named)[0] ?? [];
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} is not from 0 to 1: ${value}`);
  return value;
}

function range(delayMsMin: number, delayMsMax: number): readonly [number, number] {
  for (const [name, value] of Object.entries({delayMsMin, delayMsMax})) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new RangeError(`${name} is no delay: ${value}`);
  }
  if (delayMsMin > delayMsMax) throw new RangeError(`delayMsMin ${delayMsMin} is above delayMsMax`);
  return [delayMsMin, delayMsMax];
}

function frozenClone(value: Json): Json {
  const freeze = (part: Json): Json => {
    if (typeof part === 'object' && part !== null) Object.values(part).forEach(freeze);
    return Object.freeze(part);
  };
  return freeze(structuredClone(value));
}
