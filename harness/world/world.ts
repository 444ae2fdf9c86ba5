/**
 * A world: virtual time, the boxes in it, the network between them, their disks.
 *
 * The world decides when each input happens; a box only answers. Inputs due at one instant, in
 * (time, sequence) order, are one batch; their effects are taken input by input; what they schedule
 * at the same instant is the next batch. So every host sees the same.
 * Promises: the same seed and the same acts give the same steps, byte for byte, on every host and
 * machine. A check that throws stops the world for good.
 * Read next: disk.ts, network.ts; cluster/cluster.ts, which tests speak to.
 */
import TinyQueue from 'tinyqueue';
import {HostDied} from '../host/box';
import type {BatchEffects, BoxId, BoxInput, BoxSpec, Effect, Host, Input, WireText} from '../host/box';
import {toWire} from '../host/json';
import {mix, nameNumber} from './chance';
import {Disk} from './disk';
import {LabFailure} from './lab-failure';
import {Network} from './network';
import type {Conditions} from './network';
import {Trace} from './trace';

/** Something that sees every event: checks, counters, views. What it throws stops the world. */
export interface Observer {
  /** Before the box answers. */
  input?(box: BoxId, input: Input): void;
  /** After `send` the message may still be lost; see the trace for its fate. */
  effect?(box: BoxId, effect: Effect, input: Input): void;
  /** All effects of one input were seen. */
  inputDone?(box: BoxId, input: Input): void;
  crashed?(box: BoxId): void;
}

export interface WorldOptions {
  readonly host: Host;
  readonly seed: number;
  /** What every box of every kind is told at boot. */
  readonly settings: object;
  readonly conditions: Conditions;
  /** Kinds of fault that are switched off. */
  readonly off?: ReadonlySet<string>;
  /** Steps kept for the picture of a failure. */
  readonly traceCapacity?: number;
  /** Inputs this world may take; more means that something multiplies without end. */
  readonly inputLimit?: number;
}

/** A call under way: answered many inputs later, or never. */
export interface Call {
  readonly box: BoxId;
  readonly method: string;
  done: boolean;
  /** JSON text. */
  value?: WireText;
  error?: string;
}

/** A message the test holds back. */
export interface HeldMessage {
  readonly from: BoxId;
  readonly to: BoxId;
  readonly message: WireText;
}

interface Inhabitant {
  readonly spec: BoxSpec;
  /** Boxes that know of each other: all servers, or all clients. */
  readonly group: readonly BoxId[];
  readonly disk: Disk;
  incarnation: number;
  /** The host's number while it is up. */
  running: number | undefined;
  /** Whether its boot was handed out already: before that, nothing can reach it. */
  hasBooted: boolean;
  alarm: number;
  crashWhen: ((effect: Effect) => boolean) | undefined;
}

interface Event {
  readonly atMs: number;
  readonly sequence: number;
  readonly inhabitant: Inhabitant;
  /** The running box it is meant for; null for a message, which any incarnation may get. */
  readonly running: number | null;
  /** For an alarm: which arming; a later one makes it void. */
  readonly alarm: number | null;
  readonly input: Input;
}

const INPUT_LIMIT = 2_000_000;

/** An event that is handed out, and the running box that gets it. */
interface Due {
  readonly event: Event;
  readonly running: number;
}

export class World {
  nowMs = 0;
  readonly trace: Trace;
  readonly network: Network;
  readonly counts = {messages: 0, bytes: 0, inputs: 0, effects: 0};
  private readonly queue = new TinyQueue<Event>([], (a, b) => a.atMs - b.atMs || a.sequence - b.sequence);
  private readonly inhabitants = new Map<BoxId, Inhabitant>();
  private readonly observers: Observer[] = [];
  private readonly calls = new Map<number, Call>();
  private readonly settings: WireText;
  private readonly inputLimit: number;
  private held: HeldMessage[] = [];
  private holding: ((message: HeldMessage) => boolean) | undefined;
  private sequence = 0;
  private underWay = 0;
  private callsSoFar = 0;
  private isRunning = false;
  private broken: Error | undefined;

  constructor(private readonly options: WorldOptions) {
    this.trace = new Trace(options.traceCapacity ?? 4_000);
    this.network = new Network(options.seed, options.conditions, options.off ?? new Set());
    this.settings = toWire(options.settings, 'settings');
    this.inputLimit = options.inputLimit ?? INPUT_LIMIT;
  }

  observe(observer: Observer): void {
    this.observers.push(observer);
  }

  /** Adds a box that is not yet running. @param disk records that are there from the start. */
  add(spec: BoxSpec, group: readonly BoxId[], disk: readonly unknown[] = []): void {
    this.inhabitants.set(spec.id, {
      spec, group, disk: new Disk(disk.map(record => toWire(record, 'disk record'))),
      incarnation: -1, running: undefined, hasBooted: false, alarm: 0, crashWhen: undefined,
    });
  }

  /** Whether a box is running. */
  isUp(box: BoxId): boolean {
    return this.inhabitant(box).running !== undefined;
  }

  /** Boots a box, or boots it again with what its disk holds. Happens at this instant. */
  boot(box: BoxId): void {
    const inhabitant = this.inhabitant(box);
    if (inhabitant.running !== undefined) throw new Error(`${box} is up already`);
    inhabitant.running = this.options.host.newBox();
    inhabitant.hasBooted = false;
    inhabitant.incarnation++;
    const {incarnation} = inhabitant;
    this.schedule(0, inhabitant, {
      kind: 'boot', nowMs: this.nowMs, servers: inhabitant.group, settings: this.settings,
      seed: mix(this.options.seed, nameNumber(box), incarnation), incarnation,
      // A copy: the input is recorded, and the disk goes on.
      disk: [...inhabitant.disk.records],
    });
  }

  /** Stops a box between two inputs: what it did not sync is lost. */
  crash(box: BoxId): void {
    const inhabitant = this.inhabitant(box);
    if (inhabitant.running === undefined) throw new Error(`${box} is down already`);
    this.options.host.drop(inhabitant.running);
    inhabitant.running = undefined;
    inhabitant.crashWhen = undefined;
    inhabitant.alarm++;
    this.trace.add({atMs: this.nowMs, kind: 'crash', box, lostRecords: inhabitant.disk.crash()});
    for (const observer of this.observers) observer.crashed?.(box);
  }

  /** Crashes a box right after the first effect that `when` says yes to; the rest never happens. */
  crashAfter(box: BoxId, when: (effect: Effect) => boolean): void {
    this.inhabitant(box).crashWhen = when;
  }

  /** Gives a box a call at this instant. */
  call(box: BoxId, method: string, values: object): Call {
    const inhabitant = this.inhabitant(box);
    const call: Call = {box, method, done: false};
    if (inhabitant.running === undefined) {
      return Object.assign(call, {done: true, error: `${box} is down`});
    }
    const callId = ++this.callsSoFar;
    this.calls.set(callId, call);
    this.schedule(0, inhabitant, {
      kind: 'call', nowMs: this.nowMs, callId, method, arguments: toWire(values, method),
    });
    return call;
  }

  /** Puts a message on the network as if `from` had sent it, arriving at this instant. */
  deliver(from: BoxId, to: BoxId, message: WireText): void {
    this.arrive({from, to, message}, 0);
  }

  /** From now on, messages that `which` says yes to wait until they are released. */
  hold(which: ((message: HeldMessage) => boolean) | undefined): void {
    this.holding = which;
  }

  /** The messages held back, oldest first. */
  get heldMessages(): readonly HeldMessage[] {
    return this.held;
  }

  /** Takes held messages out of the list; the caller delivers them, or drops them. */
  takeHeld(which: (message: HeldMessage) => boolean): readonly HeldMessage[] {
    const taken = this.held.filter(which);
    this.held = this.held.filter(message => !taken.includes(message));
    return taken;
  }

  /** Whether no message is on its way (held ones do not count). */
  get isQuiet(): boolean {
    return this.underWay === 0;
  }

  /** Writes an act of the test into the trace. */
  act(text: string): void {
    this.trace.add({atMs: this.nowMs, kind: 'act', text});
  }

  note(box: BoxId | null, text: string): void {
    this.trace.add({atMs: this.nowMs, kind: 'note', box, text});
  }

  /**
   * Lets time pass until `until` holds or `limitMs` (absolute) is reached, and says whether it
   * held. Everything due at one instant happens before the question is asked again.
   * @throws LabFailure or Error of the check that broke, now and ever after.
   */
  run(limitMs: number, until: () => boolean = () => false): Promise<boolean> {
    if (this.isRunning) return Promise.reject(new Error('this world is running already'));
    this.isRunning = true;
    const ran = new Promise<boolean>((resolve, reject) => {
      const advance = (): void => {
        try {
          this.advance(limitMs, until, resolve, advance, reject);
        } catch (error) {
          this.fail(error, reject);
        }
      };
      // Boxes must be run from a macrotask, and a test calls this from a microtask.
      setImmediate(advance);
    });
    return ran.finally(() => { this.isRunning = false; });
  }

  /** Forgets every running box. The world is over. */
  end(): void {
    for (const {running} of this.inhabitants.values()) {
      if (running !== undefined) this.options.host.drop(running);
    }
  }

  private advance(
    limitMs: number, until: () => boolean, resolve: (held: boolean) => void,
    again: () => void, reject: (error: unknown) => void,
  ): void {
    for (;;) {
      if (this.broken !== undefined) throw this.broken;
      // Inputs given at this very instant come first: a call is answered before time moves.
      const next = this.queue.peek();
      if (next === undefined || next.atMs > this.nowMs) {
        if (until()) return resolve(true);
        if (next === undefined || next.atMs > limitMs) {
          this.nowMs = Math.max(this.nowMs, Number.isFinite(limitMs) ? limitMs : this.nowMs);
          return resolve(until());
        }
      }
      const batch = this.nextBatch();
      if (batch.length === 0) continue;
      const effects = this.options.host.step(batch.map(toBoxInput));
      if (effects instanceof Promise) {
        effects.then(answer => { this.absorb(batch, answer); again(); })
          .catch((error: unknown) => this.fail(error, reject));
        return;
      }
      this.absorb(batch, effects);
    }
  }

  private fail(error: unknown, reject: (error: unknown) => void): void {
    this.broken ??= error instanceof HostDied ? hostFailure(error) : error as Error;
    reject(this.broken);
  }

  /** All inputs due at the earliest instant; events that became void are skipped. */
  private nextBatch(): readonly Due[] {
    const batch: Due[] = [];
    const first = this.queue.peek();
    if (first === undefined) return batch;
    this.nowMs = first.atMs;
    for (let next = this.queue.peek(); next?.atMs === this.nowMs; next = this.queue.peek()) {
      this.queue.pop();
      const {running} = next.inhabitant;
      if (this.isDue(next) && running !== undefined) batch.push({event: next, running});
    }
    return batch;
  }

  private isDue(event: Event): boolean {
    const {inhabitant, input} = event;
    if (input.kind === 'receive') return this.isDelivered(inhabitant, input.from, input.message);
    if (event.alarm !== null && event.alarm !== inhabitant.alarm) return false;
    if (event.running !== inhabitant.running) return false;
    inhabitant.hasBooted = true;
    return true;
  }

  private isDelivered(inhabitant: Inhabitant, from: BoxId, message: WireText): boolean {
    this.underWay--;
    const to = inhabitant.spec.id;
    const isUp = inhabitant.running !== undefined && inhabitant.hasBooted;
    const fate = !isUp ? 'receiver is down' : this.network.isCut(from, to) ? 'cut off' : null;
    if (fate !== null) this.trace.add({atMs: this.nowMs, kind: 'fate', from, to, message, fate});
    return fate === null;
  }

  /** Takes the effects of a batch, input by input. */
  private absorb(batch: readonly Due[], effects: BatchEffects): void {
    for (let n = 0; n < batch.length; n++) {
      const {event: {inhabitant, input}, running} = batch[n]!;
      // An earlier input of this batch may have crashed the box: then this one never happened.
      if (running === inhabitant.running) this.absorbInput(inhabitant, input, effects[n] ?? []);
    }
  }

  private absorbInput(inhabitant: Inhabitant, input: Input, effects: readonly Effect[]): void {
    const {id} = inhabitant.spec;
    if (++this.counts.inputs > this.inputLimit) throw tooManyInputs(this.inputLimit, this.nowMs);
    this.trace.add({atMs: this.nowMs, kind: 'input', box: id, input});
    for (const observer of this.observers) observer.input?.(id, input);
    for (let position = 0; position < effects.length; position++) {
      const effect = effects[position]!;
      this.counts.effects++;
      this.trace.add({atMs: this.nowMs, kind: 'effect', box: id, effect, position});
      this.carryOut(inhabitant, effect);
      for (const observer of this.observers) observer.effect?.(id, effect, input);
      if (inhabitant.crashWhen?.(effect) === true) {
        this.crash(id);
        return;
      }
    }
    for (const observer of this.observers) observer.inputDone?.(id, input);
  }

  private carryOut(inhabitant: Inhabitant, effect: Effect): void {
    switch (effect.kind) {
      case 'send':
        this.send(inhabitant.spec.id, effect.to, effect.message);
        return;
      case 'append':
        inhabitant.disk.append(effect.record);
        return;
      case 'sync':
        inhabitant.disk.sync();
        return;
      case 'rewrite':
        inhabitant.disk.rewrite(effect.records);
        return;
      case 'arm':
        this.arm(inhabitant, effect.atMs);
        return;
      case 'result':
        this.answer(inhabitant, effect.callId, {value: effect.value});
        return;
      case 'reject':
        this.answer(inhabitant, effect.callId, {error: effect.error});
        return;
      default:
    }
  }

  /** Only the box that was called can answer, and only once. */
  private answer(
    {spec}: Inhabitant, callId: number, how: {value?: WireText; error?: string},
  ): void {
    const call = this.calls.get(callId);
    if (call === undefined || call.box !== spec.id) return;
    this.calls.delete(callId);
    Object.assign(call, how, {done: true});
  }

  private arm(inhabitant: Inhabitant, atMs: number | null): void {
    inhabitant.alarm++;
    if (atMs === null) return;
    const delayMs = Math.max(0, atMs - this.nowMs);
    this.schedule(delayMs, inhabitant, {kind: 'timer', nowMs: this.nowMs + delayMs}, true);
  }

  private send(from: BoxId, to: BoxId, message: WireText): void {
    this.counts.messages++;
    this.counts.bytes += Buffer.byteLength(message);
    if (!this.inhabitants.has(to)) throw sentToNobody(from, to, [...this.inhabitants.keys()]);
    // Drawn for every message, so that a cut does not move the fates of those after it.
    const arrivals = this.network.arrivals(from, to);
    if (this.network.isCut(from, to)) {
      this.trace.add({atMs: this.nowMs, kind: 'fate', from, to, message, fate: 'cut off'});
      return;
    }
    if (this.holding?.({from, to, message}) === true) {
      this.held.push({from, to, message});
      this.trace.add({atMs: this.nowMs, kind: 'fate', from, to, message, fate: 'held by the test'});
      return;
    }
    if (arrivals.length === 0) {
      this.trace.add({atMs: this.nowMs, kind: 'fate', from, to, message, fate: 'lost'});
    }
    for (const {delayMs, fate} of arrivals) {
      if (fate !== null) this.trace.add({atMs: this.nowMs, kind: 'fate', from, to, message, fate});
      this.arrive({from, to, message}, delayMs);
    }
  }

  private arrive({from, to, message}: HeldMessage, delayMs: number): void {
    this.underWay++;
    this.queue.push({
      atMs: this.nowMs + delayMs, sequence: this.sequence++, inhabitant: this.inhabitant(to),
      running: null, alarm: null,
      input: {kind: 'receive', nowMs: this.nowMs + delayMs, from, message},
    });
  }

  private schedule(delayMs: number, inhabitant: Inhabitant, input: Input, isAlarm = false): void {
    this.queue.push({
      atMs: this.nowMs + delayMs, sequence: this.sequence++, inhabitant,
      running: inhabitant.running ?? null, alarm: isAlarm ? inhabitant.alarm : null, input,
    });
  }

  private inhabitant(box: BoxId): Inhabitant {
    const found = this.inhabitants.get(box);
    if (found === undefined) throw new Error(`there is no box ${box} in this world`);
    return found;
  }
}

function toBoxInput({event: {inhabitant, input}, running}: Due): BoxInput {
  return input.kind === 'boot'
    ? {box: running, input, spec: inhabitant.spec} : {box: running, input};
}

function hostFailure(error: HostDied): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `The servers' process gave no answer: ${error.message}.`,
  });
}

function tooManyInputs(limit: number, atMs: number): LabFailure {
  return new LabFailure({
    kind: 'cost',
    claim: `Too many events: ${limit} by t=${atMs}ms, and still more on their way.`,
    why: {source: '§5.3', text: 'Something answers every message with more than one, or never rests.'},
  });
}

function sentToNobody(from: BoxId, to: BoxId, known: readonly BoxId[]): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `${from} sent a message to ${JSON.stringify(to)}: there is no such server.`,
    facts: [{who: 'servers', what: known.join(', ')}],
  });
}
