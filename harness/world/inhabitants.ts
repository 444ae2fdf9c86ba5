/**
 * The boxes of a world: how they come up and go down, their alarms, and what is due for them.
 *
 * Promises: a box that is down gets nothing, and one that came back gets nothing that was meant for
 * its former life, but for messages, which any incarnation may get. A box that is paused gets
 * everything later, unless it crashes first.
 * Read next: inhabitant.ts, agenda.ts.
 */
import type {BoxId, BoxSpec, Host, Input, WireText} from '../host/box';
import {toWire} from '../host/json';
import type {Agenda, Event} from './agenda';
import {fraction, mix, nameNumber} from './chance';
import {Disk} from './disk';
import type {Unsynced} from './disk';
import type {ClockSetting} from './drifting-clock';
import {Inhabitant} from './inhabitant';
import type {HeldMessage, Mail} from './mail';
import type {Trace} from './trace';

export interface InhabitantsParts {
  readonly host: Host;
  readonly seed: number;
  readonly settings: WireText;
  readonly unsynced: Unsynced;
  readonly agenda: Agenda;
  readonly mail: Mail;
  readonly trace: Trace;
  now(): number;
  /** Told after the crash is in the trace. */
  crashed(box: BoxId, survivingRecords: number): void;
}

/** Keeps this draw apart from the seeds of boots. */
const SURVIVING = 1;

export class Inhabitants {
  private readonly byId = new Map<BoxId, Inhabitant>();

  constructor(private readonly parts: InhabitantsParts) {}

  add(spec: BoxSpec, group: readonly BoxId[], disk: readonly unknown[]): void {
    const records = disk.map(record => toWire(record, 'disk record'));
    this.byId.set(spec.id, new Inhabitant(spec, group, new Disk(records)));
  }

  get ids(): readonly BoxId[] {
    return [...this.byId.keys()];
  }

  has(box: BoxId): boolean {
    return this.byId.has(box);
  }

  get(box: BoxId): Inhabitant {
    const found = this.byId.get(box);
    if (found === undefined) throw new Error(`there is no box ${box} in this world`);
    return found;
  }

  boot(box: BoxId): void {
    const inhabitant = this.get(box);
    if (inhabitant.running !== undefined) throw new Error(`${box} is up already`);
    inhabitant.running = this.parts.host.newBox();
    inhabitant.hasBooted = false;
    inhabitant.incarnation++;
    const {incarnation} = inhabitant;
    this.giveNow(inhabitant, {
      kind: 'boot', nowMs: this.parts.now(),
      servers: inhabitant.group, settings: this.parts.settings,
      seed: mix(this.parts.seed, nameNumber(box), incarnation), incarnation,
      // A copy: the input is recorded, and the disk goes on.
      disk: [...inhabitant.disk.records],
    });
  }

  crash(box: BoxId): void {
    const inhabitant = this.get(box);
    if (inhabitant.running === undefined) throw new Error(`${box} is down already`);
    this.parts.host.drop(inhabitant.running);
    inhabitant.running = undefined;
    inhabitant.crashWhen = undefined;
    inhabitant.alarm++;
    inhabitant.armedAtMs = null;
    const survivingRecords = this.survivingRecords(inhabitant);
    const lostRecords = inhabitant.disk.crash(survivingRecords);
    this.parts.trace.add({
      atMs: this.parts.now(), kind: 'crash', box, lostRecords,
      ...(this.parts.unsynced === 'lost' ? {} : {survivingRecords}),
    });
    this.dropWaiting(inhabitant);
    this.parts.crashed(box, survivingRecords);
  }

  /** From now on a box gets no input, and what is due for it waits. Its clock goes on. */
  pause(box: BoxId): void {
    const inhabitant = this.get(box);
    if (inhabitant.running === undefined) throw new Error(`${box} is down and cannot be paused`);
    if (inhabitant.waiting !== undefined) throw new Error(`${box} is paused already`);
    inhabitant.waiting = [];
  }

  /** Gives a paused box what waits for it, at this instant, in the order it was due. */
  resume(box: BoxId): void {
    const inhabitant = this.get(box);
    const {waiting} = inhabitant;
    if (waiting === undefined) throw new Error(`${box} is not paused`);
    inhabitant.waiting = undefined;
    for (const event of waiting) {
      event.hasWaited = true;
      if (event.input.kind === 'receive') this.parts.mail.arriveAgain();
      this.parts.agenda.addFirst(event, this.parts.now());
    }
  }

  /** Makes an input due at this instant. */
  giveNow(inhabitant: Inhabitant, input: Input): void {
    this.parts.agenda.add({
      atMs: this.parts.now(), inhabitant,
      running: inhabitant.running ?? null, alarm: null, input,
    });
  }

  /** Sets the one alarm of a box, in its own time; null: it has none any more. */
  arm(inhabitant: Inhabitant, boxMs: number | null): void {
    inhabitant.alarm++;
    inhabitant.armedAtMs = boxMs;
    if (boxMs === null) return;
    const atMs = inhabitant.clock.whenItShows(boxMs, this.parts.now());
    this.parts.agenda.add({
      atMs, inhabitant, running: inhabitant.running ?? null, alarm: inhabitant.alarm,
      input: {kind: 'timer', nowMs: atMs},
    });
  }

  /** Lets the clock of a box run at another rate; an alarm that is not yet due moves with it. */
  setClock(box: BoxId, setting: ClockSetting): void {
    const inhabitant = this.get(box);
    const {clock, armedAtMs, incarnation} = inhabitant;
    if (setting.aheadMs !== undefined && incarnation >= 0) {
      throw new Error(`the clock of ${box} runs already and cannot be put forward`);
    }
    const now = this.parts.now();
    clock.set(now, setting);
    if (armedAtMs !== null && clock.at(now) < armedAtMs) this.arm(inhabitant, armedAtMs);
  }

  scheduleMessage({from, to, message}: HeldMessage, delayMs: number): void {
    const atMs = this.parts.now() + delayMs;
    this.parts.agenda.add({
      atMs, inhabitant: this.get(to), running: null, alarm: null,
      input: {kind: 'receive', nowMs: atMs, from, message},
    });
  }

  /** Whether an event that has come is still meant for somebody, who gets it at their own time. */
  isDue(event: Event): boolean {
    if (!this.isMeant(event)) return false;
    const {inhabitant, input} = event;
    if (inhabitant.waiting !== undefined) {
      inhabitant.waiting.push(event);
      return false;
    }
    if (input.kind === 'boot') inhabitant.hasBooted = true;
    const boxMs = inhabitant.clock.at(event.atMs);
    if (input.nowMs !== boxMs) event.input = {...input, nowMs: boxMs};
    return true;
  }

  /** Forgets every running box. */
  end(): void {
    for (const {running} of this.byId.values()) {
      if (running !== undefined) this.parts.host.drop(running);
    }
  }

  /** How many of the records that a box did not sync the disk wrote early: drawn for each life. */
  private survivingRecords({disk, incarnation, spec}: Inhabitant): number {
    if (this.parts.unsynced === 'lost') return 0;
    if (this.parts.unsynced === 'all survive') return disk.unsyncedRecords;
    const drawn = fraction(this.parts.seed, nameNumber(spec.id), incarnation, SURVIVING);
    return Math.floor(drawn * (disk.unsyncedRecords + 1));
  }

  private isMeant({inhabitant, input, alarm, running, hasWaited}: Event): boolean {
    if (input.kind === 'receive') {
      const {mail} = this.parts;
      const {id} = inhabitant.spec;
      const isUp = inhabitant.running !== undefined && inhabitant.hasBooted;
      return hasWaited === true
        ? mail.isDeliveredAfterPause(input, id, isUp) : mail.isDelivered(input, id, isUp);
    }
    if (alarm !== null && alarm !== inhabitant.alarm) return false;
    return running === inhabitant.running;
  }

  /** A paused box has crashed: nothing that waited for it will be. */
  private dropWaiting(inhabitant: Inhabitant): void {
    const {waiting = [], spec} = inhabitant;
    inhabitant.waiting = undefined;
    for (const {input} of waiting) {
      if (input.kind === 'receive') this.parts.mail.drop(input, spec.id);
    }
  }
}
