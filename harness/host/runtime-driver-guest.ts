/**
 * The program of a box of lab 7d: a student's Driver between a machine that follows a script and a
 * slow disk.
 *
 * An input carries the effects that the machine answers it with, so a test says both in one line.
 * Everything that the Driver does is noted in order and handed out by `inspect`; it is judged
 * outside. The only call is `run`, which says what it `does`.
 * Read next: tests/7-kv/d-driver.ts, which makes the calls.
 */
import {Driver} from '#solution/driver';
import type {MachineEffect, MachineInput} from '../raft/runtime-interfaces';
import type {Guest, GuestContext} from './guest';
import type {Json} from './json';
import {Notes} from './runtime-notes';

export interface DriverBegin {
  /** How long a sync or a rewrite takes. */
  readonly syncMs: number;
  /** The sync or rewrite that fails, counted from 1. Those after it work: nothing may use them. */
  readonly failsAt?: number;
  /** How long the machine takes for one input. */
  readonly stepMs: number;
  /** How fast the machine's clock runs beside that of setTimeout. */
  readonly clockRate: number;
  /** What the machine answers to its timer, first to last; then nothing. */
  readonly timers: readonly (readonly MachineEffect[])[];
  /** When call n is answered, the client makes this call, from within `answer`. */
  readonly nextCalls: Readonly<Record<number, ScriptedInput & {readonly callId: number}>>;
}

/** An input by its name, and what the machine answers it with. */
export interface ScriptedInput {
  readonly name: string;
  readonly effects: readonly MachineEffect[];
}

export type DriverEvent = {readonly atMs: number} & (
  /** A step has begun. `during`: the name of the input that is still being stepped. */
  | {readonly kind: 'step'; readonly name: string; readonly during: string | null}
  /** It has ended, with these effects. */
  | {readonly kind: 'stepped'; readonly name: string; readonly effects: readonly MachineEffect[]}
  | {readonly kind: 'append'; readonly record: Json}
  /** Writes are counted from 1, syncs and rewrites together. */
  | {readonly kind: 'rewrite'; readonly n: number; readonly records: readonly Json[]}
  | {readonly kind: 'sync' | 'synced' | 'rewritten' | 'sync failed'; readonly n: number}
  | {readonly kind: 'send'; readonly to: string; readonly message: Json}
  | {readonly kind: 'answer'; readonly callId: number; readonly value: Json}
  | {readonly kind: 'failed'; readonly message: string}
  | {readonly kind: 'start' | 'stop'}
);

/** What an event is before it is noted. */
type Noted<E = DriverEvent> = E extends {readonly atMs: number} ? Omit<E, 'atMs'> : never;

interface Calls {
  readonly does: 'begin' | 'start' | 'receive' | 'call' | 'stop' | 'inspect' | 'where';
  readonly begin: DriverBegin;
  readonly effects: readonly MachineEffect[];
  readonly from: string;
  readonly callId: number;
  readonly input: ScriptedInput;
  /** Of an event. */
  readonly n: number;
}

const TIMER = 'timer';

export function boot(context: GuestContext): Guest {
  return new DriverBox(context);
}

class DriverBox implements Guest {
  private readonly notes = new Notes<DriverEvent>();
  private driver: Driver | undefined;
  private script: DriverBegin | undefined;
  private stepping: string | null = null;
  private timersRung = 0;
  private writes = 0;
  private readonly bornAtMs = Date.now();

  constructor(private readonly context: GuestContext) {}

  receive(): void {
    throw new Error('a driver\'s box receives no messages of the world');
  }

  call(callId: number, _method: string, args: Json): void {
    this.context.result(callId, this.perform(args as object as Calls) ?? null);
  }

  /** Returns what the call is answered with, if it is a question. */
  private perform(given: Calls): object | void {
    const {input} = given;
    switch (given.does) {
      case 'begin':
        this.script = given.begin;
        this.driver = this.newDriver();
        return;
      case 'start':
        this.note({kind: 'start'});
        this.note({kind: 'stepped', name: 'boot', effects: given.effects});
        return this.driver?.start(copy(given.effects));
      case 'receive':
        return this.driver?.receive(given.from, asJson(input));
      case 'call':
        return this.driver?.call(given.callId, input.name, asJson(input));
      case 'stop':
        this.driver?.stop();
        return this.note({kind: 'stop'});
      case 'inspect':
        return this.notes.events;
      case 'where':
        return this.notes.framesOf(given.n);
    }
  }

  /** Whatever the driver does to its parts is an event. */
  private newDriver(): Driver {
    return new Driver({
      machine: {step: input => this.step(input)},
      disk: {
        append: record => this.note({kind: 'append', record: copy(record)}),
        sync: () => {
          this.note({kind: 'sync', n: ++this.writes});
          return this.write('synced');
        },
        rewrite: records => {
          this.note({kind: 'rewrite', n: ++this.writes, records: copy(records)});
          return this.write('rewritten');
        },
      },
      send: (to, message) => this.note({kind: 'send', to, message: copy(message)}),
      answer: (callId, value) => this.answer(callId, value),
      failed: error => this.note({kind: 'failed', message: String(error)}),
      now: () => this.now(),
    });
  }

  /** Even a step that takes no time ends in a later microtask, as a real one does. */
  private async step(input: MachineInput): Promise<readonly MachineEffect[]> {
    const {name, effects} = this.scripted(input);
    this.note({kind: 'step', name, during: this.stepping});
    this.stepping = name;
    const stepMs = this.script?.stepMs ?? 0;
    if (stepMs > 0) await new Promise(done => { setTimeout(done, stepMs); });
    else await Promise.resolve();
    this.stepping = null;
    this.note({kind: 'stepped', name, effects});
    return copy(effects);
  }

  /** What an input carries, and for the timer what the test has said before. */
  private scripted(input: MachineInput): ScriptedInput {
    if (input.kind === 'timer') {
      return {name: TIMER, effects: this.script?.timers[this.timersRung++] ?? []};
    }
    const carried = input.kind === 'receive' ? input.message : input.arguments;
    return carried as object as ScriptedInput;
  }

  /** Ends the write that has just begun, when its time is over. */
  private write(done: 'synced' | 'rewritten'): Promise<void> {
    const n = this.writes;
    const {syncMs = 0, failsAt} = this.script ?? {};
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        this.note({kind: n === failsAt ? 'sync failed' : done, n});
        if (n === failsAt) reject(new Error('the disk is full'));
        else resolve();
      }, syncMs);
    });
  }

  /** A client that asks the next thing as soon as it is answered. */
  private answer(callId: number, value: Json): void {
    this.note({kind: 'answer', callId, value: copy(value)});
    const next = this.script?.nextCalls[callId];
    if (next !== undefined) this.driver?.call(next.callId, next.name, asJson(next));
  }

  private now(): number {
    const rate = this.script?.clockRate ?? 1;
    return this.bornAtMs + (Date.now() - this.bornAtMs) * rate;
  }

  private note(event: Noted): void {
    this.notes.note({atMs: Date.now(), ...event} as DriverEvent);
  }
}

/** As it is now: student code may go on with its own object. */
function copy<T>(value: T): T {
  return structuredClone(value);
}

/** The types of effects say `interface`, which TypeScript does not take for Json. */
function asJson({name, effects}: ScriptedInput): Json {
  return {name, effects: effects as readonly object[] as readonly Json[]};
}
