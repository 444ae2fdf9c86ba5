/**
 * A world: virtual time, the boxes in it, the network between them, their disks.
 *
 * The world decides when each input happens; a box only answers. Inputs due at one instant, in
 * (time, sequence) order, are one batch; their effects are taken input by input; what they schedule
 * at the same instant is the next batch. So every host sees the same.
 * Promises: the same seed and acts give the same steps, byte for byte, on every host and machine. A
 * check that throws stops the world for good.
 * Read next: inhabitants.ts, network.ts; cluster/cluster.ts, which tests speak to.
 */
import {HostDied} from '../host/box';
import type {BatchEffects, BoxId, BoxSpec, Effect, Host, Input, WireText} from '../host/box';
import {toWire} from '../host/json';
import {inMacrotask} from '../host/macrotask';
import {Agenda, toBoxInput} from './agenda';
import type {Due} from './agenda';
import {Calls} from './calls';
import type {Call, Moment} from './calls';
import type {Unsynced} from './disk';
import type {ClockSetting} from './drifting-clock';
import type {Inhabitant} from './inhabitant';
import {Inhabitants} from './inhabitants';
import {Mail} from './mail';
import {Network} from './network';
import type {Conditions, NetworkOptions} from './network';
import type {Observer} from './observer';
import {Trace} from './trace';
import {hostFailure, tooManyInputs} from './world-failures';

export interface WorldOptions extends NetworkOptions {
  readonly host: Host;
  readonly seed: number;
  /** What every box of every kind is told at boot. */
  readonly settings: object;
  readonly conditions: Conditions;
  /** What a crash does to records that were not synced; they are lost if absent. */
  readonly unsynced?: Unsynced;
  /** Steps kept for the picture of a failure. */
  readonly traceCapacity?: number;
  /** Inputs this world may take; more means that something multiplies without end. */
  readonly inputLimit?: number;
}

const INPUT_LIMIT = 2_000_000;
/** Batches while time stands still; more means that something is always due at once. */
const INSTANT_LIMIT = 10_000;

export class World {
  nowMs = 0;
  readonly trace: Trace;
  readonly network: Network;
  /** Messages under way, and those held back. */
  readonly mail: Mail;
  private readonly work = {inputs: 0, effects: 0};
  private readonly agenda = new Agenda();
  private readonly inhabitants: Inhabitants;
  private readonly observers: Observer[] = [];
  private readonly calls = new Calls();
  private readonly inputLimit: number;
  /** Batches since time last passed, or since the world was last told to run. */
  private inThisInstant = 0;
  private isRunning = false;
  private broken: Error | undefined;

  constructor(private readonly options: WorldOptions) {
    this.trace = new Trace(options.traceCapacity ?? 4_000);
    this.network = new Network(options.seed, options.conditions, options);
    this.mail = new Mail({
      network: this.network, trace: this.trace,
      now: () => this.nowMs,
      boxes: () => this.inhabitants.ids,
      isKnown: box => this.inhabitants.has(box),
      schedule: (message, delayMs) => this.inhabitants.scheduleMessage(message, delayMs),
    });
    this.inhabitants = new Inhabitants({
      host: options.host, seed: options.seed, settings: toWire(options.settings, 'settings'),
      unsynced: options.unsynced ?? 'lost',
      agenda: this.agenda, mail: this.mail, trace: this.trace,
      now: () => this.nowMs,
      crashed: (box, survivingRecords) => {
        for (const observer of this.observers) observer.crashed?.(box, survivingRecords);
      },
    });
    this.inputLimit = options.inputLimit ?? INPUT_LIMIT;
  }

  observe(observer: Observer): void {
    this.observers.push(observer);
  }

  /** Adds a box that is not yet running. @param disk records that are there from the start. */
  add(spec: BoxSpec, group: readonly BoxId[], disk: readonly unknown[] = []): void {
    this.inhabitants.add(spec, group, disk);
  }

  /** Whether a box is running. */
  isUp(box: BoxId): boolean {
    return this.inhabitants.get(box).running !== undefined;
  }

  /** Boots a box, or boots it again with what its disk holds. Happens at this instant. */
  boot(box: BoxId): void {
    this.inhabitants.boot(box);
  }

  /** Stops a box between two inputs: what it did not sync is lost, or all but a prefix of it. */
  crash(box: BoxId): void {
    this.inhabitants.crash(box);
  }

  /** Crashes a box right after the first effect that `when` says yes to; the rest never happens. */
  crashAfter(box: BoxId, when: (effect: Effect) => boolean): void {
    this.inhabitants.get(box).crashWhen = when;
  }

  /**
   * Stops a box without its knowing, as a machine that swaps or a long collection of garbage does:
   * it gets nothing until it is resumed. Messages that wait for it are not on their way any more.
   */
  pause(box: BoxId): void {
    this.inhabitants.pause(box);
  }

  /** Gives a paused box all that was due for it meanwhile, at this instant, in that order. */
  resume(box: BoxId): void {
    this.inhabitants.resume(box);
  }

  isPaused(box: BoxId): boolean {
    return this.inhabitants.get(box).waiting !== undefined;
  }

  /**
   * Lets the clock of a box run at a rate of its own, from this instant on and without a jump. What
   * it has armed moves along: a slow clock rings later.
   */
  setClock(box: BoxId, setting: ClockSetting): void {
    this.inhabitants.setClock(box, setting);
  }

  /** What the clock of a box shows, in ms. */
  clockOf(box: BoxId): number {
    return this.inhabitants.get(box).clock.at(this.nowMs);
  }

  /** Bytes of all records on the disk of a box, synced or not, in UTF-8. */
  storedBytes(box: BoxId): number {
    return this.inhabitants.get(box).disk.bytes;
  }

  /** Gives a box a call at this instant. */
  call(box: BoxId, method: string, values: object): Call {
    const inhabitant = this.inhabitants.get(box);
    if (inhabitant.running === undefined) return {box, method, done: true, error: `${box} is down`};
    const {callId, call} = this.calls.begin(box, method);
    this.inhabitants.giveNow(inhabitant, {
      kind: 'call', nowMs: this.nowMs, callId, method, arguments: toWire(values, method),
    });
    return call;
  }

  /** Messages, bytes of messages, inputs and effects so far. */
  get counts(): Readonly<Record<'messages' | 'bytes' | 'inputs' | 'effects', number>> {
    return {...this.mail.counts, ...this.work};
  }

  /**
   * The number of what happened last, -1 before anything has. Every input and every effect has a
   * number of its own, which is its step's `sequence` in the trace, and they only grow.
   */
  get eventNumber(): number {
    return this.trace.length - 1;
  }

  /** Puts a message on the network as if `from` had sent it, arriving at this instant. */
  deliver(from: BoxId, to: BoxId, message: WireText): void {
    this.mail.arrive({from, to, message}, 0);
  }

  /** Whether no message is on its way. Held ones, and those at paused boxes, do not count. */
  get isQuiet(): boolean {
    return this.mail.isQuiet;
  }

  /** Writes an act of the test into the trace. */
  act(text: string): void {
    this.trace.add({atMs: this.nowMs, kind: 'act', text});
  }

  /**
   * Lets time pass until `until` holds or `limitMs` (absolute) is reached, and says whether it
   * held. Everything due at one instant happens before the question is asked again.
   * @throws LabFailure or Error of the check that broke, now and ever after.
   */
  run(limitMs: number, until: () => boolean = () => false): Promise<boolean> {
    if (this.isRunning) return Promise.reject(new Error('this world is running already'));
    this.isRunning = true;
    this.inThisInstant = 0;
    const ran = new Promise<boolean>((resolve, reject) => {
      const advance = (): void => {
        try {
          this.advance(limitMs, until, resolve, advance, reject);
        } catch (error) {
          this.fail(error, reject);
        }
      };
      // Boxes must be run from a macrotask, and a test calls this from a microtask.
      inMacrotask(advance);
    });
    return ran.finally(() => { this.isRunning = false; });
  }

  /** Forgets every running box. The world is over. */
  end(): void {
    this.inhabitants.end();
  }

  private advance(
    limitMs: number, until: () => boolean, resolve: (held: boolean) => void,
    again: () => void, reject: (error: unknown) => void,
  ): void {
    for (;;) {
      if (this.broken !== undefined) throw this.broken;
      // Inputs given at this very instant come first: a call is answered before time moves.
      const nextAtMs = this.agenda.nextAtMs;
      if (nextAtMs === undefined || nextAtMs > this.nowMs) {
        if (until()) return resolve(true);
        if (nextAtMs === undefined || nextAtMs > limitMs) {
          this.nowMs = Math.max(this.nowMs, Number.isFinite(limitMs) ? limitMs : this.nowMs);
          return resolve(until());
        }
      }
      if (nextAtMs > this.nowMs) this.inThisInstant = 0;
      else if (++this.inThisInstant > INSTANT_LIMIT) {
        throw tooManyInputs(INSTANT_LIMIT, this.nowMs, 'at the instant');
      }
      this.nowMs = nextAtMs;
      const batch = this.agenda.takeNext(event => this.inhabitants.isDue(event));
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

  private get moment(): Moment {
    return {event: this.eventNumber, atMs: this.nowMs};
  }

  private fail(error: unknown, reject: (error: unknown) => void): void {
    this.broken ??= error instanceof HostDied ? hostFailure(error) : error as Error;
    reject(this.broken);
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
    if (++this.work.inputs > this.inputLimit) throw tooManyInputs(this.inputLimit, this.nowMs);
    this.trace.add({atMs: this.nowMs, kind: 'input', box: id, input});
    if (input.kind === 'call') this.calls.invoke(input.callId, this.moment);
    for (const observer of this.observers) observer.input?.(id, input);
    for (let position = 0; position < effects.length; position++) {
      const effect = effects[position]!;
      this.work.effects++;
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
    const {disk, spec: {id}} = inhabitant;
    switch (effect.kind) {
      case 'send': return this.mail.send(id, effect.to, effect.message);
      case 'append': return disk.append(effect.record);
      case 'sync': return disk.sync();
      case 'rewrite': return disk.rewrite(effect.records);
      case 'arm': return this.inhabitants.arm(inhabitant, effect.atMs);
      case 'result':
      case 'reject': return this.calls.answer(id, effect, this.moment);
    }
  }
}
