/**
 * What a test does to a network: its servers, its links, its faults, its time.
 *
 * Servers are S1 to Sn, all on the network but those that are `away`. Verbs only wait in line;
 * the next expectation runs them.
 * Read next: network-script.ts, the expectations.
 */
import type {Scene} from '../../harness/scenario/definition';
import type {Operation, ScriptValue} from '../../harness/host/script';
import type {DelayRange, Json, Reordering} from '../../harness/raft';
import {RecordedScript, shown, written} from './recorded-script';

export interface NetworkStart {
  readonly servers: number;
  readonly away?: readonly string[];
  /** A random that always draws this, instead of a seeded one. */
  readonly fixedRandom?: number;
  /** In front of all names, for tests with two networks. */
  readonly name?: string;
  /** For a random of another seed than the scenario's. */
  readonly seed?: number;
}

/** Stands for a named value itself, so that a test can change it afterwards. */
export function kept(name: string): ScriptValue {
  return {$ref: name};
}

export class NetworkVerbs extends RecordedScript {
  readonly servers: readonly string[];
  private readonly name: string;

  constructor(scene: Scene, start: NetworkStart) {
    super(scene);
    this.name = start.name ?? '';
    this.servers = Array.from({length: start.servers}, (_, n) => `S${n + 1}`);
    const random = start.fixedRandom === undefined
      ? {seedRandom: start.seed ?? scene.seed} : {fixRandom: start.fixedRandom};
    this.do('makes chance', {...random, as: this.id('random')}, true);
    this.do('makes time', {makeSchedule: true, as: this.id('schedule')}, true);
    this.do(`makes a network of ${this.servers.join(', ')}`, {
      construct: 'RaftNetwork', as: this.id('network'),
      arguments: [{
        servers: this.servers, random: kept(this.id('random')), schedule: kept(this.id('schedule')),
      }],
    });
    for (const server of this.servers) {
      if (!(start.away ?? []).includes(server)) this.comeUp(server, true);
    }
  }

  /** Creates a server's endpoint, or another one. */
  comeUp(server: string, silent = false): void {
    const operation = this.control('createEndpoint', [server], this.id(server));
    this.do(`createEndpoint(${shown(server)})`, operation, silent);
  }

  /** Gives a server's present endpoint a name that a new one will not take away. */
  keepEndpoint(server: string, as: string): void {
    this.do('', {make: kept(this.id(server)), as: this.id(as)}, true);
  }

  send(from: string, to: string, message: ScriptValue): void {
    this.do(`${from} sends ${written(message)} to ${to}`, this.sending(from, to, message));
  }

  /** The numbers from `first` on, as messages. */
  sendMany(from: string, to: string, count: number, first = 1): void {
    this.do(`${from} sends ${count} messages to ${to}`, {make: null, as: 'nothing'});
    for (let number = first; number < first + count; number++) {
      this.do(`${from} sends ${number} to ${to}`, this.sending(from, to, number), true);
    }
  }

  advance(ms: number): void {
    const told = `${ms}ms pass`;
    this.add({operation: {advanceMs: ms}, told, passMs: ms, silent: ms === 0});
  }

  cutOff(server: string): void {
    this.do(`cutOff(${shown(server)})`, this.control('cutOff', [server]));
  }

  partition(groups: readonly (readonly string[])[]): void {
    this.do(`partition(${JSON.stringify(groups)})`, this.control('partition', [groups]));
  }

  cutOneWay(from: string, to: string): void {
    this.do(`cutOneWay(${shown(from)}, ${shown(to)})`, this.control('cutOneWay', [from, to]));
  }

  heal(): void {
    this.do('heal()', this.control('heal', []));
  }

  setLoss(probability: number): void {
    this.do(`setLoss(${probability})`, this.control('setLoss', [probability]));
  }

  setDuplication(probability: number): void {
    this.do(`setDuplication(${probability})`, this.control('setDuplication', [probability]));
  }

  setDelay(delayMsMin: number, delayMsMax: number = delayMsMin): void {
    this.setDelayTo({delayMsMin, delayMsMax});
  }

  /** @param delay a range, or one that was kept. */
  setDelayTo(delay: DelayRange | ScriptValue): void {
    const value = delay as ScriptValue;
    this.do(`setDelay(${written(value)})`, this.control('setDelay', [value]));
  }

  setReordering(reordering: Reordering | ScriptValue): void {
    const operation = this.control('setReordering', [reordering as ScriptValue]);
    this.do(`setReordering(${written(reordering as ScriptValue)})`, operation);
  }

  /** Begins a debug log; what it was told is read by expectEvents and events. */
  watchEvents(as = 'log'): void {
    const write = this.id(`${as} write`);
    this.do('', {recordInto: this.id(as), as: write}, true);
    this.do('setDebugLog(write)', this.control('setDebugLog', [kept(write)]));
  }

  unwatchEvents(): void {
    const none: ScriptValue = {$special: 'undefined'};
    this.do('setDebugLog(undefined)', this.control('setDebugLog', [none]));
  }

  keep(as: string, value: Json): void {
    this.do(`makes ${as} = ${shown(value)}`, {make: {$json: value}, as});
  }

  /** Changes a kept value in place, as whoever holds it could. */
  change(name: string, at: readonly (string | number)[], value: Json): void {
    this.do(`changes ${name}.${at.join('.')} to ${shown(value)}`, {set: value, at, of: name});
  }

  /** The same for what the network handed out, which it may have frozen. */
  forge(name: string, at: readonly (string | number)[]): void {
    this.add({
      operation: {set: 'forged', at, of: name}, told: `changes ${name}.${at.join('.')} to "forged"`,
      mayThrow: /read.only/,
    });
  }

  /** Takes one message and keeps it itself, as a receiver would. */
  receiveAs(server: string, as: string): void {
    this.do(`${server} receives ${as}`, {call: 'receive', on: this.id(server), arguments: [], as});
  }

  protected sending(from: string, to: string, message: ScriptValue): Operation {
    return {call: 'send', on: this.id(from), arguments: [to, message], as: 'result'};
  }

  protected control(method: string, values: readonly ScriptValue[], as = 'result'): Operation {
    return {call: method, on: this.id('network'), arguments: values, as};
  }

  protected do(told: string, operation: Operation, silent = false): void {
    const prefix = this.name === '' ? '' : `${this.name}: `;
    this.add({operation, told: `${prefix}${told}`, silent});
  }

  protected id(name: string): string {
    return `${this.name}${name}`;
  }
}
