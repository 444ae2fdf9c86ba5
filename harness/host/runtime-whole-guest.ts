/**
 * The program of a box of lab 7d that holds a whole server: the student's Driver and Transport
 * around the given half with all the student's labs in it, on simulated sockets and a slow disk.
 *
 * The same parts as on a real cluster. Only its clock is simpler: the machine rings its alarm at
 * fixed times, and what its own timers have caused by then goes out with the next input. Calls go
 * to the Driver, but for `break`, which tells that another server is gone.
 * Promises: only what a sync has saved is on the box's disk.
 * Read next: runtime-sockets.ts; harness/runtime, the real thing.
 */
import {Driver} from '#solution/driver';
import {Transport} from '#solution/transport';
import {boot as bootServer} from '../raft/solution';
import type {DriverDisk, Machine, MachineEffect, MachineInput} from '../raft/runtime-interfaces';
import type {Guest, GuestContext} from './guest';
import type {Json} from './json';
import {SimulatedSockets} from './runtime-sockets';

const SYNC_MS = 2;
const ALARM_MS = 5;
const RECONNECT_MS = 20;
const QUEUED_BYTES_MAX = 100_000;
const FRAME_BYTES_MAX = 1_000_000;

export function boot(context: GuestContext): Guest {
  return new WholeServer(context);
}

/** Where the runtime of a real cluster has TCP and a file, this has simulated ones. */
class WholeServer implements Guest {
  private readonly sockets: SimulatedSockets;
  private readonly machine: GivenMachine;
  private readonly driver: Driver;

  constructor(private readonly context: GuestContext) {
    const {self, servers} = context;
    const sockets = this.sockets = new SimulatedSockets(context);
    const machine = this.machine = new GivenMachine(context);
    const transport = new Transport({
      self, servers, sockets, reconnectMs: RECONNECT_MS,
      queuedBytesMax: QUEUED_BYTES_MAX, frameBytesMax: FRAME_BYTES_MAX,
      deliver: (from, message) => this.driver.receive(from, message),
    });
    this.driver = new Driver({
      machine, disk: new SlowDisk(context),
      send: (to, message) => transport.send(to, message),
      answer: (callId, value) => context.result(callId, value),
      failed: error => { throw error; },
      now: () => Date.now(),
    });
    this.driver.start(machine.takeEffects());
  }

  receive(from: string, message: Json): void {
    this.sockets.receive(from, message);
  }

  call(callId: number, method: string, args: Json): void {
    if (method !== 'break') return this.driver.call(callId, method, args);
    this.sockets.breakWith((args as {readonly other: string}).other);
    this.context.result(callId, null);
  }

  get isUnsettled(): boolean {
    return this.machine.isUnsettled || this.sockets.isUnsettled;
  }

  /** The machine first: what it wants to send leaves with this input. */
  settle(): void {
    this.machine.settle();
    this.sockets.settle();
  }
}

/** The given half of a server, as the machine of a Driver. */
class GivenMachine implements Machine {
  private readonly server: Guest;
  private effects: MachineEffect[] = [];
  /** Ends the step under way. */
  private done: ((effects: readonly MachineEffect[]) => void) | undefined;

  constructor(context: GuestContext) {
    this.server = bootServer(this.around(context));
  }

  /** The timer needs nothing done: the server's own timers have fired, or will. */
  step(input: MachineInput): Promise<readonly MachineEffect[]> {
    if (this.done !== undefined) throw new Error('step() was called while another step ran');
    if (input.kind === 'receive') this.server.receive(input.from, input.message);
    if (input.kind === 'call') this.server.call(input.callId, input.method, input.arguments);
    return new Promise(resolve => { this.done = resolve; });
  }

  get isUnsettled(): boolean {
    return this.done !== undefined || this.server.isUnsettled === true;
  }

  /** A step is over when the server's promises are. */
  settle(): void {
    this.server.settle?.();
    if (this.done === undefined || this.server.isUnsettled === true) return;
    const {done} = this;
    this.done = undefined;
    done(this.takeEffects());
  }

  /** What has gathered since the last step, and the next alarm. */
  takeEffects(): readonly MachineEffect[] {
    const {effects} = this;
    this.effects = [];
    return [...effects, {kind: 'arm', atMs: Date.now() + ALARM_MS}];
  }

  /** What the server does becomes effects, and what it only reports goes nowhere. */
  private around(context: GuestContext): GuestContext {
    const {self, servers, settings, disk, diskBytes, incarnation} = context;
    const emit = (effect: MachineEffect): void => { this.effects.push(effect); };
    const nothing = (): void => undefined;
    return {
      self, servers, settings, disk, diskBytes, incarnation,
      random: () => context.random(),
      send: (to, message) => emit({kind: 'send', to, message: asJson(message)}),
      append: record => {
        emit({kind: 'append', record: asJson(record)});
        return bytesOf(record);
      },
      sync: () => emit({kind: 'sync'}),
      rewrite: records => {
        emit({kind: 'rewrite', records: records.map(asJson)});
        return records.reduce<number>((bytes, record) => bytes + bytesOf(record), 0);
      },
      result: (callId, value) => emit({kind: 'result', callId, value: asJson(value)}),
      reject: (callId, error) => context.reject(callId, error),
      log: line => context.log(line),
      apply: nothing, restore: nothing, changed: nothing,
    };
  }
}

/** Records reach the box's disk, where a crash leaves them, when a sync is over. */
class SlowDisk implements DriverDisk {
  /** Appended, and in no sync yet: a crash loses it. */
  private pending: Json[] = [];

  constructor(private readonly context: GuestContext) {}

  append(record: Json): void {
    this.pending.push(record);
  }

  async sync(): Promise<void> {
    const saved = this.pending;
    this.pending = [];
    await wait();
    for (const record of saved) this.context.append(record);
    this.context.sync();
  }

  /** What was appended before is replaced, too. */
  async rewrite(records: readonly Json[]): Promise<void> {
    this.pending = [];
    await wait();
    this.context.rewrite(records);
  }
}

function wait(): Promise<void> {
  return new Promise(done => { setTimeout(done, SYNC_MS); });
}

/** As it is now: the server goes on with its own objects. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** As the box itself counts what is on its disk. */
function bytesOf(record: unknown): number {
  return Buffer.byteLength(JSON.stringify(record));
}
