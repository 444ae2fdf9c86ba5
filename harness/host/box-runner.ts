/**
 * One running box: takes an input, runs the program, and hands back the effects in order.
 *
 * Both hosts run this same class, one in the tests' process, one in a process of its own. An input
 * is over when its microtasks are drained; who drains them is the host's affair, so there are three
 * parts: `begin` hands the input to the program, `settle` lets it end what it has begun, as often
 * as `isUnsettled` says, and `finish` takes the effects.
 * Promises: whatever the program does ends up as an effect, and an error as a fault of the input
 * that caused it. After a fault the box answers nothing more.
 * Read next: in-process-host.ts.
 */
import type {BootInput, BoxSpec, Effect, Fault, Input, WireText} from './box';
import {BoxClock} from './box-clock';
import {definitionLine} from './definition-line';
import {environmentOf, seededRandom} from './environment';
import {cleanStacks, faultAt, faultOf} from './faults';
import type {Guest, GuestContext, Program} from './guest';
import {NotJson, toWire} from './json';
import type {Json} from './json';
import type {ModuleLoader} from './module-loader';

/** Effects of one input; more is a flood, and the box is stopped. */
const EFFECT_LIMIT = 20_000;
/** Frames of an error's stack. */
const STACK_FRAMES = 50;
/** How often one input may be settled: as often, something causes itself for ever. */
const SETTLE_LIMIT = 1_000;
/** Characters of one console line that are kept. */
const LOG_LINE_LIMIT = 2_000;

export class BoxRunner {
  private readonly clock = new BoxClock();
  private guest: Guest | undefined;
  private effects: Effect[] = [];
  private armedAtMs: number | null = null;
  private settled = 0;
  private dead = false;
  private randomOf: (() => number) | undefined;
  private seed = 0;

  /** @param progress called when the program says that its input gets somewhere. */
  constructor(
    readonly spec: BoxSpec, private readonly loader: ModuleLoader,
    private readonly progress: () => void = () => undefined,
  ) {}

  /** Compiles what the box will load, which may take long and is not the program's doing. */
  prepare(): void {
    this.loader.prepare(this.spec);
  }

  /** Gives the program an input. Never throws: an error becomes a fault. */
  begin(input: Input): void {
    if (this.dead) return;
    // Mocha lifts the limit, and a program may change it; both would show in what is printed.
    Error.stackTraceLimit = STACK_FRAMES;
    this.settled = 0;
    this.clock.begin(input.nowMs, input.kind === 'timer');
    try {
      this.give(input);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Whether `settle` is to be called, now that the microtasks are drained. */
  get isUnsettled(): boolean {
    const {guest} = this;
    if (guest?.settle === undefined || this.dead) return false;
    return this.settled === 0 || guest.isUnsettled === true;
  }

  /** Lets the program end what the input has begun. Never throws. */
  settle(): void {
    try {
      if (++this.settled > SETTLE_LIMIT) {
        throw new Error('causes new work in the same instant, again and again');
      }
      this.guest?.settle?.();
    } catch (error) {
      this.fail(error);
    }
  }

  /** The effects of the input that was begun, once its microtasks are drained. */
  finish(): readonly Effect[] {
    const {effects} = this;
    const atMs = this.dead ? null : this.clock.nextAtMs;
    if (atMs !== this.armedAtMs) {
      this.armedAtMs = atMs;
      effects.push({kind: 'arm', atMs});
    }
    this.effects = [];
    return effects;
  }

  /** Stops the box because of something thrown or rejected while it ran. */
  fail(thrown: unknown, rejected = false): void {
    this.stop(faultOf(thrown, this.spec, (module, name) => this.lineOf(module, name), rejected));
  }

  /** Stops the box because an input did not end; see watchdog.ts for what `stack` holds. */
  failStuck(stack: string, text: string): void {
    const [loop = '', last = ''] = stack.split('\n\n');
    const fault = faultAt('loop', text, loop, this.spec);
    this.stop(fault.file === null ? faultAt('loop', text, last, this.spec) : fault);
  }

  private stop(fault: Fault): void {
    if (this.dead) return;
    this.dead = true;
    this.effects.push(fault);
  }

  private give(input: Input): void {
    switch (input.kind) {
      case 'boot':
        this.boot(input);
        return;
      case 'receive':
        this.guest?.receive(input.from, JSON.parse(input.message) as Json);
        return;
      case 'timer':
        // The world's alarm is used up by this input, so a later deadline is told anew.
        this.armedAtMs = null;
        this.clock.fireOne();
        return;
      case 'call':
        this.guest?.call(input.callId, input.method, JSON.parse(input.arguments) as Json);
    }
  }

  private boot(input: BootInput): void {
    this.seed = input.seed;
    const owner = {
      clock: this.clock,
      random: () => this.random(),
      log: (line: string) => this.log(line),
    };
    const program = this.loader.load(
      this.spec, environmentOf(owner, this.spec.provides), this.clock) as Program;
    this.guest = program.boot(this.contextOf(input));
  }

  private random(): number {
    this.randomOf ??= seededRandom(this.seed);
    return this.randomOf();
  }

  private log(line: string): void {
    const clean = cleanStacks(line, this.spec);
    const kept = clean.length > LOG_LINE_LIMIT ? `${clean.slice(0, LOG_LINE_LIMIT)}…` : clean;
    this.emit({kind: 'log', line: kept});
  }

  private emit(effect: Effect): void {
    if (this.dead) return;
    if (this.effects.length < EFFECT_LIMIT) {
      this.effects.push(effect);
      return;
    }
    // The box is stopped first: a program that catches what is thrown here would go on and on.
    const flood = new Error(`answered one input with more than ${EFFECT_LIMIT} effects`);
    this.stop(faultAt('flood', flood.message, flood.stack ?? '', this.spec));
    throw flood;
  }

  private contextOf(input: BootInput): GuestContext {
    const emit = (effect: Effect): void => this.emit(effect);
    return {
      self: this.spec.id,
      servers: input.servers,
      settings: JSON.parse(input.settings) as {[key: string]: Json},
      disk: input.disk.map(record => JSON.parse(record) as Json),
      diskBytes: bytesOf(input.disk),
      incarnation: input.incarnation,
      random: () => this.random(),
      send: (to, message) => emit({kind: 'send', to, message: toWire(message, 'message')}),
      append: given => {
        const record = toWire(given, 'record');
        emit({kind: 'append', record});
        return Buffer.byteLength(record);
      },
      sync: () => emit({kind: 'sync'}),
      rewrite: given => {
        const records = given.map(record => toWire(record, 'record'));
        emit({kind: 'rewrite', records});
        return bytesOf(records);
      },
      apply: (index, term, command) => emit({
        kind: 'apply', index: whole(index, 'index'), term: whole(term, 'term'),
        command: toWire(command, 'command'),
      }),
      restore: (index, snapshot) => emit({
        kind: 'restore', index: whole(index, 'index'), snapshot: toWire(snapshot, 'snapshot'),
      }),
      result: (callId, value) => emit({kind: 'result', callId, value: toWire(value, 'result')}),
      reject: (callId, error) => emit({kind: 'reject', callId, error}),
      changed: (fields, log) => emit({
        kind: 'changed', fields: toWire(fields, 'state'),
        log: log === undefined ? null : toWire(log, 'log'),
      }),
      log: line => this.log(line),
      progress: this.progress,
    };
  }

  /** The line of a function's definition in a student's file, for values it returned. */
  private lineOf(module: string, name: string): number | null {
    const source = this.spec.modules[module];
    if (source === undefined) return null;
    return definitionLine(source.file, name);
  }
}

function bytesOf(records: readonly WireText[]): number {
  return records.reduce((bytes, record) => bytes + Buffer.byteLength(record), 0);
}

/** The same on every host: one of another process would not even take NaN. @throws NotJson */
function whole(value: number, what: string): number {
  if (Number.isInteger(value)) return value;
  throw new NotJson(what, String(value));
}
